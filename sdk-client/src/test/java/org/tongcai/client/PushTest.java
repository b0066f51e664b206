package org.tongcai.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.Standard;

/** Many documents: batches, faults, and what is left after a crash. */
class PushTest {
    private static final RetryPolicy QUICK =
            RetryPolicy.PATIENT.withBackoff(Duration.ofMillis(1), Duration.ofMillis(3));
    private static final PushOptions OPTIONS =
            PushOptions.DEFAULT.batches(10, 1 << 20).retry(QUICK);

    @StartStop
    private final MockWebServer server = new MockWebServer();

    private final MockPlatform platform = new MockPlatform();

    @BeforeEach
    void dispatch() {
        server.setDispatcher(platform);
    }

    private static String document(int i) {
        return "{\"header\":{\"documentId\":\"P-" + i + "\"}}";
    }

    private static DocumentSource source(int count) {
        return DocumentSource.ofBytes(IntStream.range(0, count)
                .mapToObj(i -> document(i).getBytes(StandardCharsets.UTF_8))
                .iterator());
    }

    private ProcurementClient client() {
        return MockPlatform.client(server).build();
    }

    @Test
    void splitsIntoBatchesInOrder() {
        List<Long> order = new ArrayList<>();
        AtomicInteger progress = new AtomicInteger();
        try (ProcurementClient client = client()) {
            PushReport report = client.documents()
                    .push(
                            source(95),
                            OPTIONS.onResult(result -> order.add(result.index()))
                                    .onProgress(r -> progress.incrementAndGet()));
            assertTrue(report.complete());
            assertEquals(95, report.accepted());
            assertEquals(10, report.batches());
        }
        assertEquals(IntStream.range(0, 95).mapToObj(Long::valueOf).toList(), order);
        assertEquals(10, progress.get());
        assertEquals(95, platform.stored());
    }

    @Test
    void theSourceIsReadNoFasterThanThePlatformTakes() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();
        DocumentSource source = DocumentSource.ofBytes(IntStream.range(0, 200)
                .mapToObj(i -> {
                    read.incrementAndGet();
                    return document(i).getBytes(StandardCharsets.UTF_8);
                })
                .iterator());
        try (ProcurementClient client = client()) {
            client.documents().push(source, OPTIONS.onResult(r -> {
                ahead.add(read.get() - answered.get());
                answered.incrementAndGet();
            }));
        }
        // One batch under way, one being filled, one document in hand.
        assertTrue(ahead.stream().allMatch(n -> n <= 21), ahead.toString());
    }

    @Test
    void faultsOnTheWayLoseNothingAndDoubleNothing() {
        for (int i = 0; i < 5; i++) {
            platform.faults.add(r -> MockPlatform.problem(500, "internal-error"));
            // Done, but the answer gets lost.
            platform.faults.add(r -> r == null
                    ? null
                    : r.newBuilder()
                            .onResponseBody(new SocketEffect.CloseSocket())
                            .build());
            platform.faults.add(r -> null == r ? null : r);
            platform.faults.add(r -> new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build());
        }
        try (ProcurementClient client = client()) {
            PushReport report = client.documents().push(source(100), OPTIONS.inFlight(3));
            assertEquals(100, report.accepted());
            assertEquals(0, report.duplicates());
        }
        assertEquals(10, new HashSet<>(platform.keys).size());
        assertEquals(100, platform.stored());
        assertEquals(10, platform.batches);
    }

    @Test
    void goesOnAfterItStopped(@TempDir Path folder) throws Exception {
        PushOptions options = OPTIONS.journal(folder.resolve("push.journal"));
        PushOptions giving = options.retry(RetryPolicy.NONE);
        for (int i = 0; i < 3; i++) {
            platform.faults.add(r -> null == r ? null : r);
        }
        // The fourth batch is taken, but its answer never comes.
        platform.faults.add(r -> r == null
                ? null
                : r.newBuilder().onResponseBody(new SocketEffect.CloseSocket()).build());
        try (ProcurementClient client = client()) {
            PushException e =
                    assertThrows(PushException.class, () -> client.documents().push(source(95), giving));
            assertEquals(30, e.report().accepted());
            assertEquals(40, platform.stored());
            PushReport report = client.documents().push(source(95), options);
            assertTrue(report.complete());
            assertEquals(95, report.accepted());
            assertEquals(30, report.earlier());
            // The uncertain batch went under its key again and got its first answer.
            assertEquals(0, report.duplicates());
            assertEquals(10, platform.batches);
            PushReport nothing = client.documents().push(source(95), options);
            assertEquals(95, nothing.earlier());
            assertEquals(0, nothing.batches());
            PushReport more = client.documents().push(source(100), options);
            assertEquals(100, more.accepted());
            assertEquals(100, platform.stored());
        }
    }

    @Test
    void aJournalCutAnywhereLosesNothing(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("push.journal");
        PushOptions options = OPTIONS.journal(file).batches(3, 1 << 20);
        try (ProcurementClient client = client()) {
            client.documents().push(source(9), options);
            byte[] whole = Files.readAllBytes(file);
            for (int length = 0; length < whole.length; length += 29) {
                Files.write(file, java.util.Arrays.copyOf(whole, length));
                PushReport report = client.documents().push(source(9), options);
                assertTrue(report.complete(), "cut at " + length);
                assertEquals(9, platform.stored());
            }
        }
    }

    @Test
    void anotherSourceIsSentAnew(@TempDir Path folder) {
        PushOptions options = OPTIONS.journal(folder.resolve("push.journal"));
        try (ProcurementClient client = client()) {
            client.documents().push(source(20), options);
            List<byte[]> other = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                other.add(document(i == 4 ? 100 : i).getBytes(StandardCharsets.UTF_8));
            }
            PushReport report = client.documents().push(DocumentSource.ofBytes(other.iterator()), options);
            assertTrue(report.complete());
            assertEquals(4, report.earlier());
            assertEquals(21, platform.stored());
        }
    }

    @Test
    void whatDoesNotConformIsReportedAndTheRestGoesOn() {
        try (ProcurementClient client = MockPlatform.client(server)
                .validateBeforeSending(true)
                .standard(Standard.load())
                .build()) {
            PushReport report = client.documents().push(source(5), OPTIONS);
            assertEquals(5, report.invalid());
            assertFalse(report.complete());
            assertEquals(PushResult.Outcome.INVALID, report.failures().get(0).outcome());
            assertFalse(report.failures().get(0).findings().isEmpty());
            PushReport stopped = client.documents().push(source(5), OPTIONS.stopOnInvalid());
            assertTrue(stopped.stopped());
            assertEquals(1, stopped.documents());
        }
        assertEquals(0, platform.batches);
    }

    @Test
    void aPrettyDocumentGoesOnOneLine() {
        byte[] pretty = "[{\n \"a\": 1\n},\n{\"b\": 2}]".getBytes(StandardCharsets.UTF_8);
        try (ProcurementClient client = client()) {
            assertEquals(
                    2,
                    client.documents()
                            .push(DocumentSource.of(new ByteArrayInputStream(pretty)), OPTIONS)
                            .accepted());
        }
        assertTrue(platform.taken.containsKey("{\"b\": 2}"));
        assertTrue(platform.taken.containsKey("{  \"a\": 1 }"));
    }

    @Test
    void tooLargeIsHalved() {
        platform.faults.add(r -> MockPlatform.problem(413, "batch-too-large"));
        try (ProcurementClient client = client()) {
            PushReport report = client.documents().push(source(10), OPTIONS);
            assertEquals(10, report.accepted());
            assertEquals(3, report.batches());
        }
    }

    @Test
    void aHandlerThatFailsStopsThePush() {
        try (ProcurementClient client = client()) {
            PushException e = assertThrows(
                    PushException.class,
                    () -> client.documents().push(source(50), OPTIONS.onResult(r -> {
                        throw new IllegalStateException("full");
                    })));
            assertEquals("full", e.getCause().getMessage());
        }
    }

    @Test
    void anAnswerAboutSomethingElseIsNotBelieved() {
        platform.faults.add(r -> r == null
                ? null
                : MockPlatform.json(
                        200,
                        "{\"results\":[{\"line\":1,\"receiptId\":\"R\",\"verdict\":\"ACCEPTED\",\"state\":\"TAKEN\","
                                + "\"digest\":\"00\",\"findings\":[]}]}"));
        try (ProcurementClient client = client()) {
            PushException e = assertThrows(
                    PushException.class, () -> client.documents().push(source(1), OPTIONS.retry(RetryPolicy.NONE)));
            assertTrue(e.getCause() instanceof ProtocolException);
        }
    }
}
