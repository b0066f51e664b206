package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.tongcai.Verdict;
import org.tongcai.sandbox.Api.Answer;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.Keys;

/** The audit trail, as somebody checks it who has nothing but the documents of it and the public key of the platform. */
class AuditTrailTest {
    private static final String DOCUMENTS = "/v1/documents";
    private static final String TRAILS = DOCUMENTS + "?documentType=auditTrail&platformCode=TONGCAI-SANDBOX";
    private static final String PRODUCT = DOCUMENTS + "/product/" + Samples.PLATFORM + "/SP-1";

    @TempDir
    Path folder;

    private Sandbox start() {
        return Sandbox.builder()
                .standard(Samples.STANDARD)
                .database("jdbc:h2:file:" + folder.resolve("audited"))
                .start();
    }

    /** Not by {@link Api#get}: a thousand entries are checked here, and for their form in one test. */
    private static byte[] trail(Api api, String id) throws Exception {
        return Api.HTTP
                .send(
                        api.request(DOCUMENTS + "/auditTrail/TONGCAI-SANDBOX/" + id)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** The raw bytes of the entries, from brace to brace. */
    private static List<byte[]> entries(byte[] trail) throws Exception {
        List<byte[]> entries = new ArrayList<>();
        try (JsonParser parser = Api.JSON.getFactory().createParser(trail)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals("entries");
                parser.nextToken();
                while (wanted && parser.nextToken() == JsonToken.START_OBJECT) {
                    int from = (int) parser.currentTokenLocation().getByteOffset();
                    parser.skipChildren();
                    entries.add(Arrays.copyOfRange(
                            trail, from, (int) parser.currentLocation().getByteOffset()));
                }
                parser.skipChildren();
            }
        }
        return entries;
    }

    /** Checks a trail as section 6 of the service standard says; gives its entries. */
    private static List<JsonNode> verified(byte[] trail, String before) throws Exception {
        JsonNode document = Api.JSON.readTree(trail);
        String digest = before;
        List<JsonNode> read = new ArrayList<>();
        long sequence = document.get("firstSequence").asLong();
        for (byte[] entry : entries(trail)) {
            JsonNode one = Api.JSON.readTree(entry);
            assertEquals(sequence++, one.get("sequence").asLong());
            assertEquals(digest, one.at("/previousDigest/value").asText(), "entry " + one.get("sequence"));
            digest = sha256(entry);
            read.add(one);
        }
        assertEquals(sequence - 1, document.get("lastSequence").asLong());
        assertEquals(digest, document.at("/closingDigest/value").asText());
        return read;
    }

    private static List<String> operations(List<JsonNode> entries) {
        return entries.stream()
                .map(e -> e.get("operation").asText() + " " + e.get("result").asText() + " "
                        + e.at("/object/document/documentId").asText("-"))
                .toList();
    }

    @Test
    void whatHappensIsRecordedAndChained() throws Exception {
        try (Sandbox sandbox = start()) {
            sandbox.addTenant("t", "示例租户");
            Api api = new Api(sandbox, sandbox.newApplication("t", "mall"));
            api.post(DOCUMENTS, Samples.product("SP-1", 1));
            api.batch(Samples.product("SP-1", 1), Samples.of("product", "/name", ""), "{");
            api.get(PRODUCT);
            String original = "{\"document\":{\"documentType\":\"product\",\"documentId\":\"SP-1\"},\"revision\":1}";
            api.post(DOCUMENTS, Samples.of("correction", "/original", original));
            api.post(
                    DOCUMENTS,
                    Samples.of(
                            "withdrawal", "/original", original, "/scope", "WHOLE", "/itemIds", "", "/replacedBy", ""));
            api.get("/v1/feed?include=document");

            byte[] trail = api.get(DOCUMENTS + "/auditTrail/TONGCAI-SANDBOX/LH-1-1")
                    .response()
                    .body();
            List<JsonNode> entries = verified(trail, "");
            assertEquals(
                    List.of(
                            "RECEIVE SUCCEEDED SP-1",
                            "RECEIVE SUCCEEDED SP-1",
                            "RECEIVE REFUSED SP-2026-004821",
                            "RECEIVE REFUSED -",
                            "READ_SENSITIVE SUCCEEDED SP-1",
                            "RECEIVE SUCCEEDED GZSJ-2026-000014",
                            "CORRECT SUCCEEDED SP-1",
                            "RECEIVE SUCCEEDED CH-2026-000003",
                            "WITHDRAW SUCCEEDED SP-1",
                            "EXPORT SUCCEEDED -"),
                    operations(entries));
            assertEquals("REJECTED", entries.get(2).get("verdict").asText());
            assertEquals("document-rejected", entries.get(2).get("reason").asText());
            assertEquals("mall", entries.get(0).get("applicationId").asText());
            assertEquals(
                    sha256(api.get(PRODUCT).response().body()),
                    entries.get(0).at("/object/digest/value").asText());
            assertFalse(entries.get(4).get("pointers").isEmpty(), "which fields are personal data");
            assertEquals(4, entries.get(9).get("recordCount").asInt());

            var report = Samples.STANDARD.validate(trail);
            assertEquals(
                    Verdict.ACCEPTED, report.verdict(), () -> report.findings().toString());
            assertEquals(List.of(), report.findings());
            JsonNode seal = Api.JSON.readTree(trail).at("/seals/0");
            assertTrue(Keys.readVerifying(null, sandbox.responseKey("ed25519"), Algorithms.installed())
                    .verify(
                            HexFormat.of().parseHex(seal.at("/content/value").asText()),
                            Base64.getDecoder().decode(seal.get("value").asText())));
        }
    }

    @Test
    void anAlteredEntryShows() throws Exception {
        try (Sandbox sandbox = start()) {
            sandbox.addTenant("t", "示例租户");
            Api api = new Api(sandbox, sandbox.newApplication("t", "mall"));
            api.batch(Samples.product("SP-1", 1), Samples.product("SP-2", 1), Samples.product("SP-3", 1));
            String trail = new String(trail(api, "LH-1-1"), StandardCharsets.UTF_8);
            byte[] altered = trail.replace("SP-2", "SP-9").getBytes(StandardCharsets.UTF_8);
            assertThrows(AssertionFailedError.class, () -> verified(altered, ""));
            String second =
                    new String(entries(trail.getBytes(StandardCharsets.UTF_8)).get(1), StandardCharsets.UTF_8);
            byte[] shorter = trail.replace(second + ",\n", "").getBytes(StandardCharsets.UTF_8);
            assertThrows(AssertionFailedError.class, () -> verified(shorter, ""));
        }
    }

    @Test
    void aTrailGoesOnAfterARestartAndOverManyDocuments() throws Exception {
        String batch = String.join("\n", Collections.nCopies(100, Samples.product("SP-1", 1)));
        Sandbox.Credentials mall;
        byte[] young;
        try (Sandbox sandbox = start()) {
            sandbox.addTenant("t", "示例租户");
            mall = sandbox.newApplication("t", "mall");
            Api api = new Api(sandbox, mall);
            for (int i = 0; i < 6; i++) {
                api.batch(batch);
            }
            young = trail(api, "LH-1-1");
            sandbox.addTenant("u", "另一租户");
            Api other = new Api(sandbox, sandbox.newApplication("u", "other"));
            assertTrue(other.get(TRAILS).json().get("items").isEmpty(), "each tenant has a trail of its own");
            assertEquals(
                    404,
                    other.get(DOCUMENTS + "/auditTrail/TONGCAI-SANDBOX/LH-1-1").status());
        }
        try (Sandbox sandbox = start()) {
            Api api = new Api(sandbox, mall);
            for (int i = 0; i < 5; i++) {
                api.batch(batch);
            }
            byte[] first = trail(api, "LH-1-1");
            byte[] second = trail(api, "LH-1-2");
            assertEquals(1000, verified(first, "").size());
            String closing = Api.JSON.readTree(first).at("/closingDigest/value").asText();
            verified(second, closing);
            assertEquals(
                    "LH-1-1",
                    Api.JSON.readTree(second).at("/previousTrail/documentId").asText());
            String then = new String(trail(api, "LH-1-1?revision=600"), StandardCharsets.UTF_8);
            assertEquals(new String(young, StandardCharsets.UTF_8), then, "a revision never changes");
            JsonNode items = api.get(TRAILS + "&limit=1").json();
            assertEquals(sha256(first), items.at("/items/0/digest").asText());
            String cursor = items.get("nextCursor").asText();
            assertEquals(
                    "LH-1-2",
                    api.get(DOCUMENTS + "?cursor=" + cursor + "&documentType=auditTrail&platformCode=TONGCAI-SANDBOX")
                            .json()
                            .at("/items/0/documentId")
                            .asText());
        }
    }

    @Test
    void theTrailIsForWhoMaySeeTheExchange() throws Exception {
        try (Sandbox sandbox = start()) {
            sandbox.addTenant("t", "示例租户");
            sandbox.addApplication(new Application("t", "reader", "0123456789abcdef0123", Set.of("workflows:read")));
            Answer token = Api.token(sandbox.baseUrl(), "reader", "0123456789abcdef0123", "");
            Api reader =
                    new Api(sandbox.baseUrl(), token.json().get("access_token").asText());
            assertEquals("exchange:read", reader.get(TRAILS).json().get("scope").asText());
            assertEquals(
                    403,
                    reader.get(DOCUMENTS + "/auditTrail/TONGCAI-SANDBOX/LH-1-1").status());
            assertEquals(200, reader.get(DOCUMENTS + "?documentType=auditTrail").status());
            assertEquals(403, reader.post("/v1/orders", Samples.of("order")).status());

            byte[] trail = trail(new Api(sandbox, sandbox.newApplication("t", "auditor")), "LH-1-1");
            List<JsonNode> entries = verified(trail, "");
            assertEquals(
                    List.of("READ REFUSED -", "READ REFUSED -", "RECEIVE REFUSED -"),
                    operations(entries),
                    "who tries what is not allowed is seen");
            assertEquals(
                    List.of("操作 operation queryDocuments", "操作 operation getDocument", "操作 operation submitOrder"),
                    entries.stream().map(e -> e.get("objectName").asText()).toList());
            assertEquals("reader", entries.get(0).get("applicationId").asText());
            assertEquals("insufficient-scope", entries.get(0).get("reason").asText());
            assertEquals(List.of(), Samples.STANDARD.validate(trail).findings());
        }
    }
}
