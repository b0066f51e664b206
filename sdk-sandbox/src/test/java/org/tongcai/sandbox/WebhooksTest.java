package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongcai.sandbox.Api.Answer;
import org.tongcai.signature.WebhookSecret;
import org.tongcai.signature.WebhookSignature;

/** Events reach their receiver, signed, and only where they may go. */
class WebhooksTest {
    private record Received(Map<String, List<String>> headers, byte[] body) {}

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private volatile int status = 204;
    private HttpServer receiver;
    private Sandbox sandbox;
    private Api api;

    @BeforeEach
    void start() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (status == 302) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            received.add(new Received(headers, body));
        });
        receiver.start();
        sandbox = Sandbox.builder().standard(Samples.STANDARD).localCallbacks().start();
        sandbox.addTenant("demo", "示例租户");
        api = new Api(sandbox, sandbox.newApplication("demo", "app"));
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.stop(0);
    }

    private JsonNode subscribe(String types) {
        Answer answer = api.post(
                "/v1/subscriptions",
                "{\"callbackUrl\":\"http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook\",\"eventTypes\":"
                        + types + "}");
        assertEquals(201, answer.status(), answer.text());
        assertEquals("no-store", answer.header("Cache-Control"));
        return answer.json();
    }

    private Received next() throws InterruptedException {
        Received next = received.poll(20, TimeUnit.SECONDS);
        assertNotNull(next, "no event came");
        return next;
    }

    private static WebhookSignature.Result verify(Received event, String secret) throws Exception {
        return WebhookSignature.verify(
                List.of(WebhookSecret.parse(secret)), event.headers()::get, event.body(), Clock.systemUTC());
    }

    @Test
    void eventsAreSignedAndThin() throws Exception {
        JsonNode subscription = subscribe("[\"org.tongcai.document.created.v1\",\"org.tongcai.order.status.v1\"]");
        String secret = subscription.get("secret").asText();
        api.post("/v1/orders", Samples.of("order", "/header/revision", "1", "/status", "SUBMITTED"));
        Received created = next();
        assertEquals(WebhookSignature.Result.VALID, verify(created, secret));
        JsonNode event = Api.JSON.readTree(created.body());
        assertEquals("1.0", event.get("specversion").asText());
        assertEquals(
                "order/DEMO-PLATFORM-01/DD-2026-000871/1", event.get("subject").asText());
        assertEquals(
                event.get("id").asText(), created.headers().get("webhook-id").get(0));
        assertEquals(sandbox.baseUrl().toString(), event.get("source").asText());
        assertFalse(event.get("data").has("purchaser"), "events carry no content");

        Answer rotated = api.post(
                "/v1/subscriptions/" + subscription.get("subscriptionId").asText() + "/secret", "");
        assertEquals(200, rotated.status(), rotated.text());
        api.post("/v1/documents", Samples.of("orderDecision"));
        for (int i = 0; i < 2; i++) {
            Received next = next();
            assertEquals(WebhookSignature.Result.VALID, verify(next, secret), "the old secret holds for a day");
            assertEquals(
                    WebhookSignature.Result.VALID,
                    verify(next, rotated.json().get("secret").asText()));
            JsonNode later = Api.JSON.readTree(next.body());
            if (later.get("type").asText().equals("org.tongcai.order.status.v1")) {
                assertEquals("ACCEPTED", later.at("/data/status").asText());
            }
        }
        assertEquals(1, api.get("/v1/subscriptions").json().get("items").size());
        assertFalse(api.get("/v1/subscriptions").text().contains("whsec_"));
    }

    @Test
    void aReceiverThatIsGoneIsLeftAlone() throws Exception {
        JsonNode subscription = subscribe("[\"org.tongcai.document.created.v1\"]");
        String path = "/v1/subscriptions/" + subscription.get("subscriptionId").asText();
        Answer test = Api.send(api.request(path + "/test").POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertTrue(test.json().get("delivered").asBoolean(), test.text());
        next();
        status = 302;
        Answer redirected =
                Api.send(api.request(path + "/test").POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertEquals(302, redirected.json().get("status").asInt());
        next();
        assertTrue(received.isEmpty(), "redirects are not followed");
        status = 410;
        api.post("/v1/documents", Samples.product("SP-1", 1));
        next();
        String state = "";
        for (int i = 0; i < 100 && !state.equals("UNSUBSCRIBED"); i++) {
            Thread.sleep(50);
            state = api.get("/v1/subscriptions").json().at("/items/0/state").asText();
        }
        assertEquals("UNSUBSCRIBED", state);
        assertEquals(204, Api.send(api.request(path).DELETE()).status());
        assertEquals("not-found", Api.send(api.request(path).DELETE()).code());
    }

    @Test
    void privateAddressesCannotBeCalled() {
        for (String url : List.of(
                "http://example.org/",
                "ftp://example.org/",
                "https://user@example.org/",
                "https:///x",
                "file:///etc/passwd")) {
            Answer answer = api.post(
                    "/v1/subscriptions", "{\"callbackUrl\":\"" + url + "\",\"eventTypes\":[\"org.tongcai.test.v1\"]}");
            assertEquals("malformed-request", answer.code(), url);
        }
        Answer made = api.post(
                "/v1/subscriptions",
                "{\"callbackUrl\":\"https://10.0.0.1/\",\"eventTypes\":[\"org.tongcai.test.v1\"]}");
        String id = made.json().get("subscriptionId").asText();
        Answer test = Api.send(api.request("/v1/subscriptions/" + id + "/test")
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertFalse(test.json().get("delivered").asBoolean());
        assertFalse(test.json().has("status"));
    }
}
