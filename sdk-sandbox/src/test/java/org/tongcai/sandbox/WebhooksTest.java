package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongcai.sandbox.Api.Answer;
import org.tongcai.sandbox.EventReceiver.Event;

/** Events reach their receiver, signed, and only where they may go. */
class WebhooksTest {
    private EventReceiver receiver;
    private Sandbox sandbox;
    private Api api;

    @BeforeEach
    void start() throws Exception {
        receiver = new EventReceiver();
        sandbox = Sandbox.builder().standard(Samples.STANDARD).localCallbacks().start();
        sandbox.addTenant("demo", "示例租户");
        api = new Api(sandbox, sandbox.newApplication("demo", "app"));
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    private JsonNode subscribe(String types) {
        Answer answer = api.post(
                "/v1/subscriptions", "{\"callbackUrl\":\"" + receiver.url() + "\",\"eventTypes\":" + types + "}");
        assertEquals(201, answer.status(), answer.text());
        assertEquals("no-store", answer.header("Cache-Control"));
        return answer.json();
    }

    @Test
    void eventsAreSignedAndThin() throws Exception {
        JsonNode subscription = subscribe("[\"org.tongcai.document.created.v1\",\"org.tongcai.order.status.v1\"]");
        String secret = subscription.get("secret").asText();
        api.post("/v1/orders", Samples.of("order", "/header/revision", "1", "/status", "SUBMITTED"));
        Event created = receiver.next();
        assertTrue(created.signedWith(secret, Clock.systemUTC()));
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
            Event next = receiver.next();
            assertTrue(next.signedWith(secret, Clock.systemUTC()), "the old secret holds for a day");
            assertTrue(next.signedWith(rotated.json().get("secret").asText(), Clock.systemUTC()));
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
        receiver.next();
        receiver.answers(302);
        Answer redirected =
                Api.send(api.request(path + "/test").POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertEquals(302, redirected.json().get("status").asInt());
        receiver.next();
        assertEquals(0, receiver.waiting(), "redirects are not followed");
        receiver.answers(410);
        api.post("/v1/documents", Samples.product("SP-1", 1));
        receiver.next();
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
