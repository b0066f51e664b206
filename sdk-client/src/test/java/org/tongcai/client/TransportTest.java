package org.tongcai.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.tongcai.Verdict;

/** What is repeated, how, and what it comes to otherwise. */
class TransportTest {
    private static final byte[] DOCUMENT = "{\"header\":{}}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final String TAKEN = "{\"receiptId\":\"R-1\",\"verdict\":\"ACCEPTED\",\"state\":\"TAKEN\","
            + "\"receivedAt\":\"2026-11-22T08:00:00+08:00\",\"digest\":\"00\",\"findings\":[]}";

    @StartStop
    private final MockWebServer server = new MockWebServer();

    private ProcurementClient client() {
        return MockPlatform.client(server).build();
    }

    private void answer(MockResponse... responses) {
        for (MockResponse response : responses) {
            server.enqueue(response);
        }
    }

    private List<RecordedRequest> requests() throws InterruptedException {
        List<RecordedRequest> all = new ArrayList<>();
        for (RecordedRequest r = server.takeRequest(0, TimeUnit.SECONDS);
                r != null;
                r = server.takeRequest(0, TimeUnit.SECONDS)) {
            all.add(r);
        }
        return all;
    }

    @Test
    void oneKeyOverAllAttempts() throws Exception {
        answer(
                new MockResponse.Builder()
                        .onRequestStart(new SocketEffect.CloseSocket())
                        .build(),
                MockPlatform.problem(503, "unavailable"),
                MockPlatform.problem(409, "request-in-progress"),
                MockPlatform.json(201, TAKEN));
        try (ProcurementClient client = client()) {
            Submission submission = client.documents().submit(DOCUMENT);
            assertTrue(submission.accepted());
            assertEquals("platform-1", submission.requestId());
        }
        // A request whose connection is closed at once is recorded without headers.
        List<RecordedRequest> requests =
                requests().stream().filter(r -> r.getHeaders().size() > 0).toList();
        assertEquals(3, requests.size());
        assertEquals(
                1,
                requests.stream()
                        .map(r -> r.getHeaders().get("Idempotency-Key"))
                        .distinct()
                        .count());
        assertEquals(
                requests.size(),
                requests.stream()
                        .map(r -> r.getHeaders().get("Request-Id"))
                        .distinct()
                        .count());
        RecordedRequest last = requests.get(requests.size() - 1);
        assertEquals("/tongcai/v1/documents", last.getTarget());
        assertEquals("application/json", last.getHeaders().get("Content-Type"));
        assertTrue(last.getHeaders().get("Content-Digest").startsWith("sha-256=:"));
    }

    @Test
    void halfAnAnswerIsNone() {
        answer(
                MockPlatform.json(201, TAKEN)
                        .newBuilder()
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build(),
                MockPlatform.json(201, TAKEN));
        try (ProcurementClient client = client()) {
            assertTrue(client.documents().submit(DOCUMENT).accepted());
        }
        assertEquals(2, server.getRequestCount());
    }

    @Test
    void anAnswerWhoseDigestDoesNotHoldIsRepeatedAndThenTold() {
        MockResponse wrong = MockPlatform.json(200, "{\"status\":\"UP\"}")
                .newBuilder()
                .setHeader("Content-Digest", "sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:")
                .build();
        answer(wrong, wrong);
        RetryPolicy twice = RetryPolicy.DEFAULT.withAttempts(2).withBackoff(Duration.ZERO, Duration.ZERO);
        try (ProcurementClient client = MockPlatform.client(server).retry(twice).build()) {
            ProtocolException e =
                    assertThrows(ProtocolException.class, () -> client.service().capabilities());
            assertTrue(e.retryable());
        }
        assertEquals(2, server.getRequestCount());
    }

    @Test
    void retryAfterIsWaitedForAndNoLongerThanAgreed() {
        answer(
                MockPlatform.problem(429, "rate-limited")
                        .newBuilder()
                        .setHeader("Retry-After", "1")
                        .build(),
                MockPlatform.json(201, TAKEN),
                MockPlatform.problem(429, "rate-limited")
                        .newBuilder()
                        .setHeader("Retry-After", "3600")
                        .build());
        List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
        long[] ended = {0};
        MetricsListener listener = new MetricsListener() {
            @Override
            public void attemptStarted(Attempt attempt) {
                if (ended[0] != 0) {
                    pauses.add(Duration.ofNanos(System.nanoTime() - ended[0]));
                }
            }

            @Override
            public void attemptFinished(Attempt attempt, Outcome outcome) {
                ended[0] = System.nanoTime();
            }
        };
        try (ProcurementClient client =
                MockPlatform.client(server).metrics(listener).build()) {
            assertTrue(client.documents().submit(DOCUMENT).accepted());
            assertTrue(pauses.get(0).compareTo(Duration.ofMillis(990)) >= 0, pauses.toString());
            assertThrows(RateLimitedException.class, () -> client.documents().submit(DOCUMENT));
        }
        assertEquals(3, server.getRequestCount());
    }

    @Test
    void whatThePlatformRefusesIsAResult() {
        answer(
                MockPlatform.json(
                        422,
                        "{\"code\":\"document-rejected\",\"title\":\"t\",\"findings\":[{\"ruleId\":\"GP-NOTICE-001\","
                                + "\"layer\":\"rules\",\"severity\":\"error\",\"pointer\":\"/a\","
                                + "\"title\":{\"zh\":\"公告\",\"en\":\"\"},\"message\":{\"zh\":\"错\",\"en\":\"wrong\"},"
                                + "\"citation\":{\"document\":\"办法\",\"article\":\"第十六条\"}}],\"future\":[1,2.5]}"),
                MockPlatform.problem(409, "revision-conflict"));
        try (ProcurementClient client = client()) {
            Submission rejected = client.documents().submit(DOCUMENT);
            assertFalse(rejected.accepted());
            assertTrue(rejected.sent());
            assertEquals(Verdict.REJECTED, rejected.verdict());
            assertEquals("GP-NOTICE-001", rejected.findings().get(0).ruleId());
            assertEquals("第十六条", rejected.findings().get(0).citation().article());
            Submission conflict = client.documents().submit(DOCUMENT);
            assertEquals("revision-conflict", conflict.problem().code());
            assertFalse(conflict.accepted());
        }
    }

    @Test
    void failuresHaveTheirKinds() {
        record Case(int status, String code, Class<? extends ProcurementException> kind) {}
        List<Case> cases = List.of(
                new Case(400, "malformed-request", InvalidRequestException.class),
                new Case(401, "signature-invalid", AuthenticationException.class),
                new Case(403, "insufficient-scope", ForbiddenException.class),
                new Case(404, "not-found", NotFoundException.class),
                new Case(422, "idempotency-key-reused", InvalidRequestException.class),
                new Case(500, "internal-error", ServerException.class));
        try (ProcurementClient client =
                MockPlatform.client(server).retry(RetryPolicy.NONE).build()) {
            for (Case each : cases) {
                answer(MockPlatform.problem(each.status, each.code));
                ProcurementException e = assertThrows(
                        ProcurementException.class, () -> client.documents().submit(DOCUMENT));
                assertInstanceOf(each.kind, e);
                assertEquals(each.code, e.problem().code());
                assertEquals("platform-1", e.requestId());
                assertEquals(each.status, e.status());
                assertEquals(each.status == 500, e.retryable());
            }
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        answer(new MockResponse.Builder()
                .code(307)
                .setHeader("Location", "http://localhost:1/")
                .build());
        try (ProcurementClient client =
                MockPlatform.client(server).retry(RetryPolicy.NONE).build()) {
            assertThrows(ProtocolException.class, () -> client.documents().submit(DOCUMENT));
        }
    }

    @Test
    void anotherEntranceWhereTheFirstFails() throws Exception {
        int dead;
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            dead = socket.getLocalPort();
        }
        answer(MockPlatform.json(201, TAKEN), MockPlatform.json(201, TAKEN));
        try (ProcurementClient client = ProcurementClient.builder()
                .endpoint("http://localhost:" + dead + "/tongcai/")
                .endpoint(server.url("/tongcai").toString())
                .validateBeforeSending(false)
                .build()) {
            assertTrue(client.documents().submit(DOCUMENT).accepted());
            assertTrue(client.documents().submit(DOCUMENT).accepted());
        }
        assertEquals(2, server.getRequestCount());
    }

    @Test
    void asyncRetriesToo() throws Exception {
        answer(MockPlatform.problem(503, "unavailable"), MockPlatform.json(201, TAKEN));
        try (ProcurementClient client = client()) {
            assertTrue(client.documents()
                    .submitAsync(Document.of(DOCUMENT))
                    .get(10, TimeUnit.SECONDS)
                    .accepted());
            answer(MockPlatform.problem(404, "not-found"));
            CompletionException e = assertThrows(
                    CompletionException.class,
                    () -> client.documents().getAsync("a", "b", "c").join());
            assertInstanceOf(NotFoundException.class, e.getCause());
        }
    }

    @Test
    void cancellingEndsTheRequest() throws Exception {
        answer(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        MetricsListener listener = new MetricsListener() {
            @Override
            public void attemptFinished(Attempt attempt, Outcome outcome) {
                failures.add(outcome.failure());
                synchronized (failures) {
                    failures.notifyAll();
                }
            }
        };
        try (ProcurementClient client =
                MockPlatform.client(server).metrics(listener).build()) {
            CompletableFuture<Submission> future = client.documents().submitAsync(Document.of(DOCUMENT));
            server.takeRequest();
            assertTrue(future.cancel(true));
            assertThrows(CancellationException.class, future::join);
            synchronized (failures) {
                while (failures.isEmpty()) {
                    failures.wait(10_000);
                }
            }
            assertEquals(1, failures.size());
        }
    }

    @Test
    void closedIsClosed() {
        ProcurementClient client = client();
        client.close();
        client.close();
        assertThrows(IllegalStateException.class, () -> client.documents().submit(DOCUMENT));
        assertThrows(IllegalStateException.class, () -> client.documents().submitAsync(Document.of(DOCUMENT)));
    }

    @Test
    void theTokenIsFetchedOnceAndRenewedWhenRefused() throws Exception {
        answer(
                MockPlatform.json(200, "{\"access_token\":\"one\",\"token_type\":\"Bearer\",\"expires_in\":3600}"),
                MockPlatform.json(201, TAKEN),
                MockPlatform.problem(401, "unauthenticated"),
                MockPlatform.json(200, "{\"access_token\":\"two\",\"token_type\":\"Bearer\",\"expires_in\":3600}"),
                MockPlatform.json(201, TAKEN));
        Credentials credentials = Credentials.clientSecret("shop", "s3cret");
        assertFalse(credentials.toString().contains("s3cret"));
        try (ProcurementClient client =
                MockPlatform.client(server).credentials(credentials).build()) {
            assertTrue(client.documents().submit(DOCUMENT).accepted());
            assertTrue(client.documents().submit(DOCUMENT).accepted());
        }
        List<RecordedRequest> requests = requests();
        assertEquals("/tongcai/v1/token", requests.get(0).getTarget());
        assertEquals("Bearer one", requests.get(1).getHeaders().get("Authorization"));
        assertEquals("Bearer two", requests.get(4).getHeaders().get("Authorization"));
        assertEquals(
                requests.get(2).getHeaders().get("Idempotency-Key"),
                requests.get(4).getHeaders().get("Idempotency-Key"));
        assertNotEquals(
                requests.get(1).getHeaders().get("Idempotency-Key"),
                requests.get(4).getHeaders().get("Idempotency-Key"));
        assertNull(requests.get(0).getHeaders().get("Idempotency-Key"));
    }

    @Test
    void wrongSecretsAreNotTriedAgain() {
        answer(MockPlatform.json(401, "{\"error\":\"invalid_client\"}"));
        try (ProcurementClient client = MockPlatform.client(server)
                .credentials(Credentials.clientSecret("shop", "wrong"))
                .build()) {
            AuthenticationException e = assertThrows(
                    AuthenticationException.class, () -> client.documents().submit(DOCUMENT));
            assertTrue(e.getMessage().contains("invalid_client"), e.getMessage());
            assertFalse(e.retryable());
        }
        assertEquals(1, server.getRequestCount());
    }
}
