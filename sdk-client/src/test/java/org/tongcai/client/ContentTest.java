package org.tongcai.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.tongcai.signature.ContentDigest;
import org.tongcai.signature.DigestAlgorithm;

/** What a request carries is what was given, and costs memory once. */
class ContentTest {
    @StartStop
    private final MockWebServer server = new MockWebServer();

    private static byte[] sent(Content content) throws Exception {
        Buffer buffer = new Buffer();
        content.writeTo(buffer);
        byte[] bytes = buffer.readByteArray();
        assertEquals(content.contentLength(), bytes.length);
        assertEquals(ContentDigest.of(DigestAlgorithm.SHA_256, bytes), content.digest());
        return bytes;
    }

    @Test
    void linesAreThoseThatWereKept() throws Exception {
        Random dice = new Random(7);
        Lines lines = new Lines();
        StringBuilder expected = new StringBuilder();
        List<Content.Piece> kept = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            // Some are larger than a block.
            int length = 1 + dice.nextInt(i % 50 == 0 ? 100_000 : 900);
            String text = ("\r\n" + i + " ").repeat(length).substring(0, length);
            byte[] source = ("--" + text + "--").getBytes(StandardCharsets.US_ASCII);
            Content.Piece piece = lines.stage(source, 2, length);
            Arrays.fill(source, (byte) '!');
            if (dice.nextInt(4) > 0) {
                lines.keep(piece);
                kept.add(piece);
                expected.append(text.replace('\r', ' ').replace('\n', ' ')).append('\n');
            }
        }
        Content content = Content.ofLines(kept);
        assertEquals(expected.toString(), new String(sent(content), StandardCharsets.US_ASCII));
        assertEquals(expected.toString(), new String(sent(content), StandardCharsets.US_ASCII), "a second time");
    }

    @Test
    void bytesAreThoseThatWereGiven() throws Exception {
        byte[] text = "{\"a\":\n1}".getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(text, sent(Content.of(text)));
        assertEquals(0, sent(Content.NONE).length);
        assertTrue(Content.NONE.isEmpty());
    }

    /** Bytes are counted, no time is taken: reading the source, staging, batching cost one copy and a little for each document. */
    @Test
    void aPushCopiesADocumentOnce() {
        server.setDispatcher(new MockPlatform());
        byte[] document = ("{\"text\":\"" + "采".repeat(3_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        List<byte[]> documents = Collections.nCopies(200, document);
        PushOptions options = PushOptions.DEFAULT.batches(50, 1 << 20).withoutAsking();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (ProcurementClient client = MockPlatform.client(server).build()) {
            long least = Long.MAX_VALUE;
            // The first ones load classes.
            for (int i = 0; i < 4; i++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                PushReport report = client.documents().push(DocumentSource.ofBytes(documents.iterator()), options);
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
                assertEquals(200, report.documents());
            }
            long size = 200L * document.length;
            assertTrue(least < 1.25 * size, least + " bytes were allocated for " + size);
        }
    }
}
