package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.sandbox.Api.Answer;
import org.tongcai.sandbox.EventReceiver.Event;

/** Section 11.4 of the online binding, with a clock that is turned by hand. */
class DeliveryScheduleTest {
    private static final List<Duration> RETRIES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10));

    /** Stands still until it is turned; an hour ahead of the clock of the platform, by which events come up. */
    private static final class HandClock extends Clock {
        private volatile Instant now = Instant.now().plus(Duration.ofHours(1));

        void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final HandClock clock = new HandClock();
    private EventReceiver receiver;
    private Sandbox sandbox;
    private Api api;

    @BeforeEach
    void start() throws Exception {
        receiver = new EventReceiver();
        start("jdbc:h2:mem:");
    }

    private void start(String database) {
        sandbox = open(database);
        sandbox.addTenant("demo", "示例租户");
        api = new Api(sandbox, sandbox.newApplication("demo", "app"));
    }

    private Sandbox open(String database) {
        return Sandbox.builder()
                .standard(Samples.STANDARD)
                .database(database)
                .localCallbacks()
                .deliveriesBy(clock)
                .start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    private JsonNode subscribe() {
        Answer answer = api.post(
                "/v1/subscriptions",
                "{\"callbackUrl\":\"" + receiver.url() + "\",\"eventTypes\":[\"org.tongcai.document.created.v1\"]}");
        assertEquals(201, answer.status(), answer.text());
        return answer.json();
    }

    private void submit(String id) {
        assertEquals(201, api.post("/v1/documents", Samples.product(id, 1)).status());
    }

    private String state() {
        return api.get("/v1/subscriptions").json().at("/items/0/state").asText();
    }

    private static String path(JsonNode subscription) {
        return "/v1/subscriptions/" + subscription.get("subscriptionId").asText();
    }

    private boolean testDelivery(JsonNode subscription) {
        return Api.send(api.request(path(subscription) + "/test").POST(BodyPublishers.noBody()))
                .json()
                .get("delivered")
                .asBoolean();
    }

    @Test
    void afterSevenRetriesItIsSuspendedUntilATestDeliverySucceeds() throws Exception {
        JsonNode subscription = subscribe();
        String secret = subscription.get("secret").asText();
        receiver.answers(500);
        submit("SP-1");
        assertEquals(1, sandbox.deliver());
        Event first = receiver.next();
        for (Duration wait : RETRIES) {
            assertEquals("ACTIVE", state());
            clock.turn(wait.minusMillis(1));
            assertEquals(0, sandbox.deliver(), () -> "before " + wait);
            clock.turn(Duration.ofMillis(1));
            assertEquals(1, sandbox.deliver(), () -> "after " + wait);
            Event again = receiver.next();
            assertEquals(first.id(), again.id(), "receivers drop doubles by it");
            assertTrue(again.signedWith(secret, clock), "each attempt is signed for its own moment");
        }
        assertEquals("SUSPENDED", state());
        submit("SP-2");
        clock.turn(Duration.ofDays(1));
        assertEquals(0, sandbox.deliver(), "what is missed is in the feed");

        assertFalse(testDelivery(subscription));
        assertEquals("SUSPENDED", state());
        receiver.answers(200);
        assertTrue(testDelivery(subscription));
        assertEquals("ACTIVE", state());
        receiver.next();
        receiver.next();
        submit("SP-3");
        assertEquals(1, sandbox.deliver());
        assertTrue(new String(receiver.next().body(), java.nio.charset.StandardCharsets.UTF_8).contains("/SP-3/"));
    }

    @Test
    void goneUnsubscribesAtOnce() throws Exception {
        subscribe();
        receiver.answers(410);
        submit("SP-1");
        sandbox.deliver();
        receiver.next();
        assertEquals("UNSUBSCRIBED", state());
        submit("SP-2");
        clock.turn(Duration.ofDays(1));
        assertEquals(0, sandbox.deliver());
        assertEquals(0, receiver.waiting());
    }

    @Test
    void aRedirectIsAFailureAndNotFollowed() throws Exception {
        subscribe();
        for (int status : new int[] {301, 302, 307, 308}) {
            receiver.answers(status);
            submit("SP-" + status);
            sandbox.deliver();
            receiver.next();
            assertEquals(0, receiver.waiting(), "followed " + status);
            receiver.answers(204);
            clock.turn(Duration.ofSeconds(5));
            assertEquals(1, sandbox.deliver(), "tried again");
            receiver.next();
        }
    }

    @Test
    void bothSecretsSignForADay() throws Exception {
        JsonNode subscription = subscribe();
        String old = subscription.get("secret").asText();
        Answer rotated = api.post(path(subscription) + "/secret", "");
        String fresh = rotated.json().get("secret").asText();
        assertEquals(
                clock.instant().plus(Duration.ofHours(24)).getEpochSecond(),
                java.time.OffsetDateTime.parse(
                                rotated.json().get("previousValidUntil").asText())
                        .toEpochSecond());
        clock.turn(Duration.ofHours(24).minusMillis(1));
        submit("SP-1");
        sandbox.deliver();
        Event during = receiver.next();
        assertTrue(during.signedWith(old, clock));
        assertTrue(during.signedWith(fresh, clock));
        clock.turn(Duration.ofMillis(1));
        submit("SP-2");
        sandbox.deliver();
        Event after = receiver.next();
        assertFalse(after.signedWith(old, clock), "the old secret has ended");
        assertTrue(after.signedWith(fresh, clock));
    }

    @Test
    void whatWasNotDeliveredOutlivesThePlatform(@TempDir Path folder) throws Exception {
        sandbox.close();
        String file = "jdbc:h2:file:" + folder.resolve("events");
        start(file);
        String secret = subscribe().get("secret").asText();
        receiver.answers(503);
        submit("SP-1");
        submit("SP-2");
        assertEquals(2, sandbox.deliver());
        String first = receiver.next().id();
        String second = receiver.next().id();
        sandbox.close();
        receiver.answers(204);
        sandbox = open(file);
        assertEquals(0, sandbox.deliver(), "the wait goes on");
        clock.turn(Duration.ofSeconds(5));
        assertEquals(2, sandbox.deliver());
        Event again = receiver.next();
        assertTrue(again.signedWith(secret, clock));
        assertEquals(List.of(first, second), List.of(again.id(), receiver.next().id()));
        clock.turn(Duration.ofDays(1));
        assertEquals(0, sandbox.deliver());
    }
}
