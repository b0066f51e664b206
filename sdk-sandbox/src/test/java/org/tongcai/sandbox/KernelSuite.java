package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tongcai.sandbox.Api.Answer;

/** What the kernel promises, the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KernelSuite {
    private static final String DOCUMENTS = "/v1/documents";

    Sandbox sandbox;
    Api api;
    private int tenants;

    /** JDBC URL of an empty database. */
    abstract String database() throws Exception;

    @BeforeAll
    void startSandbox() throws Exception {
        sandbox = Sandbox.builder()
                .standard(Samples.STANDARD)
                .database(database())
                .start();
    }

    @AfterAll
    void stopSandbox() {
        sandbox.close();
    }

    /** Each test has a tenant of its own. */
    @BeforeEach
    void newTenant() {
        String tenant = "t" + ++tenants;
        sandbox.addTenant(tenant, "示例租户");
        api = new Api(sandbox, sandbox.newApplication(tenant, "app-" + tenant));
    }

    @Test
    void aDocumentIsTakenOnceAndGivenAsItWas() {
        String document = Samples.product("SP-1", 1) + "\n";
        Answer taken = api.post(DOCUMENTS, document);
        assertEquals(201, taken.status(), taken.text());
        assertEquals("ACCEPTED", taken.json().get("verdict").asText());
        assertEquals(
                "/tongcai/v1/documents/product/" + Samples.PLATFORM + "/SP-1?revision=1", taken.header("Location"));

        Answer again = api.post(DOCUMENTS, document);
        assertEquals(200, again.status());
        assertEquals("DUPLICATE", again.json().get("state").asText());
        assertTrue(again.json().get("duplicate").asBoolean());
        assertEquals(taken.json().get("receiptId"), again.json().get("receiptId"));

        String path = DOCUMENTS + "/product/" + Samples.PLATFORM + "/SP-1";
        Answer got = api.get(path);
        assertArrayEquals(
                document.getBytes(StandardCharsets.UTF_8), got.response().body());
        String tag = got.header("ETag");
        assertEquals("\"" + taken.json().get("digest").asText() + "\"", tag);
        assertNotNull(got.header("Content-Digest"));
        assertEquals(304, api.get(path, "If-None-Match", tag).status());
        Answer xml = api.get(path, "Accept", "application/xml");
        assertEquals("application/xml", xml.header("Content-Type"));
        assertTrue(xml.text().contains("<documentId>SP-1</documentId>"), xml.text());
        assertEquals(406, api.get(path, "Accept", "text/html").status());
        assertEquals(404, api.get(path + "0").status());
    }

    @Test
    void xmlIsTakenAsXmlAndGivenAsJson() {
        api.post(DOCUMENTS, Samples.product("SP-1", 1));
        String path = DOCUMENTS + "/product/" + Samples.PLATFORM + "/SP-1";
        byte[] xml = api.get(path, "Accept", "application/xml").response().body();
        byte[] second = new String(xml, StandardCharsets.UTF_8)
                .replace("<revision>1</revision>", "<revision>2</revision>")
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(
                201, api.post(DOCUMENTS, "application/xml", second, Api.key()).status());
        assertArrayEquals(second, api.get(path).response().body());
        assertEquals(
                2,
                api.get(path, "Accept", "application/json")
                        .json()
                        .at("/header/revision")
                        .asInt());
        assertEquals(
                "unsupported-media-type",
                api.post(DOCUMENTS, "application/json", second, Api.key()).code());
    }

    @Test
    void whatIsWrongIsRefusedWithFindingsAndAReceipt() {
        Answer refused = api.post(DOCUMENTS, Samples.of("product", "/name", "", "/header/documentId", "SP-9"));
        assertEquals(422, refused.status());
        assertEquals("document-rejected", refused.code());
        assertTrue(refused.json().get("findings").size() > 0);
        JsonNode result = refused.json().get("result");
        assertEquals("REFUSED", result.get("state").asText());
        Answer receipt = api.get("/v1/receipts/" + result.get("receiptId").asText());
        assertEquals("REJECTED", receipt.json().get("verdict").asText());
        assertTrue(receipt.json().get("findings").size() > 0);
        assertEquals(
                404,
                api.get(DOCUMENTS + "/product/" + Samples.PLATFORM + "/SP-9").status());
        assertEquals("document-rejected", api.post(DOCUMENTS, "{").code());
    }

    @Test
    void revisionsGoUpAndOneRevisionHasOneContent() {
        assertEquals(201, api.post(DOCUMENTS, Samples.product("SP-1", 2)).status());
        Answer conflict = api.post(DOCUMENTS, Samples.product("SP-1", 2).replace("云帆", "星桥"));
        assertEquals("revision-conflict", conflict.code());
        assertEquals(2, conflict.json().get("currentRevision").asInt());
        assertEquals(
                "revision-outdated",
                api.post(DOCUMENTS, Samples.product("SP-1", 1)).code());
        assertEquals(201, api.post(DOCUMENTS, Samples.product("SP-1", 3)).status());
        JsonNode current = api.get(DOCUMENTS).json().get("items");
        assertEquals(1, current.size());
        assertEquals(3, current.get(0).get("revision").asInt());
        JsonNode all = api.get(DOCUMENTS + "?revisions=all&documentType=product")
                .json()
                .get("items");
        assertEquals("SUPERSEDED", all.get(0).get("state").asText());
    }

    @Test
    void anIdempotencyKeyGivesTheFirstResponseAgain() {
        byte[] body = Samples.product("SP-1", 1).getBytes(StandardCharsets.UTF_8);
        Answer first = api.post(DOCUMENTS, "application/json", body, "key-1");
        Answer replay = api.post(DOCUMENTS, "application/json", body, "key-1");
        assertEquals(201, replay.status());
        assertEquals("?1", replay.header("Idempotent-Replay"));
        assertArrayEquals(first.response().body(), replay.response().body());
        assertEquals(first.header("Location"), replay.header("Location"));
        Answer other = api.post(
                DOCUMENTS, "application/json", Samples.product("SP-2", 1).getBytes(StandardCharsets.UTF_8), "key-1");
        assertEquals("idempotency-key-reused", other.code());
        Answer without = Api.send(api.request(DOCUMENTS)
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(body)));
        assertEquals("idempotency-key-missing", without.code());
    }

    @Test
    void sameKeyAtOnceStoresOnce() throws Exception {
        byte[] body = Samples.product("SP-1", 1).getBytes(StandardCharsets.UTF_8);
        List<CompletableFuture<Answer>> running = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            running.add(CompletableFuture.supplyAsync(() -> api.post(DOCUMENTS, "application/json", body, "same")));
        }
        for (CompletableFuture<Answer> one : running) {
            Answer answer = one.get(30, TimeUnit.SECONDS);
            assertTrue(answer.status() == 201 || answer.code().equals("request-in-progress"), answer.text());
        }
        assertEquals(1, api.get("/v1/feed").json().get("items").size());
    }

    @Test
    void aBatchIsJudgedLineByLine() {
        Answer answer = api.batch(
                Samples.product("SP-1", 1),
                "",
                Samples.of("product", "/name", ""),
                Samples.product("SP-1", 1),
                Samples.product("SP-1", 1).replace("云帆", "星桥"),
                Samples.product("SP-1", 2),
                Samples.of("product", "/header/standardVersion", "9.9", "/header/documentId", "SP-7"),
                "{\"header\":");
        assertEquals(200, answer.status(), answer.text());
        JsonNode result = answer.json();
        assertEquals(2, result.get("accepted").asInt(), answer.text());
        assertEquals(
                2, result.get("rejected").asInt() + result.get("undetermined").asInt() - 1);
        assertEquals(1, result.get("duplicates").asInt());
        assertEquals(1, result.get("conflicts").asInt());
        assertEquals(3, result.at("/results/1/line").asInt());
        assertEquals("revision-conflict", result.at("/results/3/problem/code").asText());
        assertEquals("edition-unsupported", result.at("/results/5/problem/code").asText());
        JsonNode feed = api.get("/v1/feed").json().get("items");
        assertEquals("CREATED", feed.get(0).get("change").asText());
        assertEquals("REVISED", feed.get(1).get("change").asText());
        assertEquals(2, feed.size());
    }

    @Test
    void theFeedMissesNothingWhileManyWrite() throws Exception {
        int writers = 4;
        int each = 8;
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            int writer = w;
            running.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < each; i++) {
                    assertEquals(
                            201,
                            api.post(DOCUMENTS, Samples.product("SP-" + writer + "-" + i, 1))
                                    .status());
                }
            }));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        boolean over = false;
        while (true) {
            JsonNode page = api.get("/v1/feed?limit=5" + cursor).json();
            page.get("items").forEach(item -> seen.add(item.get("documentId").asText()));
            cursor = "&cursor=" + page.get("nextCursor").asText();
            boolean done = running.stream().allMatch(CompletableFuture::isDone);
            if (over && page.get("items").isEmpty()) {
                break;
            }
            over = done && page.get("upToDate").asBoolean();
        }
        for (CompletableFuture<Void> one : running) {
            one.get();
        }
        assertEquals(writers * each, seen.size());
        assertEquals(writers * each, seen.stream().distinct().count());
        List<String> again = new ArrayList<>();
        api.get("/v1/feed?limit=1000")
                .json()
                .get("items")
                .forEach(item -> again.add(item.get("documentId").asText()));
        assertEquals(again, seen);
    }

    @Test
    void whatComesTooEarlyIsWaitedFor() {
        String original = "{\"document\":{\"documentType\":\"product\",\"documentId\":\"SP-1\"},\"revision\":1}";
        Answer early = api.post(
                DOCUMENTS,
                Samples.of("withdrawal", "/original", original, "/scope", "WHOLE", "/itemIds", "", "/replacedBy", ""));
        assertEquals("TAKEN_PENDING", early.json().get("state").asText());
        String receipt = "/v1/receipts/" + early.json().get("receiptId").asText();
        assertEquals(1, api.get(receipt).json().at("/header/revision").asInt());
        api.batch(Samples.product("SP-1", 1), Samples.product("SP-2", 1));
        assertEquals(2, api.get(receipt).json().at("/header/revision").asInt());
        assertEquals("TAKEN", api.get(receipt).json().at("/documents/0/state").asText());
        JsonNode entries = api.get(DOCUMENTS + "?documentType=product").json().get("items");
        assertEquals("WITHDRAWN", entries.at("/0/state").asText());
        assertEquals("CURRENT", entries.at("/1/state").asText());
        List<String> changes = new ArrayList<>();
        api.get("/v1/feed?documentType=product&documentType=order")
                .json()
                .get("items")
                .forEach(item -> changes.add(item.get("change").asText()));
        assertEquals(List.of("CREATED", "CREATED", "WITHDRAWN"), changes);
        JsonNode trail = api.get(DOCUMENTS + "?documentType=auditTrail&platformCode=TONGCAI-SANDBOX")
                .json()
                .at("/items/0");
        assertEquals(4, trail.get("revision").asInt(), "three documents received, one withdrawn");
    }

    /** PostgreSQL keeps no zero characters; JSON has them. */
    @Test
    void zeroCharactersAreRefusedLikeAnythingElse() {
        String document = Samples.product("SP-1", 1);
        for (String place : List.of("\"documentId\":\"SP-1", "\"regionCode\":\"", "\"linkId\":\"")) {
            Answer answer = api.post(DOCUMENTS, document.replace(place, place + "\\u0000"));
            assertTrue(answer.status() == 422 || answer.status() == 201, answer.text());
        }
        String reference = "{\"documentType\":\"product\",\"documentId\":\"\\u0000\",\"platformCode\":\"\\u0000\"}";
        Answer refused = api.batch(Samples.product("SP-2", 1)
                .replaceFirst("\\{", "{\"catalogue\":" + reference.replace("\\", "\\\\") + ","));
        assertEquals(1, refused.json().get("rejected").asInt(), refused.text());
    }

    @Test
    void aReaderWaitsForTheNext() throws Exception {
        String cursor =
                api.get("/v1/feed?cursor=latest").json().get("nextCursor").asText();
        CompletableFuture<Answer> waiting =
                CompletableFuture.supplyAsync(() -> api.get("/v1/feed?include=document&wait=20"));
        CompletableFuture<Answer> other =
                CompletableFuture.supplyAsync(() -> api.get("/v1/feed?wait=20&cursor=" + cursor));
        api.post(DOCUMENTS, Samples.product("SP-1", 1));
        assertEquals(1, other.get(15, TimeUnit.SECONDS).json().get("items").size());
        JsonNode item = waiting.get(15, TimeUnit.SECONDS).json().at("/items/0");
        assertEquals("SP-1", item.at("/document/header/documentId").asText());
        assertTrue(api.get("/v1/feed?wait=1&cursor=latest").json().get("items").isEmpty());
    }

    @Test
    void cursorsCannotBeMadeOrTakenOver() {
        api.batch(Samples.product("SP-1", 1), Samples.product("SP-2", 1), Samples.product("SP-3", 1));
        String cursor = api.get(DOCUMENTS + "?documentType=product&limit=2")
                .json()
                .get("nextCursor")
                .asText();
        assertEquals(
                1,
                api.get(DOCUMENTS + "?limit=2&cursor=" + cursor)
                        .json()
                        .get("items")
                        .size());
        assertEquals(
                1,
                api.get(DOCUMENTS + "?documentType=product&cursor=" + cursor)
                        .json()
                        .get("items")
                        .size());
        assertEquals(
                "invalid-cursor",
                api.get(DOCUMENTS + "?documentType=order&cursor=" + cursor).code());
        assertEquals("invalid-cursor", api.get("/v1/feed?cursor=" + cursor).code());
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String altered = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertEquals(
                    "invalid-cursor", api.get(DOCUMENTS + "?cursor=" + altered).code(), altered);
        }
        newTenant();
        assertEquals("invalid-cursor", api.get(DOCUMENTS + "?cursor=" + cursor).code());
        assertTrue(api.get("/v1/feed").json().get("items").isEmpty());
    }

    @Test
    void scopesBoundWhatAnApplicationMayDo() {
        sandbox.addApplication(new Application(
                "t" + tenants,
                "reader-" + tenants,
                "0123456789abcdef0123",
                java.util.Set.of("orders:read", "products:read")));
        Answer token = Api.token(sandbox.baseUrl(), "reader-" + tenants, "0123456789abcdef0123", "products:read");
        assertEquals("products:read", token.json().get("scope").asText());
        assertEquals("no-store", token.header("Cache-Control"));
        Api reader = new Api(sandbox.baseUrl(), token.json().get("access_token").asText());
        api.post(DOCUMENTS, Samples.product("SP-1", 1));
        assertEquals(
                200,
                reader.get(DOCUMENTS + "/product/" + Samples.PLATFORM + "/SP-1").status());
        assertEquals(1, reader.get("/v1/feed").json().get("items").size());
        Answer refused = reader.post(DOCUMENTS, Samples.product("SP-2", 1));
        assertEquals(403, refused.status());
        assertEquals("products:write", refused.json().get("scope").asText());
        assertEquals(403, reader.get(DOCUMENTS + "?documentType=order").status());
        assertEquals(
                "invalid_scope",
                Api.token(sandbox.baseUrl(), "reader-" + tenants, "0123456789abcdef0123", "orders:write")
                        .json()
                        .get("error")
                        .asText());
        assertEquals(
                401,
                Api.token(sandbox.baseUrl(), "reader-" + tenants, "wrong", "").status());
        assertEquals(401, Api.token(sandbox.baseUrl(), "nobody", "wrong", "").status());
        assertEquals(
                "unauthenticated",
                new Api(sandbox.baseUrl(), "x").get("/v1/feed").code());
    }

    @Test
    void requestsThatAreNotValidAreToldWhy() {
        Answer unknown = api.get(DOCUMENTS + "?colour=red");
        assertEquals("invalid-parameter", unknown.code());
        assertEquals("colour", unknown.json().get("parameter").asText());
        assertEquals("invalid-parameter", api.get(DOCUMENTS + "?limit=0").code());
        assertEquals("not-found", api.get("/v1/nothing").code());
        assertEquals(
                "method-not-allowed", Api.send(api.request("/v1/feed").DELETE()).code());
        assertEquals(
                "unsupported-media-type",
                api.post(DOCUMENTS, "text/plain", new byte[] {1}, Api.key()).code());
        Answer digest = Api.send(api.request(DOCUMENTS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k")
                .header("Request-Id", "my-request")
                .header("Accept-Language", "en")
                .header("Content-Digest", "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
        assertEquals("digest-mismatch", digest.code());
        assertEquals("my-request", digest.header("Request-Id"));
        assertEquals("urn:request:my-request", digest.json().get("instance").asText());
        assertEquals("en", digest.header("Content-Language"));
        assertFalse(digest.json().get("action").asText().isEmpty());
    }
}
