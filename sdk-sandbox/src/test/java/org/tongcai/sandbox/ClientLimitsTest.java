package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.client.Attachments;
import org.tongcai.client.Credentials;
import org.tongcai.client.Document;
import org.tongcai.client.DocumentSource;
import org.tongcai.client.MetricsListener;
import org.tongcai.client.ProcurementClient;
import org.tongcai.client.PushOptions;
import org.tongcai.client.PushReport;
import org.tongcai.client.PushResult;
import org.tongcai.client.RetryPolicy;
import org.tongcai.client.Submission;
import org.tongcai.client.TransferProgress;

/** A platform of small bounds: the client keeps to what {@code getCapabilities} says, and gets along where it was not asked. */
class ClientLimitsTest {
    private static final int DOCUMENT_BYTES = 8_000;
    private static final int BATCH_BYTES = 30_000;

    private final List<MetricsListener.Attempt> attempts = Collections.synchronizedList(new ArrayList<>());
    private Sandbox sandbox;
    private ProcurementClient client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder()
                .standard(Samples.STANDARD)
                .limits(new SandboxOptions.Limits(
                        DOCUMENT_BYTES, 4, BATCH_BYTES, 100_000, 1_000, 300, 6_000, 24, List.of("text/plain")))
                .start();
        sandbox.addTenant("demo", "示例租户");
        Sandbox.Credentials given = sandbox.newApplication("demo", "mall");
        client = ProcurementClient.builder()
                .endpoint(sandbox.baseUrl().toString())
                .credentials(Credentials.clientSecret(given.clientId(), given.secret()))
                .standard(Samples.STANDARD)
                .retry(RetryPolicy.DEFAULT.withBackoff(Duration.ofMillis(10), Duration.ofMillis(100)))
                .metrics(new MetricsListener() {
                    @Override
                    public void attemptStarted(Attempt attempt) {
                        attempts.add(attempt);
                    }
                })
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    private static byte[] product(int number, int extra) {
        return ("{" + " ".repeat(extra) + Samples.product("SP-" + number, 1).substring(1))
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<MetricsListener.Attempt> batches() {
        return attempts.stream()
                .filter(attempt -> attempt.operation().equals("submitBatch"))
                .toList();
    }

    private PushReport push(PushOptions options, int... extras) {
        List<byte[]> documents = new ArrayList<>();
        for (int extra : extras) {
            documents.add(product(documents.size(), extra));
        }
        return client.products().push(DocumentSource.ofBytes(documents.iterator()), options);
    }

    @Test
    void batchesKeepToTheBoundsOfThePlatform() {
        PushReport report = push(PushOptions.DEFAULT, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertEquals(10, report.accepted());
        assertTrue(report.batches() >= 3, "no more than four documents go together");
        assertTrue(batches().stream().allMatch(batch -> batch.requestBytes() <= BATCH_BYTES), batches()::toString);
        assertEquals(batches().size(), report.batches(), "nothing was refused and sent again");
    }

    @Test
    void aDocumentBeyondTheBoundIsNotEvenSent() {
        PushReport report = push(PushOptions.DEFAULT, 0, 2_000, 0, 400_000, 0);
        assertEquals(3, report.accepted());
        assertEquals(2, report.invalid());
        assertTrue(batches().stream().allMatch(batch -> batch.requestBytes() <= BATCH_BYTES));
        PushResult result = report.failures().get(0);
        assertEquals(1, result.index());
        assertTrue(result.findings().get(0).message().en().contains("" + DOCUMENT_BYTES), result.findings()::toString);
        assertEquals(2, push(PushOptions.DEFAULT.batches(1, 1), 9_000, 9_000).invalid());
    }

    @Test
    void withoutAskingBatchesThatAreTooLargeAreHalved() {
        PushReport report = push(PushOptions.DEFAULT.withoutAsking(), 0, 0, 2_000, 0, 0, 0, 0, 0, 0);
        assertEquals(8, report.accepted());
        assertEquals(1, report.undetermined(), report::toString);
        assertTrue(report.batches() > 3, "halved");
        assertEquals(batches().size(), report.batches());
        assertTrue(attempts.stream().noneMatch(attempt -> attempt.operation().equals("getCapabilities")));
    }

    @Test
    void aSingleDocumentBeyondTheBoundIsRefused() {
        for (int extra : new int[] {2_000, 400_000}) {
            Submission submission =
                    client.products().submit(Document.of(new String(product(1, extra), StandardCharsets.UTF_8)));
            assertFalse(submission.accepted());
            assertEquals("document-too-large", submission.problem().code());
        }
    }

    @Test
    void filesTravelInPartsOfThePlatformsSize(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("file.txt"), new byte[4_500]);
        Attachments.Upload upload = client.attachments().upload(file, "text/plain");
        assertTrue(upload.complete());
        List<Long> parts = attempts.stream()
                .filter(attempt -> attempt.operation().equals("appendUpload"))
                .map(MetricsListener.Attempt::requestBytes)
                .toList();
        assertEquals(List.of(1_000L, 1_000L, 1_000L, 1_000L, 500L), parts);
        Path other = Files.write(folder.resolve("other.txt"), "x".repeat(2_500).getBytes(StandardCharsets.US_ASCII));
        String begun = client.attachments()
                .begin(other, "other.txt", "text/plain", null)
                .attachmentId();
        attempts.clear();
        assertTrue(
                client.attachments().resume(begun, other, TransferProgress.NONE).complete());
        assertTrue(attempts.stream().allMatch(attempt -> attempt.requestBytes() <= 1_000));
    }
}
