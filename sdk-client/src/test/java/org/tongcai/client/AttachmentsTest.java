package org.tongcai.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.signature.ContentDigest;
import org.tongcai.signature.DigestAlgorithm;

/** Uploads and downloads that break off. */
class AttachmentsTest {
    @StartStop
    private final MockWebServer server = new MockWebServer();

    @TempDir
    private Path folder;

    private final byte[] content = new byte[4_500];
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    private final Deque<String> faults = new ArrayDeque<>();

    @BeforeEach
    void dispatch() {
        new Random(3).nextBytes(content);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        if (request.getTarget().endsWith("/capabilities")) {
            return MockPlatform.json(200, MockPlatform.CAPABILITIES);
        }
        if (request.getMethod().equals("POST")) {
            return MockPlatform.json(
                    201, "{\"attachmentId\":\"A-1\",\"state\":\"OPEN\",\"offset\":0,\"size\":4500,\"maxChunk\":1000}");
        }
        if (request.getMethod().equals("GET")) {
            MockResponse whole = new MockResponse.Builder()
                    .setHeader("Content-Digest", ContentDigest.of(DigestAlgorithm.SHA_256, content))
                    .body(new okio.Buffer().write(content))
                    .build();
            return switch (faults.isEmpty() ? "" : faults.remove()) {
                case "half" ->
                    whole.newBuilder()
                            .onResponseBody(new SocketEffect.CloseSocket())
                            .build();
                case "altered" -> {
                    byte[] other = content.clone();
                    other[17]++;
                    yield whole.newBuilder()
                            .body(new okio.Buffer().write(other))
                            .build();
                }
                default -> whole;
            };
        }
        String fault = request.getMethod().equals("PATCH") && !faults.isEmpty() ? faults.remove() : "";
        if (request.getMethod().equals("PATCH") && !fault.equals("before")) {
            assertEquals(arrived.size(), Integer.parseInt(request.getHeaders().get("Upload-Offset")));
            arrived.writeBytes(request.getBody().toByteArray());
        }
        if (!fault.isEmpty()) {
            return new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build();
        }
        return new MockResponse.Builder()
                .code(request.getMethod().equals("PATCH") ? 204 : 200)
                .setHeader("Upload-Offset", arrived.size())
                .setHeader("Upload-Length", content.length)
                .setHeader("Upload-Complete", arrived.size() == content.length ? "?1" : "?0")
                .build();
    }

    private String sha256() {
        return HexFormat.of().formatHex(DigestAlgorithm.SHA_256.digest(content));
    }

    @Test
    void anUploadGoesOnFromWhereThePlatformIs() throws Exception {
        faults.addAll(List.of("", "before", "", "after", "", "after"));
        Path file = Files.write(folder.resolve("contract.pdf"), content);
        List<Long> progress = new ArrayList<>();
        try (ProcurementClient client = MockPlatform.client(server).build()) {
            Attachments.Upload upload = client.attachments()
                    .upload(file, "合同.pdf", "application/pdf", null, (done, total) -> progress.add(done));
            assertTrue(upload.complete());
        }
        assertArrayEquals(content, arrived.toByteArray());
        assertEquals(4_500L, progress.get(progress.size() - 1));
    }

    @Test
    void anotherProcessGoesOn() throws Exception {
        Path file = Files.write(folder.resolve("contract.pdf"), content);
        arrived.write(content, 0, 1_700);
        try (ProcurementClient client = MockPlatform.client(server).build()) {
            assertTrue(client.attachments()
                    .resume("A-1", file, TransferProgress.NONE)
                    .complete());
        }
        assertArrayEquals(content, arrived.toByteArray());
    }

    @Test
    void aDownloadAppearsWholeOrNotAtAll() throws Exception {
        faults.addAll(List.of("half", "altered"));
        Path file = folder.resolve("download.pdf");
        try (ProcurementClient client = MockPlatform.client(server).build()) {
            client.attachments().download("A-1", file, sha256(), TransferProgress.NONE);
            assertArrayEquals(content, Files.readAllBytes(file));
            Path other = folder.resolve("other.pdf");
            assertThrows(
                    ProtocolException.class,
                    () -> client.attachments().download("A-1", other, "00", TransferProgress.NONE));
            faults.addAll(List.of("altered", "half", "altered", "half", "altered"));
            assertThrows(
                    ProcurementException.class,
                    () -> client.attachments().download("A-1", other, null, TransferProgress.NONE));
            assertFalse(Files.exists(other));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }
}
