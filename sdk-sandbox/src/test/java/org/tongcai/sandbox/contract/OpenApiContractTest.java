package org.tongcai.sandbox.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract knows right from wrong: messages as described pass, and each of these slips is named. */
class OpenApiContractTest {
    private static final OpenApiContract CONTRACT = OpenApiContract.load();
    private static final Path EXAMPLES =
            Path.of(System.getProperty("spec.directory", "../spec")).resolve("cases/examples");
    private static final byte[] NONE = {};
    private static final Map<String, List<String>> JSON = Map.of(
            "content-type", List.of("application/json; charset=utf-8"),
            "idempotency-key", List.of("k-1"),
            "signature", List.of("tongcai=:AA==:"));
    private static final Map<String, List<String>> READ = Map.of("Authorization", List.of("Bearer x"));
    private static final String RESULT = """
            {"receiptId":"R-1","documentType":"order","platformCode":"P-1","documentId":"D-1","revision":1,"verdict":"ACCEPTED",\
            "state":"TAKEN","receivedAt":"2026-05-18T10:12:00+08:00","digest":"%s","findings":[]}""".formatted("0".repeat(64));
    private static final String PROBLEM = """
            {"type":"https://tongcai.org/problems/not-found","title":"没有找到","status":404,"instance":"urn:request:r",\
            "code":"not-found","action":"检查编号。"}""";

    private static byte[] example(String name) throws IOException {
        return Files.readAllBytes(EXAMPLES.resolve(name + ".json"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void violates(String part, List<String> violations) {
        assertTrue(violations.stream().anyMatch(violation -> violation.contains(part)), violations::toString);
    }

    @Test
    void documentsOfAnyTypePassWhereTheyBelong() throws IOException {
        assertEquals(List.of(), CONTRACT.request("POST", "/v1/documents", null, JSON, example("order")));
        assertEquals(List.of(), CONTRACT.request("POST", "/v1/documents", null, JSON, example("awardNotice")));
        assertEquals(List.of(), CONTRACT.request("POST", "/v1/notices", null, JSON, example("awardNotice")));
        assertEquals(List.of(), CONTRACT.request("POST", "/v1/orders", null, JSON, example("order")));
        assertEquals(
                List.of(),
                CONTRACT.request("POST", "/v1/orders/P-1/D-1/decisions", "", JSON, example("orderDecision")));
    }

    @Test
    void documentsThatDoNotBelongAreNamed() throws IOException {
        violates("documentType", CONTRACT.request("POST", "/v1/notices", null, JSON, example("order")));
        violates("documentType", CONTRACT.request("POST", "/v1/orders", null, JSON, example("contract")));
        String order = new String(example("order"), StandardCharsets.UTF_8);
        violates(
                "revision",
                CONTRACT.request(
                        "POST",
                        "/v1/documents",
                        null,
                        JSON,
                        utf8(order.replaceFirst("\"revision\": 9", "\"revision\": 0"))));
        violates("not JSON", CONTRACT.request("POST", "/v1/documents", null, JSON, utf8("{")));
    }

    @Test
    void pathsQueriesAndHeadersAreHeldAgainstTheDescription() {
        assertEquals(
                List.of(),
                CONTRACT.request(
                        "GET", "/v1/feed", "limit=1000&documentType=order&documentType=contract&wait=30", READ, NONE));
        violates("no operation", CONTRACT.request("GET", "/v2/feed", null, READ, NONE));
        violates("no operation", CONTRACT.request("DELETE", "/v1/feed", null, READ, NONE));
        violates("query limit", CONTRACT.request("GET", "/v1/feed", "limit=1001", READ, NONE));
        violates("query limit", CONTRACT.request("GET", "/v1/feed", "limit=ten", READ, NONE));
        violates("query since: not described", CONTRACT.request("GET", "/v1/feed", "since=1", READ, NONE));
        violates("path date", CONTRACT.request("GET", "/v1/reconciliation/2026-13-01", null, READ, NONE));
        violates("neither signature", CONTRACT.request("GET", "/v1/feed", null, Map.of(), NONE));
        assertEquals(List.of(), CONTRACT.request("GET", "/v1/capabilities", null, Map.of(), NONE));
        violates("body: none", CONTRACT.request("GET", "/v1/feed", null, READ, utf8("{}")));
    }

    @Test
    void idempotencyKeyAndMediaTypeAreRequired() throws IOException {
        violates(
                "header Idempotency-Key: missing",
                CONTRACT.request(
                        "POST",
                        "/v1/documents",
                        null,
                        Map.of("Content-Type", List.of("application/json"), "Signature", List.of("x")),
                        example("order")));
        violates(
                "media type text/plain",
                CONTRACT.request(
                        "POST",
                        "/v1/documents",
                        null,
                        Map.of(
                                "Content-Type", List.of("text/plain"),
                                "Signature", List.of("x"),
                                "Idempotency-Key", List.of("k")),
                        utf8("x")));
    }

    @Test
    void formsAreReadAsObjects() {
        Map<String, List<String>> form = Map.of(
                "Content-Type", List.of("application/x-www-form-urlencoded"), "Authorization", List.of("Basic x"));
        assertEquals(
                List.of(),
                CONTRACT.request("POST", "/v1/token", null, form, utf8("grant_type=client_credentials&scope=a+b")));
        violates("grant_type", CONTRACT.request("POST", "/v1/token", null, form, utf8("grant_type=password")));
    }

    @Test
    void responsesHaveTheirHeadersAndBodies() {
        Map<String, List<String>> headers = Map.of(
                "Content-Type", List.of("application/json"),
                "Request-Id", List.of("r"),
                "Location", List.of("/v1/documents/order/P-1/D-1"));
        assertEquals(List.of(), CONTRACT.response("POST", "/v1/orders", 201, headers, utf8(RESULT)));
        violates("status 204", CONTRACT.response("POST", "/v1/orders", 204, headers, NONE));
        violates(
                "body: missing",
                CONTRACT.response("POST", "/v1/orders", 201, Map.of("Request-Id", List.of("r")), NONE));
        violates(
                "header Location: missing",
                CONTRACT.response(
                        "POST",
                        "/v1/orders",
                        201,
                        Map.of("Content-Type", List.of("application/json"), "Request-Id", List.of("r")),
                        utf8(RESULT)));
        violates(
                "state",
                CONTRACT.response("POST", "/v1/orders", 201, headers, utf8(RESULT.replace("TAKEN", "ACCEPTED_IT"))));
        violates(
                "ruleId",
                CONTRACT.response(
                        "POST",
                        "/v1/orders",
                        201,
                        headers,
                        utf8(RESULT.replace("\"findings\":[]", "\"findings\":[{\"layer\":\"rules\"}]"))));
    }

    @Test
    void problemsAreThoseOfTheirStatus() {
        Map<String, List<String>> headers =
                Map.of("Content-Type", List.of("application/problem+json"), "Request-Id", List.of("r"));
        String path = "/v1/orders/{platformCode}/{documentId}";
        assertEquals(List.of(), CONTRACT.response("GET", path, 404, headers, utf8(PROBLEM)));
        assertEquals(List.of(), CONTRACT.response("GET", "/v1/orders/P-1/D-1", 404, headers, utf8(PROBLEM)));
        violates("code", CONTRACT.response("GET", path, 404, headers, utf8(PROBLEM.replace("not-found\"", "gone\""))));
        violates("body: missing", CONTRACT.response("GET", path, 404, Map.of("Request-Id", List.of("r")), NONE));
        assertEquals(
                List.of(),
                CONTRACT.response(
                        "PATCH",
                        "/v1/attachments/A-1",
                        204,
                        Map.of(
                                "Request-Id", List.of("r"),
                                "Upload-Offset", List.of("10"),
                                "Upload-Complete", List.of("?0")),
                        NONE));
    }
}
