package org.tongcai.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.input.Slice;
import org.tongcai.signature.AeadCipher;
import org.tongcai.signature.DigestAlgorithm;

/** A package is made, verified and imported in a small heap, whatever its size: what it carries goes by, block by block. */
class SmallHeapTest {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void aPackageOfSeveralTimesTheHeap() throws Exception {
        assertTaken(32, 300, 80, "plain");
    }

    /** Every document that one package may hold, and an attachment larger than an {@code int} counts. */
    @Test
    @Tag("long")
    void aPackageOfManyTimesTheHeap() throws Exception {
        assertTaken(48, 9_998, 2_100, "encrypted");
    }

    private void assertTaken(int heap, int documents, int attachment, String form) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap + "m",
                        "-XX:+UseSerialGC",
                        "-Dspec.directory=" + System.getProperty("spec.directory", "../spec"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Exchange.class.getName(),
                        folder.toString(),
                        Integer.toString(documents),
                        Integer.toString(attachment),
                        form)
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), text);
        String[] figures = text.strip().split(" ");
        assertEquals(documents + 1, Integer.parseInt(figures[0]), "documents taken");
        assertEquals(1, Integer.parseInt(figures[1]), "packages");
        assertTrue(Long.parseLong(figures[2]) > 3L * heap * MEBIBYTE, text);
    }

    /** What the other process does. */
    static final class Exchange {
        private Exchange() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            int documents = Integer.parseInt(arguments[1]);
            PackageKey secret = PackageKey.ofBytes(new byte[32]);
            Path file = folder.resolve("a.pdf");
            String digest = attachment(file, Integer.parseInt(arguments[2]));
            List<Path> made;
            PackageOptions options = Sample.options().withSplit(Long.MAX_VALUE, 10_000);
            if (arguments[3].equals("encrypted")) {
                options = options.withEncryption(secret, AeadCipher.AES_256_GCM);
            }
            try (PackageWriter writer = new PackageWriter(folder.resolve("out"), options)) {
                byte[] naming = naming(digest);
                writer.add(Slice.of("-", naming));
                String product = product();
                for (int i = 0; i < documents; i++) {
                    byte[] document = product.replaceFirst("P-0", "P-" + i).getBytes(StandardCharsets.UTF_8);
                    writer.add(Slice.of("-", document));
                }
                if (!writer.attach(file)) {
                    throw new IOException("no document names the attachment");
                }
                made = writer.finish(new FileExportLedger(folder.resolve("sent")));
            }
            Files.delete(file);
            PackageReader reader = Sample.reader().withKey(secret);
            Path look = folder.resolve("look");
            VerifiedPackage verified = reader.verify(made.get(0), look);
            Durable.delete(look);
            FolderImport target = new FolderImport(folder.resolve("in"));
            ImportResult result = Sample.importer(folder, reader).take(made.get(0), target);
            if (result.refusal() != null || result.receipt() == null) {
                throw new IOException(result.refusal());
            }
            long accepted = Json.number(Json.read(result.receipt()), "summary", "accepted");
            System.out.println(accepted + " " + made.size() + " " + verified.receivedSize());
        }

        /** A file of so many MiB; its digest. */
        private static String attachment(Path file, int size) throws IOException {
            byte[] block = new byte[MEBIBYTE];
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                for (int i = 0; i < size; i++) {
                    block[0] = (byte) i;
                    out.write(block);
                }
            }
            try (InputStream in = Files.newInputStream(file);
                    DigestStream digest = new DigestStream(in, DigestAlgorithm.SHA_256)) {
                digest.transferTo(OutputStream.nullOutputStream());
                return digest.digest().value();
            }
        }

        private static byte[] naming(String digest) {
            String text = new String(Sample.line("awardNotice.json"), StandardCharsets.UTF_8);
            return (text.substring(0, text.lastIndexOf('}'))
                            + ",\"attachments\":[{\"name\":\"a.pdf\",\"type\":\"OTHER\",\"attachmentId\":\"FJ-1\","
                            + "\"digest\":{\"algorithm\":\"sha-256\",\"value\":\"" + digest + "\"}}]}")
                    .getBytes(StandardCharsets.UTF_8);
        }

        /** With the longest description that there may be. */
        private static String product() {
            return new String(Sample.numbered(0), StandardCharsets.UTF_8)
                    .replaceFirst("\"description\": ?\"[^\"]*\"", "\"description\":\"" + "通".repeat(20_000) + "\"");
        }
    }
}
