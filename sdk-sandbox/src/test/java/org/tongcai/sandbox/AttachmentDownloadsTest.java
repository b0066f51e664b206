package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.client.Credentials;
import org.tongcai.client.ProcurementClient;
import org.tongcai.client.RetryPolicy;
import org.tongcai.client.TransferProgress;
import org.tongcai.sandbox.Api.Answer;

/** Downloads are handed on as they are read, whole or in parts, and never cut short unseen. */
class AttachmentDownloadsTest {
    private static final String FOLDER = "/v1/attachments";

    private static String uploaded(Api api, byte[] content, int... ends) throws Exception {
        String id = AttachmentsTest.create(api, content, "application/pdf", AttachmentsTest.digest(content))
                .json()
                .get("attachmentId")
                .asText();
        int from = 0;
        for (int to : ends) {
            assertEquals(
                    204,
                    AttachmentsTest.append(api, id, Arrays.copyOfRange(content, from, to), from)
                            .status());
            from = to;
        }
        return id;
    }

    /** Wherever a part begins and ends within the chunks in which it came, and with a digest of its own. */
    @Test
    void partsAreRightAcrossChunks() throws Exception {
        byte[] content = AttachmentsTest.pdf(9_000, 5);
        try (Sandbox sandbox = Sandbox.builder().standard(Samples.STANDARD).start()) {
            sandbox.addTenant("demo", "示例租户");
            partsAreRight(new Api(sandbox, sandbox.newApplication("demo", "app")), content);
        }
    }

    private static void partsAreRight(Api api, byte[] content) throws Exception {
        String id = uploaded(api, content, 8, 9, 4_000, 9_000);
        for (int[] part : new int[][] {{0, 0}, {7, 8}, {8, 8}, {8, 9}, {0, 8_999}, {3_999, 4_000}, {8_999, 8_999}}) {
            Answer answer = api.get(FOLDER + "/" + id, "Range", "bytes=" + part[0] + "-" + part[1]);
            byte[] expected = Arrays.copyOfRange(content, part[0], part[1] + 1);
            assertEquals(206, answer.status());
            assertArrayEquals(expected, answer.response().body());
            assertEquals(Integer.toString(expected.length), answer.header("Content-Length"));
            assertEquals(
                    "sha-256=:"
                            + Base64.getEncoder()
                                    .encodeToString(
                                            MessageDigest.getInstance("SHA-256").digest(expected))
                            + ":",
                    answer.header("Content-Digest"));
        }
    }

    /** A database that lacks a piece never makes a shorter attachment of it. */
    @Test
    void whatBreaksOffIsNoAnswer() throws Exception {
        String database = "jdbc:h2:mem:torn;DB_CLOSE_DELAY=-1";
        byte[] content = AttachmentsTest.pdf(9_000_000, 6);
        try (Sandbox torn =
                Sandbox.builder().standard(Samples.STANDARD).database(database).start()) {
            torn.addTenant("demo", "示例租户");
            Api api = new Api(torn, torn.newApplication("demo", "app"));
            String path = FOLDER + "/" + uploaded(api, content, 4_000_000, 8_000_000, 9_000_000);
            assertArrayEquals(content, api.get(path).response().body());
            try (Connection connection = DriverManager.getConnection(
                            database + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "sa", "");
                    Statement statement = connection.createStatement()) {
                assertEquals(1, statement.executeUpdate("DELETE FROM upload_chunks WHERE chunk_offset = 8000000"));
            }
            assertThrows(UncheckedIOException.class, () -> api.get(path));
        }
    }

    /** Four readers at a time of 50 MiB each, by a platform that has 96 MiB for everything. */
    @Test
    @Tag("long")
    void attachmentsAreNeverInMemory(@TempDir Path folder) throws Exception {
        byte[] content = AttachmentsTest.pdf(50 << 20, 7);
        Path file = Files.write(folder.resolve("large.pdf"), content);
        int port = PlatformProcess.freePort();
        Process platform = PlatformProcess.start(
                port, "jdbc:h2:file:" + folder.resolve("platform"), 96, folder.resolve("errors.txt"));
        try (ProcurementClient client = ProcurementClient.builder()
                .endpoint("http://127.0.0.1:" + port + "/tongcai")
                .credentials(Credentials.clientSecret("mall", PlatformProcess.SECRET))
                .validateBeforeSending(false)
                .retry(RetryPolicy.NONE)
                .build()) {
            String id = client.attachments().upload(file, "application/pdf").attachmentId();
            List<CompletableFuture<Void>> readers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                readers.add(client.attachments()
                        .downloadAsync(
                                id,
                                folder.resolve("copy" + i),
                                AttachmentsTest.digest(content),
                                TransferProgress.NONE));
            }
            readers.forEach(CompletableFuture::join);
        } finally {
            platform.destroyForcibly().waitFor();
        }
        assertEquals("", PlatformProcess.read(folder.resolve("errors.txt")).replaceAll("(?m)^SLF4J.*\\R?", ""));
        for (int i = 0; i < 4; i++) {
            assertEquals(-1, Files.mismatch(file, folder.resolve("copy" + i)));
        }
    }
}
