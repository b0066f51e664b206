package org.tongcai.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** One client for everybody, what it tells the host's metrics, and its end. */
class LifeTest {
    private static final byte[] DOCUMENT = "{\"header\":{}}".getBytes(StandardCharsets.UTF_8);
    private static final String TAKEN = "{\"receiptId\":\"R-1\",\"verdict\":\"ACCEPTED\",\"state\":\"TAKEN\","
            + "\"digest\":\"00\",\"findings\":[]}";

    @StartStop
    private final MockWebServer server = new MockWebServer();

    private static MockResponse stall() {
        return new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();
    }

    @Test
    void metricsHearOfEveryAttempt() {
        server.enqueue(MockPlatform.problem(503, "unavailable"));
        server.enqueue(MockPlatform.json(201, TAKEN));
        server.enqueue(new MockResponse.Builder()
                .onRequestStart(new SocketEffect.CloseSocket())
                .build());
        List<MetricsListener.Attempt> started = Collections.synchronizedList(new ArrayList<>());
        List<MetricsListener.Outcome> ended = Collections.synchronizedList(new ArrayList<>());
        List<MetricsListener.Attempt> endedOf = Collections.synchronizedList(new ArrayList<>());
        MetricsListener listener = new MetricsListener() {
            @Override
            public void attemptStarted(Attempt attempt) {
                started.add(attempt);
            }

            @Override
            public void attemptFinished(Attempt attempt, Outcome outcome) {
                endedOf.add(attempt);
                ended.add(outcome);
            }
        };
        RetryPolicy twice = RetryPolicy.DEFAULT.withAttempts(2).withBackoff(Duration.ZERO, Duration.ZERO);
        try (ProcurementClient client =
                MockPlatform.client(server).metrics(listener).retry(twice).build()) {
            Submission submission = client.documents().submit(DOCUMENT);
            assertTrue(submission.accepted());
        }
        try (ProcurementClient client = MockPlatform.client(server)
                .metrics(listener)
                .retry(RetryPolicy.NONE)
                .build()) {
            assertThrows(TransportException.class, () -> client.service().capabilities());
        }
        assertEquals(started, endedOf);
        assertEquals(
                List.of("submitDocument", "submitDocument", "getCapabilities"),
                started.stream().map(MetricsListener.Attempt::operation).toList());
        assertEquals(
                List.of(1, 2, 1),
                started.stream().map(MetricsListener.Attempt::number).toList());
        assertEquals(DOCUMENT.length, started.get(0).requestBytes());
        assertEquals(0, started.get(2).requestBytes());
        assertEquals(server.getHostName(), started.get(0).host());
        assertEquals(
                3,
                started.stream()
                        .map(MetricsListener.Attempt::requestId)
                        .distinct()
                        .count());
        MetricsListener.Outcome first = ended.get(0);
        assertEquals(503, first.status());
        assertTrue(first.retried());
        assertNull(first.failure());
        MetricsListener.Outcome second = ended.get(1);
        assertEquals(201, second.status());
        assertEquals(TAKEN.length(), second.responseBytes());
        assertFalse(second.retried());
        assertFalse(second.duration().isNegative());
        MetricsListener.Outcome third = ended.get(2);
        assertEquals(0, third.status());
        assertTrue(third.failure().endsWith("Exception"), third.failure());
    }

    @Test
    void aListenerThatFailsBreaksNothing() throws Exception {
        server.enqueue(MockPlatform.json(201, TAKEN));
        server.enqueue(MockPlatform.json(201, TAKEN));
        AtomicInteger heard = new AtomicInteger();
        MetricsListener failing = new MetricsListener() {
            @Override
            public void attemptStarted(Attempt attempt) {
                heard.incrementAndGet();
                throw new IllegalStateException("expected by the test: started");
            }

            @Override
            public void attemptFinished(Attempt attempt, Outcome outcome) {
                heard.incrementAndGet();
                throw new IllegalStateException("expected by the test: finished");
            }
        };
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream standardError = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (ProcurementClient client =
                MockPlatform.client(server).metrics(failing).build()) {
            assertTrue(client.documents().submit(DOCUMENT).accepted());
            assertTrue(client.documents()
                    .submitAsync(Document.of(DOCUMENT))
                    .get(10, TimeUnit.SECONDS)
                    .accepted());
        } finally {
            System.setErr(standardError);
        }
        assertEquals(4, heard.get());
        assertEquals(5, log.toString(StandardCharsets.UTF_8).split("a metrics listener failed", -1).length);
    }

    @Test
    void closingEndsWhatIsUnderWay() throws Exception {
        server.enqueue(stall());
        server.enqueue(stall());
        server.enqueue(MockPlatform.problem(503, "unavailable")
                .newBuilder()
                .setHeader("Retry-After", "30")
                .build());
        ProcurementClient client = MockPlatform.client(server).build();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Submission> stalled = client.documents().submitAsync(Document.of(DOCUMENT));
            server.takeRequest();
            Future<Submission> other = threads.submit(() -> client.documents().submit(DOCUMENT));
            server.takeRequest();
            CompletableFuture<Submission> waiting = client.documents().submitAsync(Document.of(DOCUMENT));
            server.takeRequest();
            client.close();
            assertThrows(CancellationException.class, () -> stalled.get(10, TimeUnit.SECONDS));
            assertThrows(CancellationException.class, () -> waiting.get(10, TimeUnit.SECONDS));
            Exception e = assertThrows(Exception.class, () -> other.get(10, TimeUnit.SECONDS));
            assertTrue(
                    e.getCause() instanceof TransportException || e.getCause() instanceof IllegalStateException,
                    e::toString);
        } finally {
            threads.shutdownNow();
        }
        assertThrows(IllegalStateException.class, () -> client.feed().read(null, FeedOptions.DEFAULT));
        assertThrows(
                IllegalStateException.class,
                () -> client.documents()
                        .push(DocumentSource.ofBytes(List.of(DOCUMENT).iterator())));
        CompletableFuture<Service.Health> late = client.service().healthAsync();
        assertThrows(ExecutionException.class, () -> late.get(10, TimeUnit.SECONDS));
        assertEquals(3, server.getRequestCount());
    }

    @Test
    void closingEndsCallsOnAnHttpClientOfTheHosts() throws Exception {
        server.enqueue(stall());
        server.enqueue(MockPlatform.json(200, "{\"status\":\"UP\"}"));
        OkHttpClient http = new OkHttpClient();
        ProcurementClient client = MockPlatform.client(server).httpClient(http).build();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<Submission> call = threads.submit(() -> client.documents().submit(DOCUMENT));
            server.takeRequest();
            client.close();
            ExecutionException e = assertThrows(ExecutionException.class, () -> call.get(10, TimeUnit.SECONDS));
            assertInstanceOf(TransportException.class, e.getCause());
        } finally {
            threads.shutdownNow();
        }
        try (ProcurementClient another =
                MockPlatform.client(server).httpClient(http).build()) {
            assertEquals(Service.Health.UP, another.service().health(), "the host's client goes on");
        }
    }

    @Test
    void sixteenThreadsShareOneClientAndOneToken() throws Exception {
        AtomicInteger tokens = new AtomicInteger();
        Set<String> nonces = ConcurrentHashMap.newKeySet();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (request.getTarget().endsWith("/token")) {
                    return MockPlatform.json(
                            200, "{\"access_token\":\"t" + tokens.incrementAndGet() + "\",\"expires_in\":3600}");
                }
                if (!"Bearer t1".equals(request.getHeaders().get("Authorization"))
                        || !nonces.add(request.getHeaders().get("Idempotency-Key"))) {
                    return MockPlatform.problem(400, "malformed-request");
                }
                // The answer names the document, so that answers cannot be mixed up unseen.
                return MockPlatform.json(
                        201, TAKEN.replace("R-1", "R" + request.getBody().utf8().replaceAll("\\D", "")));
            }
        });
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (ProcurementClient client = MockPlatform.client(server)
                .credentials(Credentials.clientSecret("shop", "secret"))
                .build()) {
            List<Future<String>> results = new ArrayList<>();
            for (int i = 0; i < 160; i++) {
                Document document = Document.of("{\"n\":" + i + "}");
                boolean async = i % 2 == 0;
                results.add(threads.submit(() -> {
                    Submission submission = async
                            ? client.documents().submitAsync(document).get(20, TimeUnit.SECONDS)
                            : client.documents().submit(document);
                    return submission.receipt().receiptId();
                }));
            }
            for (int i = 0; i < results.size(); i++) {
                assertEquals("R" + i, results.get(i).get(30, TimeUnit.SECONDS));
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, tokens.get());
        assertEquals(160, nonces.size());
    }
}
