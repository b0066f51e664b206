package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongcai.Standard;
import org.tongcai.Verdict;
import org.tongcai.sandbox.Api.Answer;

/** Notices, plans, contracts, products, orders, registers. */
class DomainsTest {
    private static final String ORDER = "DD-2026-000871";
    private static final String AT = "/" + Samples.PLATFORM + "/";
    private static Sandbox sandbox;
    private static int tenants;

    private Api api;

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.builder().standard(Samples.STANDARD).start();
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @BeforeEach
    void newTenant() {
        String tenant = "t" + ++tenants;
        sandbox.addTenant(tenant, "示例租户");
        api = new Api(sandbox, sandbox.newApplication(tenant, "app-" + tenant));
    }

    private void taken(Answer answer) {
        assertEquals(201, answer.status(), answer.text());
    }

    /** The example of an order, as it was when it was placed. */
    private static String order(String status) {
        return Samples.of("order", "/header/revision", "1", "/status", status);
    }

    private String status() {
        return api.get("/v1/orders" + AT + ORDER).json().get("status").asText();
    }

    @Test
    void anOrderGoesItsWayAndNoOther() {
        taken(api.post("/v1/orders", order("SUBMITTED")));
        assertEquals("SUBMITTED", status());
        Answer early =
                api.post("/v1/orders" + AT + ORDER + "/shipments", Samples.of("shipment", "/header/revision", "1"));
        assertEquals("state-conflict", early.code(), early.text());
        assertEquals("SUBMITTED", early.json().get("currentStatus").asText());
        assertTrue(early.json().get("allowedEvents").toString().contains("accept"));

        taken(api.post("/v1/orders" + AT + ORDER + "/decisions", Samples.of("orderDecision")));
        assertEquals("ACCEPTED", status());
        taken(api.post("/v1/orders" + AT + ORDER + "/shipments", Samples.of("shipment", "/header/revision", "1")));
        assertEquals("PART_SHIPPED", status());
        taken(api.post("/v1/orders" + AT + ORDER + "/shipments", Samples.of("shipment", "/header/revision", "2")));
        assertEquals("PART_SHIPPED", status(), "a new revision of the same shipment ships nothing again");
        Answer order = api.get("/v1/orders" + AT + ORDER);
        assertEquals(3, order.json().get("documents").size());
        assertTrue(order.json().get("allowedEvents").toString().contains("ship"));
        Answer batch = api.batch(Samples.of("orderDecision", "/header/documentId", "JD-2", "/decisionId", "JD-2"));
        assertEquals(1, batch.json().get("conflicts").asInt(), batch.text());
    }

    private void received(String id, String status) {
        String document = Samples.of(
                "goodsReceipt",
                "/header/documentId",
                id,
                "/header/revision",
                status.equals("RECEIVED") ? "1" : "2",
                "/receiptId",
                id,
                "/status",
                status);
        taken(api.post("/v1/orders" + AT + ORDER + "/goods-receipts", document));
    }

    @Test
    void whatIsShippedInPartsIsReceivedInParts() {
        taken(api.post("/v1/orders", order("ACCEPTED")));
        String shipments = "/v1/orders" + AT + ORDER + "/shipments";
        taken(api.post(shipments, Samples.of("shipment", "/header/revision", "1", "/finalShipment", "false")));
        received("SH-1", "RECEIVED");
        assertEquals("PART_SHIPPED", status(), "the rest is still to come");
        taken(api.post(
                shipments,
                Samples.of("shipment", "/header/documentId", "FH-2", "/shipmentId", "FH-2", "/finalShipment", "true")));
        received("SH-2", "RECEIVED");
        assertEquals("RECEIVED", status());
        received("SH-3", "RECEIVED");
        assertEquals("RECEIVED", status(), "one receipt for each parcel");
        received("SH-1", "ACCEPTED");
        assertEquals("ACCEPTED_GOODS", status());
        received("SH-2", "ACCEPTED");
        received("SH-3", "ACCEPTED");
        assertEquals("ACCEPTED_GOODS", status());
    }

    @Test
    void whatBelongsElsewhereIsRefused() {
        taken(api.post("/v1/orders", order("SUBMITTED")));
        Answer type = api.post("/v1/orders", Samples.of("shipment"));
        assertEquals("wrong-document-type", type.code());
        assertEquals("order", type.json().at("/documentTypes/0").asText());
        Answer other = api.post(
                "/v1/orders" + AT + ORDER + "/decisions",
                Samples.of("orderDecision", "/order", "{\"documentType\":\"order\",\"documentId\":\"DD-OTHER\"}"));
        assertEquals("wrong-reference", other.code(), other.text());
        assertEquals(
                "not-found",
                api.post("/v1/orders" + AT + "DD-0/decisions", Samples.of("orderDecision"))
                        .code());
    }

    @Test
    void aWithdrawnNoticeStaysReadable() {
        taken(api.post("/v1/notices", Samples.of("tenderNotice", "/header/revision", "1")));
        String notice = api.get("/v1/documents?documentType=tenderNotice")
                .json()
                .at("/items/0/documentId")
                .asText();
        String path = "/v1/notices" + AT + notice;
        assertEquals("PUBLISHED", api.get(path).json().get("state").asText());
        String original =
                "{\"document\":{\"documentType\":\"tenderNotice\",\"documentId\":\"" + notice + "\"},\"revision\":1}";
        Answer withdrawn = api.post(
                path + "/withdrawal",
                Samples.of("withdrawal", "/original", original, "/scope", "WHOLE", "/itemIds", "", "/replacedBy", ""));
        taken(withdrawn);
        JsonNode publication = api.get(path).json();
        assertEquals("WITHDRAWN", publication.get("state").asText());
        assertEquals("withdrawal", publication.at("/withdrawal/documentType").asText());
        assertEquals(200, api.get("/v1/documents/tenderNotice" + AT + notice).status());
        JsonNode feed = api.get("/v1/feed").json().get("items");
        assertEquals("CURRENT", feed.get(0).get("state").asText(), "what a change brought about never changes");
        assertEquals("WITHDRAWN", feed.get(feed.size() - 1).get("change").asText());
    }

    @Test
    void aContractHasItsFilingAndPayments() {
        taken(api.post("/v1/contracts", Samples.of("contract")));
        String contract = api.get("/v1/documents?documentType=contract")
                .json()
                .at("/items/0/documentId")
                .asText();
        String path = "/v1/contracts" + AT + contract;
        assertFalse(api.get(path + "/filing").json().has("filing"));
        String reference = "{\"documentType\":\"contract\",\"documentId\":\"" + contract + "\"}";
        Answer filed = api.post(path + "/filing", Samples.of("contractFiling", "/contract/contract", reference));
        taken(filed);
        JsonNode filing = api.get(path + "/filing").json();
        assertEquals(filing.at("/document/status"), filing.get("status"));
        Answer payment = api.post("/v1/documents", Samples.of("payment", "/contract/contract", reference));
        taken(payment);
        assertEquals(1, api.get(path + "/payments").json().get("items").size());
    }

    @Test
    void aProductHasItsNewestPriceStockAndShelf() {
        taken(api.post("/v1/products", Samples.of("product", "/header/revision", "1")));
        String path = "/v1/products" + AT + "SP-2026-004821";
        taken(api.post(path + "/prices", Samples.of("priceUpdate")));
        taken(api.post(path + "/stock", Samples.of("stockUpdate")));
        taken(api.post(path + "/shelf-events", Samples.of("shelfEvent")));
        Answer states = Api.send(api.request("/v1/products/state-query")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"ids\":[{\"platformCode\":\"" + Samples.PLATFORM + "\",\"documentId\":\"SP-2026-004821\"},"
                                + "{\"platformCode\":\"X\",\"documentId\":\"Y\"}]}")));
        assertEquals(200, states.status(), states.text());
        JsonNode first = states.json().at("/items/0");
        assertEquals("4299.00", first.at("/price/content/newPrice/amount").asText());
        assertEquals("YF-T500-16-512", first.at("/stock/content/productId").asText());
        assertEquals(
                "shelfEvent", first.at("/shelf/content/header/documentType").asText());
        assertFalse(states.json().at("/items/1/known").asBoolean());
        assertEquals(200, api.get(path).status());
    }

    @Test
    void codeListsComeInPages() {
        assertTrue(api.get("/v1/code-lists").json().get("items").size() > 100);
        JsonNode page = api.get("/v1/code-lists/region?prefix=53&limit=3").json();
        assertEquals(3, page.get("items").size());
        Set<String> codes = new TreeSet<>();
        String cursor = page.get("nextCursor").asText();
        JsonNode next =
                api.get("/v1/code-lists/region?limit=1000&cursor=" + cursor).json();
        next.get("items").forEach(item -> codes.add(item.get("code").asText()));
        assertTrue(codes.size() > 100 && codes.stream().allMatch(code -> code.startsWith("53")));
        assertEquals(404, api.get("/v1/code-lists/nothing").status());
    }

    @Test
    void registersAreAskedByCodeAndName() {
        taken(api.post("/v1/documents", Samples.of("organization")));
        JsonNode all = api.get("/v1/registers/suppliers").json().get("items");
        assertEquals(1, all.size());
        String code = all.at("/0/document/creditCode").asText();
        assertEquals(
                1,
                api.get("/v1/registers/suppliers?creditCode=" + code)
                        .json()
                        .get("items")
                        .size());
        assertEquals(
                0,
                api.get("/v1/registers/suppliers?name=nobody")
                        .json()
                        .get("items")
                        .size());
        assertEquals(
                0,
                api.get("/v1/registers/suppliers?asOf=2020-01-01")
                        .json()
                        .get("items")
                        .size());
        assertEquals(404, api.get("/v1/registers/nothing").status());
    }

    @Test
    void aDayIsReconciledByDigests() throws Exception {
        taken(api.post("/v1/documents", Samples.product("SP-1", 1)));
        taken(api.post("/v1/documents", Samples.product("SP-2", 1)));
        LocalDate today = LocalDate.now(ZoneOffset.ofHours(8));
        JsonNode counts = api.get("/v1/reconciliation/" + today).json().get("counts");
        assertEquals(2, counts.at("/0/count").asInt());
        Set<String> digests = new TreeSet<>();
        api.get("/v1/reconciliation/" + today + "/product")
                .json()
                .get("items")
                .forEach(item -> digests.add(item.get("digest").asText()));
        StringBuilder lines = new StringBuilder();
        digests.forEach(one -> lines.append(one).append('\n'));
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256")
                .digest(lines.toString().getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                java.util.HexFormat.of().formatHex(digest),
                counts.at("/0/digest").asText());
        assertEquals(
                0, api.get("/v1/reconciliation/2020-01-01").json().get("counts").size());
    }

    /** Receipts are documents of the standard, so the standard must accept them. */
    @Test
    void receiptsConformToTheStandard() {
        Standard standard = Samples.STANDARD;
        for (Answer answer : java.util.List.of(
                api.post("/v1/documents", Samples.product("SP-1", 1)),
                api.post("/v1/documents", Samples.of("product", "/name", "")),
                api.post("/v1/documents", "{"),
                api.post("/v1/documents", Samples.product("SP-1", 1).replace("云帆", "星桥")))) {
            JsonNode result = answer.json().has("result") ? answer.json().get("result") : answer.json();
            if (result.has("receiptId")) {
                byte[] receipt = api.get(
                                "/v1/receipts/" + result.get("receiptId").asText())
                        .response()
                        .body();
                var report = standard.validate(receipt);
                assertEquals(
                        Verdict.ACCEPTED,
                        report.verdict(),
                        () -> report.findings().toString());
            }
        }
    }

    /** What documents refer to is looked at by the rules: here a contract is judged by the notice of its award. */
    @Test
    void everyExampleIsTakenOrRefusedForAReason() throws Exception {
        int accepted = 0;
        StringBuilder undetermined = new StringBuilder();
        try (var files = java.nio.file.Files.list(Samples.EXAMPLES)) {
            for (java.nio.file.Path file : files.sorted().toList()) {
                Answer answer = api.post("/v1/documents", java.nio.file.Files.readString(file));
                accepted += answer.status() == 201 ? 1 : 0;
                if (answer.status() >= 500 || answer.code().equals("document-undetermined")) {
                    undetermined
                            .append(file.getFileName())
                            .append(' ')
                            .append(answer.text())
                            .append('\n');
                }
            }
        }
        assertEquals("", undetermined.toString());
        assertTrue(accepted > 100, "only " + accepted + " examples were taken");
    }
}
