package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no request of the service standard is answered as the standard says, whoever finds it out: never a page of the HTTP server. */
class ErrorPagesTest {
    private static Sandbox sandbox;
    private static Api api;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().standard(Samples.STANDARD).start();
        sandbox.addTenant("demo", "示例租户");
        api = new Api(sandbox, sandbox.newApplication("demo", "app"));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private record Raw(int status, Map<String, String> headers, String body) {
        JsonNode problem() throws IOException {
            assertEquals("application/problem+json", headers.get("Content-Type"), body);
            JsonNode problem = Api.JSON.readTree(body);
            assertEquals(status, problem.get("status").asInt());
            assertEquals(
                    "urn:request:" + headers.get("Request-Id"),
                    problem.get("instance").asText());
            return problem;
        }
    }

    /** Sends bytes as they are: an HTTP client would not. */
    private static Raw raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sandbox.baseUrl().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = text.indexOf("\r\n\r\n");
            assertTrue(end > 0, text);
            String[] lines = text.substring(0, end).split("\r\n");
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line : Arrays.asList(lines).subList(1, lines.length)) {
                int colon = line.indexOf(':');
                headers.put(line.substring(0, colon), line.substring(colon + 1).trim());
            }
            return new Raw(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
        }
    }

    private static String get(String target, String... headers) {
        StringBuilder request = new StringBuilder("GET ").append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request.append("Connection: close\r\n\r\n").toString();
    }

    private static void leaksNothing(Raw raw) {
        String all = (raw.headers() + raw.body()).toLowerCase(Locale.ROOT);
        for (String word : List.of("jetty", "javalin", "exception", "stack", "org.eclipse", "<html")) {
            assertFalse(all.contains(word), () -> word + " in " + raw);
        }
        assertNull(raw.headers().get("Server"));
    }

    @Test
    void whatIsNoHttpIsAProblem() throws IOException {
        String path = "/tongcai/v1/feed";
        for (String wrong : List.of(
                "GARBAGE\r\n\r\n",
                "GET " + path + " HTTP/9.9\r\n\r\n",
                get(path, "A B: x"),
                get(path, "X: a\u0000b"),
                get(path, "Host: other.example"),
                get(path, "Content-Length: x"),
                get(path, "Content-Length: 1", "Transfer-Encoding: chunked"),
                get("/tongcai/v1/documents/product/%2e%2e/x"),
                get("/tongcai/v1/documents/product/a%2fb/x"),
                get("/tongcai/v1/documents/product/..;x=y/z"),
                get("/tongcai/v1/documents/product/a%00/x"),
                get("/tongcai/v1/documents/product/%zz/x"),
                get("/tongcai/v1/documents/product/" + "x".repeat(20_000)),
                get(path, "X-Large: " + "x".repeat(20_000)))) {
            Raw answer = raw(wrong);
            assertEquals(400, answer.status(), wrong);
            assertEquals("malformed-request", answer.problem().get("code").asText(), wrong);
            leaksNothing(answer);
        }
    }

    @Test
    void aPathOutsideTheServiceIsAProblemThatKeepsTheRequestIdAndTheLanguage() throws IOException {
        for (String target :
                List.of("/", "/favicon.ico", "/tongcai", "/tongcai/v1", "/tongcai/v1/nothing", "/v1/feed")) {
            Raw answer = raw(get(target, "Request-Id: mine-1", "Accept-Language: en"));
            assertEquals(404, answer.status(), target);
            assertEquals("mine-1", answer.headers().get("Request-Id"));
            assertEquals("not-found", answer.problem().get("code").asText());
            assertEquals("Not found", answer.problem().get("title").asText());
            leaksNothing(answer);
        }
    }

    @Test
    void aProblemOfTheServerKeepsTheRequestIdAndTheLanguageToo() throws IOException {
        Raw answer = raw(get("/tongcai/v1/documents/product/a%2fb/x", "Request-Id: mine-2", "Accept-Language: en"));
        assertEquals("mine-2", answer.headers().get("Request-Id"));
        assertEquals("en", answer.headers().get("Content-Language"));
        assertEquals("Malformed request", answer.problem().get("title").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PUT", "PATCH", "OPTIONS", "TRACE", "POST", "BREW", "HEAD"})
    void whatIsNotAllowedNamesWhatIs(String method) throws IOException {
        Raw answer =
                raw(method + " /tongcai/v1/feed HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        assertEquals(405, answer.status());
        assertEquals("GET", answer.headers().get("Allow"));
        if (!method.equals("HEAD")) {
            assertEquals("method-not-allowed", answer.problem().get("code").asText());
        }
        leaksNothing(answer);
    }

    /** RFC 9110 section 15.5.6: exactly those of the target, in every case. */
    @Test
    void allowNamesEveryMethodOfThePath() {
        String upload = "/v1/attachments/FJ-1";
        String allow = Api.HTTP
                .sendAsync(
                        api.request(upload)
                                .method("PUT", java.net.http.HttpRequest.BodyPublishers.noBody())
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString())
                .join()
                .headers()
                .firstValue("Allow")
                .orElse("");
        assertEquals(
                new TreeSet<>(List.of("DELETE", "GET", "HEAD", "PATCH")), new TreeSet<>(List.of(allow.split(", "))));
    }

    @Test
    void aBodyThatIsTooLargeIsAProblem() throws IOException {
        Raw answer = raw("POST /tongcai/v1/documents HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + api.token
                + "\r\nIdempotency-Key: k\r\nContent-Type: application/json\r\nContent-Length: 999999999\r\n"
                + "Connection: close\r\n\r\n{");
        assertEquals(413, answer.status());
        assertEquals("document-too-large", answer.problem().get("code").asText());
        leaksNothing(answer);
    }
}
