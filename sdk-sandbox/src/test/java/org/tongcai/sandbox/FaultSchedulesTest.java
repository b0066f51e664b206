package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.Standard;
import org.tongcai.client.Credentials;
import org.tongcai.client.DocumentSource;
import org.tongcai.client.FeedOptions;
import org.tongcai.client.ProcurementClient;
import org.tongcai.client.PushException;
import org.tongcai.client.PushOptions;
import org.tongcai.client.PushReport;
import org.tongcai.client.RetryPolicy;
import org.tongcai.client.Submission;
import org.tongcai.client.Timeouts;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.KeyFormatException;
import org.tongcai.signature.KeyRing;
import org.tongcai.signature.Keys;
import org.tongcai.signature.NewKey;

/** Client and platform over a bad network: whatever happens on the way, every document is taken exactly once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultSchedulesTest {
    private static final int DOCUMENTS = 24;
    private static final RetryPolicy QUICK =
            RetryPolicy.PATIENT.withBackoff(Duration.ofMillis(5), Duration.ofMillis(60));
    private static final String TEMPLATE = Samples.product("TEMPLATE", 1);

    private final Standard standard = Standard.load();
    private Sandbox sandbox;
    private Credentials secret;
    private Credentials signing;

    @BeforeAll
    void start() throws KeyFormatException {
        sandbox = Sandbox.builder()
                .standard(standard)
                .limits(SandboxOptions.Limits.DEFAULT.withRequestsPerMinute(1_000_000))
                .start();
        sandbox.addTenant("demo", "示例平台");
        Sandbox.Credentials given = sandbox.newApplication("demo", "mall");
        secret = Credentials.clientSecret(given.clientId(), given.secret());
        NewKey key = Keys.generate("ed25519", "mall-1", Algorithms.jdk());
        sandbox.addKey("mall", "mall-1", key.publicPem(), null);
        signing = Credentials.signing(
                key.signing(), KeyRing.of(Keys.readVerifying(null, sandbox.responseKey("ed25519"), Algorithms.jdk())));
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void everyDocumentExactlyOnce(@TempDir Path folder) throws Exception {
        schedules(0, 25, folder);
    }

    @Test
    @Tag("long")
    void everyDocumentExactlyOnceManyTimes(@TempDir Path folder) throws Exception {
        // A schedule that failed is the first one with -Dschedules.first.
        schedules(Integer.getInteger("schedules.first", 1_000), Integer.getInteger("schedules", 500), folder);
    }

    @Test
    void outlastsAnOutage() throws Exception {
        outage(Duration.ofSeconds(1), QUICK, "short");
    }

    @Test
    @Tag("long")
    void outlastsAnOutageOfAMinute() throws Exception {
        outage(Duration.ofSeconds(Integer.getInteger("outage.seconds", 60)), RetryPolicy.PATIENT, "long");
    }

    /** The network goes away in the middle of a push, with batches under way. */
    private void outage(Duration time, RetryPolicy retry, String name) throws Exception {
        int documents = 200;
        try (ProcurementClient witness = client(sandbox.baseUrl().getPort(), secret);
                FaultProxy proxy = new FaultProxy(sandbox.baseUrl().getPort(), 0, 0);
                ProcurementClient client = client(proxy.port(), secret)) {
            String cursor = witness.feed()
                    .read("latest", FeedOptions.DEFAULT.onceThrough())
                    .nextCursor();
            AtomicBoolean gone = new AtomicBoolean();
            long start = System.nanoTime();
            PushOptions options = PushOptions.DEFAULT
                    .batches(10, 1 << 20)
                    .inFlight(2)
                    .withoutAsking()
                    .retry(retry)
                    .onProgress(report -> {
                        if (report.documents() >= 50 && gone.compareAndSet(false, true)) {
                            proxy.darken(time);
                        }
                    });
            PushReport report = client.documents()
                    .push(
                            DocumentSource.ofBytes(IntStream.range(0, documents)
                                    .mapToObj(i -> TEMPLATE.replace("TEMPLATE", "O-" + name + i)
                                            .getBytes(StandardCharsets.UTF_8))
                                    .iterator()),
                            options);
            assertTrue(report.complete(), report::toString);
            assertTrue(gone.get());
            assertTrue(System.nanoTime() - start >= time.toNanos(), "the outage was no outage");
            Map<String, Integer> taken = new HashMap<>();
            witness.feed()
                    .follow(
                            cursor,
                            FeedOptions.DEFAULT.onceThrough(),
                            item -> taken.merge(item.entry().documentId(), 1, Integer::sum));
            assertEquals(documents, taken.size());
            assertTrue(taken.values().stream().allMatch(count -> count == 1), taken.toString());
        }
    }

    private void schedules(int first, int count, Path folder) throws Exception {
        try (ProcurementClient witness = client(sandbox.baseUrl().getPort(), secret)) {
            String cursor = witness.feed()
                    .read("latest", FeedOptions.DEFAULT.onceThrough())
                    .nextCursor();
            for (int seed = first; seed < first + count; seed++) {
                List<byte[]> documents = documents(seed);
                try (FaultProxy proxy = new FaultProxy(sandbox.baseUrl().getPort(), seed, 10);
                        ProcurementClient client = client(proxy.port(), seed % 2 == 0 ? secret : signing)) {
                    schedule(client, seed, documents, folder);
                }
                Map<String, Integer> taken = new HashMap<>();
                cursor = witness.feed().follow(cursor, FeedOptions.DEFAULT.onceThrough(), item -> {
                    taken.merge(item.entry().documentId(), 1, Integer::sum);
                });
                assertEquals(DOCUMENTS, taken.size(), "seed " + seed);
                for (Map.Entry<String, Integer> each : taken.entrySet()) {
                    assertEquals(1, each.getValue(), "seed " + seed + ", " + each.getKey());
                }
            }
        }
    }

    private void schedule(ProcurementClient client, int seed, List<byte[]> documents, Path folder) throws Exception {
        Random dice = new Random(~seed);
        PushOptions options = PushOptions.DEFAULT
                .batches(1 + dice.nextInt(15), 1 << 20)
                .inFlight(1 + dice.nextInt(3))
                .withoutAsking()
                .retry(QUICK);
        if (seed % 5 == 4) {
            for (byte[] document : documents) {
                Submission submission = client.documents().submit(document);
                assertTrue(submission.accepted(), () -> "seed " + seed + " " + submission);
            }
        } else if (seed % 5 == 3) {
            resumed(client, seed, documents, options, folder);
        } else {
            PushReport report = client.documents().push(DocumentSource.ofBytes(documents.iterator()), options);
            assertTrue(report.complete(), () -> "seed " + seed + " " + report);
        }
    }

    /**
     * Gives up early and often, and goes on by the journal. Between two attempts passes a moment: an outage, or the end of a request whose
     * answer was cut, outlasts a hundred attempts without any.
     */
    private static void resumed(
            ProcurementClient client, int seed, List<byte[]> documents, PushOptions options, Path folder)
            throws Exception {
        Path journal = folder.resolve("journal-" + seed);
        PushOptions impatient = options.journal(journal).retry(RetryPolicy.NONE);
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                PushReport report = client.documents().push(DocumentSource.ofBytes(documents.iterator()), impatient);
                assertTrue(report.complete(), () -> "seed " + seed + " " + report);
                Files.delete(journal);
                return;
            } catch (PushException e) {
                assertTrue(e.retryable(), () -> "seed " + seed + " " + e);
                Thread.sleep(20);
            }
        }
        throw new AssertionError("seed " + seed + " never came to its end");
    }

    private static List<byte[]> documents(int seed) {
        List<byte[]> documents = new ArrayList<>(DOCUMENTS);
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.add(TEMPLATE.replace("TEMPLATE", "S" + seed + "-" + i).getBytes(StandardCharsets.UTF_8));
        }
        return documents;
    }

    private ProcurementClient client(int port, Credentials credentials) {
        return ProcurementClient.builder()
                .endpoint("http://127.0.0.1:" + port + sandbox.baseUrl().getPath())
                .credentials(credentials)
                .standard(standard)
                .retry(QUICK)
                .timeouts(Timeouts.DEFAULT.withRead(Duration.ofSeconds(5)))
                .build();
    }
}
