package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongcai.Verdict;
import org.tongcai.sandbox.Api.Answer;

/** Documents that arrive before what they refer to; withdrawals and corrections, early and late; who sees receipts. */
class ArrivalsTest {
    private static final String DOCUMENTS = "/v1/documents";
    private static final String NOTICE = "ZB-1";
    private static final String NOTICE_PATH = "/v1/notices/" + Samples.PLATFORM + "/" + NOTICE;
    private static final String SECRET = "0123456789abcdef0123";
    private static Sandbox sandbox;
    private static int tenants;

    private String tenant = "";
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
        tenant = "t" + ++tenants;
        sandbox.addTenant(tenant, "示例租户");
        api = new Api(sandbox, sandbox.newApplication(tenant, "app-" + tenant));
    }

    private static String reference(String type, String id) {
        return "{\"documentType\":\"" + type + "\",\"documentId\":\"" + id + "\"}";
    }

    private static String shelf(String id, String product) {
        return Samples.of(
                "shelfEvent",
                "/header/documentId",
                id,
                "/shelfEventId",
                "",
                "/product",
                "{\"documentType\":\"product\",\"documentId\":\"" + product + "\"}");
    }

    private static String notice(int revision) {
        return Samples.of(
                "tenderNotice",
                "/header/documentId",
                NOTICE,
                "/header/revision",
                Integer.toString(revision),
                "/plans",
                "");
    }

    private static String withdrawal(String id, String of, int revision, String scope) {
        String original = "{\"document\":" + of + ",\"revision\":" + revision + "}";
        String items = scope.equals("WHOLE") ? "" : "[\"1\"]";
        return Samples.of(
                "withdrawal",
                "/header/documentId",
                id,
                "/withdrawalId",
                id,
                "/original",
                original,
                "/scope",
                scope,
                "/itemIds",
                items,
                "/replacedBy",
                "");
    }

    private static String correction(String id, String of) {
        return Samples.of(
                "correction",
                "/header/documentId",
                id,
                "/correctionId",
                id,
                "/original",
                "{\"document\":" + of + ",\"revision\":1}",
                "/affectedDocuments",
                "");
    }

    private String taken(Answer answer, String state) {
        assertEquals(201, answer.status(), answer.text());
        assertEquals(state, answer.json().get("state").asText(), answer.text());
        return answer.json().get("receiptId").asText();
    }

    /** The product of the examples waits for its certificates; that does not matter here. */
    private String product(String document) {
        Answer answer = api.post(DOCUMENTS, document);
        assertEquals(201, answer.status(), answer.text());
        return answer.json().get("receiptId").asText();
    }

    private JsonNode receipt(String id) {
        byte[] receipt = api.get("/v1/receipts/" + id).response().body();
        var report = Samples.STANDARD.validate(receipt);
        assertEquals(Verdict.ACCEPTED, report.verdict(), () -> report.findings().toString());
        return api.get("/v1/receipts/" + id).json();
    }

    private void pending(String receipt, String missing) {
        JsonNode is = receipt(receipt);
        assertEquals(1, is.at("/header/revision").asInt());
        assertEquals("TAKEN_PENDING", is.at("/documents/0/state").asText());
        List<String> ids = new ArrayList<>();
        is.at("/documents/0/pendingReferences")
                .forEach(one -> ids.add(one.get("documentId").asText()));
        assertEquals(List.of(missing), ids);
    }

    private void completed(String receipt) {
        JsonNode is = receipt(receipt);
        assertEquals(2, is.at("/header/revision").asInt(), is.toString());
        assertEquals(receipt, is.get("receiptId").asText());
        assertEquals("TAKEN", is.at("/documents/0/state").asText());
        assertFalse(is.at("/documents/0").has("pendingReferences"));
    }

    private List<String> feed() {
        List<String> items = new ArrayList<>();
        api.get("/v1/feed?limit=1000")
                .json()
                .get("items")
                .forEach(item -> items.add(item.get("change").asText() + " "
                        + item.get("documentId").asText() + " "
                        + item.get("revision").asText()));
        return items;
    }

    @Test
    void aReceiptIsRaisedOnceWhatWasMissingArrives() {
        String receipt = taken(api.post(DOCUMENTS, shelf("SX-1", "SP-1")), "TAKEN_PENDING");
        pending(receipt, "SP-1");
        List<String> before = feed();
        product(Samples.product("SP-1", 1));
        completed(receipt);
        assertEquals(before, feed().subList(0, before.size()), "the feed tells of documents, not of receipts");
        assertEquals(2, feed().size());
        Answer again = api.post(DOCUMENTS, shelf("SX-1", "SP-1"));
        assertEquals("DUPLICATE", again.json().get("state").asText());
        assertEquals(receipt, again.json().get("receiptId").asText());
        String late = taken(api.post(DOCUMENTS, shelf("SX-2", "SP-1")), "TAKEN");
        assertEquals(1, receipt(late).at("/header/revision").asInt(), "nothing was missing");
    }

    @Test
    void aLineOfABatchIsRaisedByALaterOne() {
        Answer batch = api.batch(shelf("SX-1", "SP-1"), Samples.product("SP-1", 1), shelf("SX-2", "SP-1"));
        JsonNode results = batch.json().get("results");
        assertEquals("TAKEN_PENDING", results.at("/0/state").asText(), batch.text());
        completed(results.at("/0/receiptId").asText());
        assertEquals("TAKEN", results.at("/2/state").asText());
    }

    @Test
    void inAChainEachWaitsForWhatItNamesItself() {
        String second = withdrawal("CH-2", reference("withdrawal", "CH-1"), 1, "PART");
        String first = withdrawal("CH-1", reference("product", "SP-1"), 1, "PART");
        String ofSecond = taken(api.post(DOCUMENTS, second), "TAKEN_PENDING");
        String ofFirst = taken(api.post(DOCUMENTS, first), "TAKEN_PENDING");
        completed(ofSecond);
        pending(ofFirst, "SP-1");
        product(Samples.product("SP-1", 1));
        completed(ofFirst);
    }

    @Test
    void aReferenceIsToThePlatformThatItNames() {
        String elsewhere = shelf("SX-1", "SP-1")
                .replace("\"documentId\":\"SP-1\"", "\"documentId\":\"SP-1\",\"platformCode\":\"OTHER-01\"");
        String receipt = taken(api.post(DOCUMENTS, elsewhere), "TAKEN_PENDING");
        product(Samples.product("SP-1", 1));
        assertEquals("TAKEN_PENDING", receipt(receipt).at("/documents/0/state").asText());
        assertEquals(
                "OTHER-01",
                receipt(receipt)
                        .at("/documents/0/pendingReferences/0/platformCode")
                        .asText());
        product(Samples.product("SP-1", 1).replace(Samples.PLATFORM, "OTHER-01"));
        completed(receipt);
    }

    @Test
    void aWithdrawalBeforeItsOriginalTakesEffectWhenThatArrives() {
        String receipt = taken(
                api.post(DOCUMENTS, withdrawal("CH-1", reference("tenderNotice", NOTICE), 1, "WHOLE")),
                "TAKEN_PENDING");
        api.post("/v1/notices", notice(1));
        completed(receipt);
        JsonNode publication = api.get(NOTICE_PATH).json();
        assertEquals("WITHDRAWN", publication.get("state").asText());
        assertEquals("CH-1", publication.at("/withdrawal/documentId").asText());
        assertEquals(
                List.of("CREATED CH-1 1", "CREATED ZB-1 1", "WITHDRAWN ZB-1 1"), feed(), "first it came, then it went");
        assertEquals(
                "WITHDRAWN",
                api.get(DOCUMENTS + "?documentType=tenderNotice")
                        .json()
                        .at("/items/0/state")
                        .asText());
        assertEquals(201, api.post("/v1/notices", notice(2)).status());
        assertEquals("PUBLISHED", api.get(NOTICE_PATH).json().get("state").asText(), "revision 2 was not withdrawn");
    }

    @Test
    void inOneBatchAWithdrawalMayStandBeforeItsOriginal() {
        Answer batch = api.batch(
                withdrawal("CH-1", reference("product", "SP-1"), 1, "WHOLE"),
                Samples.product("SP-1", 1),
                Samples.product("SP-1", 2),
                Samples.product("SP-1", 1));
        assertEquals(3, batch.json().get("accepted").asInt(), batch.text());
        assertEquals(1, batch.json().get("duplicates").asInt(), batch.text());
        assertEquals(List.of("CREATED CH-1 1", "CREATED SP-1 1", "WITHDRAWN SP-1 1", "REVISED SP-1 2"), feed());
    }

    @Test
    void aWithdrawalIsOfTheRevisionThatItNames() {
        api.batch(Samples.product("SP-1", 1), Samples.product("SP-1", 2));
        taken(api.post(DOCUMENTS, withdrawal("CH-1", reference("product", "SP-1"), 1, "WHOLE")), "TAKEN");
        JsonNode all = api.get(DOCUMENTS + "?revisions=all&documentType=product")
                .json()
                .get("items");
        assertEquals("WITHDRAWN", all.at("/0/state").asText());
        assertEquals("CURRENT", all.at("/1/state").asText());
        String third = taken(
                api.post(DOCUMENTS, withdrawal("CH-2", reference("product", "SP-1"), 4, "WHOLE")), "TAKEN_PENDING");
        api.batch(Samples.product("SP-1", 5));
        completed(third);
        JsonNode newest = api.get(DOCUMENTS + "?documentType=product").json().at("/items/0");
        assertEquals("CURRENT", newest.get("state").asText(), "revision 4 never came and cannot come any more");
    }

    @Test
    void aPartWithdrawnLeavesTheRestInForce() {
        api.post("/v1/notices", notice(1));
        String early = withdrawal("CH-1", reference("tenderNotice", NOTICE), 1, "PART");
        taken(api.post(NOTICE_PATH + "/withdrawal", early), "TAKEN");
        assertEquals("PUBLISHED", api.get(NOTICE_PATH).json().get("state").asText());
        assertFalse(feed().toString().contains("WITHDRAWN"));
    }

    @Test
    void aCorrectionBeforeItsOriginalCountsWhenThatArrives() {
        String receipt =
                taken(api.post(DOCUMENTS, correction("GZ-1", reference("tenderNotice", NOTICE))), "TAKEN_PENDING");
        api.post("/v1/notices", notice(1));
        completed(receipt);
        assertEquals("CORRECTED", api.get(NOTICE_PATH).json().get("state").asText());
    }

    @Test
    void aWithdrawnNoticeIsNotCorrected() {
        api.post("/v1/notices", notice(1));
        api.post(NOTICE_PATH + "/withdrawal", withdrawal("CH-1", reference("tenderNotice", NOTICE), 1, "WHOLE"));
        Answer refused = api.post(NOTICE_PATH + "/corrections", correction("GZ-1", reference("tenderNotice", NOTICE)));
        assertEquals("state-conflict", refused.code(), refused.text());
        assertEquals("WITHDRAWN", refused.json().get("currentStatus").asText());
    }

    @Test
    void whoOnlyMentionsANoticeDoesNotCorrectIt() {
        api.post("/v1/notices", notice(1));
        String other = correction("GZ-1", reference("product", "SP-1"))
                .replaceFirst(
                        "\\{\"header\"",
                        "{\"affectedDocuments\":[" + reference("tenderNotice", NOTICE) + "],\"header\"");
        taken(api.post(DOCUMENTS, other), "TAKEN_PENDING");
        assertEquals("PUBLISHED", api.get(NOTICE_PATH).json().get("state").asText());
    }

    @Test
    void whatCouldNotBeJudgedIsJudgedAnew() {
        String foreign = Samples.of("product", "/header/standardVersion", "9.9");
        Answer first = api.post(DOCUMENTS, foreign);
        assertEquals("edition-unsupported", first.code());
        Answer again = api.batch(foreign, foreign);
        assertEquals(2, again.json().get("undetermined").asInt(), again.text());
        assertEquals(0, again.json().get("duplicates").asInt());
        String one = again.json().at("/results/0/receiptId").asText();
        String other = again.json().at("/results/1/receiptId").asText();
        assertFalse(one.equals(other), "each has a receipt of its own");
        assertEquals("UNDETERMINED", receipt(other).get("verdict").asText());
    }

    private Api other(String... scopes) {
        sandbox.addApplication(new Application(tenant, "other-" + tenant, SECRET, Set.of(scopes)));
        Answer token = Api.token(sandbox.baseUrl(), "other-" + tenant, SECRET, "");
        return new Api(sandbox.baseUrl(), token.json().get("access_token").asText());
    }

    @Test
    void receiptsAreForTheirSenderAndWhoMayReadTheDocument() {
        String taken = product(Samples.product("SP-1", 1));
        String refused = api.post(DOCUMENTS, Samples.of("product", "/name", ""))
                .json()
                .at("/result/receiptId")
                .asText();
        assertEquals(200, api.get("/v1/receipts/" + refused).status());
        assertEquals(404, other("orders:read").get("/v1/receipts/" + taken).status());
        Answer seen = other("products:read").get("/v1/receipts/" + taken);
        assertEquals(200, seen.status());
        assertEquals("app-" + tenant, seen.json().at("/sender/code").asText(), "the sender, not the reader");
        Answer hidden = other("products:read").get("/v1/receipts/" + refused);
        assertEquals("not-found", hidden.code());
        assertTrue(hidden.text().contains("there is no such receipt"), hidden.text());
    }
}
