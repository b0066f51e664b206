package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.client.Credentials;
import org.tongcai.client.FeedOptions;
import org.tongcai.client.ProcurementClient;
import org.tongcai.client.RetryPolicy;
import org.tongcai.client.Submission;

/**
 * The platform itself is killed at any moment (SIGKILL) and started again on the same port and database: what it answered is there, nothing is
 * there twice, and its feed has no gap.
 */
class KilledPlatformTest {
    /** An outage ends when the test ends it. */
    private static final RetryPolicy PATIENT = RetryPolicy.DEFAULT
            .withAttempts(10_000)
            .withBudget(Duration.ofMinutes(5))
            .withBackoff(Duration.ofMillis(10), Duration.ofMillis(100));

    @TempDir
    Path folder;

    @Test
    void killedThreeTimes() throws Exception {
        killed(3, "jdbc:h2:file:" + folder.resolve("platform"));
        readable("jdbc:h2:file:" + folder.resolve("platform"));
    }

    @Test
    @Tag("long")
    void killedTwentyTimes() throws Exception {
        killed(20, "jdbc:h2:file:" + folder.resolve("platform"));
        readable("jdbc:h2:file:" + folder.resolve("platform"));
    }

    @Test
    @Tag("long")
    void killedThreeTimesOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            killed(3, postgres.getJdbcUrl("postgres", "postgres"));
        }
    }

    private void killed(int times, String database) throws Exception {
        int port = PlatformProcess.freePort();
        Random dice = new Random(times);
        Path errors = folder.resolve("errors.txt");
        Set<String> taken = ConcurrentHashMap.newKeySet();
        Semaphore answers = new Semaphore(0);
        AtomicBoolean over = new AtomicBoolean();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Process platform = PlatformProcess.start(port, database, 256, errors);
        String url = "http://127.0.0.1:" + port + "/tongcai";
        try (ProcurementClient client = client(url)) {
            List<Thread> senders = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String name = "K" + i + "-";
                Thread sender = new Thread(() -> {
                    try {
                        send(client, name, over, taken, answers);
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                        answers.release(1_000_000);
                    }
                });
                sender.start();
                senders.add(sender);
            }
            for (int i = 0; i < times; i++) {
                // Some answers, and then a moment in the middle of whatever is going on.
                assertTrue(
                        answers.tryAcquire(5 + dice.nextInt(20), 60, TimeUnit.SECONDS),
                        () -> PlatformProcess.read(errors));
                Thread.sleep(dice.nextInt(12));
                platform.destroyForcibly().waitFor();
                answers.drainPermits();
                platform = PlatformProcess.start(port, database, 256, errors);
            }
            assertTrue(answers.tryAcquire(10, 60, TimeUnit.SECONDS), () -> PlatformProcess.read(errors));
            over.set(true);
            for (Thread sender : senders) {
                sender.join(60_000);
            }
            assertEquals(null, failure.get(), () -> PlatformProcess.read(errors));
            verify(client, taken);
        } finally {
            over.set(true);
            platform.destroyForcibly().waitFor();
        }
    }

    private static ProcurementClient client(String url) {
        return ProcurementClient.builder()
                .endpoint(url)
                .credentials(Credentials.clientSecret("mall", PlatformProcess.SECRET))
                .retry(PATIENT)
                .validateBeforeSending(false)
                .build();
    }

    private static void send(
            ProcurementClient client, String name, AtomicBoolean over, Set<String> taken, Semaphore answers) {
        for (int i = 0; !over.get(); i++) {
            String id = name + i;
            Submission answer = client.documents().submit(Samples.product(id, 1).getBytes(StandardCharsets.UTF_8));
            assertTrue(answer.accepted());
            taken.add(id);
            answers.release();
        }
    }

    /** Everything that was answered, once and in one unbroken order, and each with a receipt. */
    private static void verify(ProcurementClient client, Set<String> taken) {
        Map<String, Integer> found = new HashMap<>();
        List<String> order = new ArrayList<>();
        client.feed().follow((String) null, FeedOptions.DEFAULT.onceThrough(), item -> {
            found.merge(item.entry().documentId(), 1, Integer::sum);
            order.add(item.entry().documentId());
        });
        assertEquals(taken, found.keySet(), "what was answered, and nothing else");
        assertTrue(found.values().stream().allMatch(count -> count == 1), found.toString());
        for (String sender : List.of("K0-", "K1-", "K2-")) {
            List<String> own =
                    order.stream().filter(id -> id.startsWith(sender)).toList();
            for (int i = 0; i < own.size(); i++) {
                assertEquals(sender + i, own.get(i), "in the order in which they were sent");
            }
        }
    }

    /** The file has every page that it should have, and the positions of the feed are without gap. */
    private static void readable(String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE", "sa", "");
                ResultSet counts = connection
                        .createStatement()
                        .executeQuery("SELECT COUNT(*), MIN(position), MAX(position) FROM documents")) {
            assertTrue(counts.next());
            assertEquals(counts.getLong(1), counts.getLong(3) - counts.getLong(2) + 1);
            Path script = Files.createTempFile("platform", ".sql");
            try {
                connection.createStatement().execute("SCRIPT TO '" + script + "'");
                assertTrue(Files.size(script) > 0);
            } finally {
                Files.delete(script);
            }
        }
    }
}
