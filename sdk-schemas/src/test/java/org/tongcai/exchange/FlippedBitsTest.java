package org.tongcai.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.signature.AeadCipher;

/** No byte of a package can be altered, taken away or added: in its files, in the archive around them, in what encrypts it. */
class FlippedBitsTest {
    private static final PackageKey SECRET = PackageKey.ofBytes(new byte[32]);

    @TempDir
    Path folder;

    private final PackageReader reader = Sample.reader().withKey(SECRET);
    private int tries;
    private long bytes;
    private long bits;

    /** How much was altered stands in the report of the test. */
    @AfterEach
    void figures(TestReporter reporter) {
        reporter.publishEntry(Map.of(
                "altered bytes",
                Long.toString(bytes),
                "altered bits",
                Long.toString(bits),
                "packages refused",
                Integer.toString(tries)));
    }

    private void assertRefused(Path altered, String what) throws IOException {
        Path staging = folder.resolve("staging-" + tries++);
        try {
            reader.verify(altered, staging);
        } catch (PackageRefusedException e) {
            return;
        } finally {
            Durable.delete(staging);
        }
        fail(what + " was not noticed");
    }

    /** One bit of one byte in {@code step}, another one each time; all bits of all bytes with {@code -Dexhaustive=true}. */
    private void flipped(Path file, Path whole, int step) throws IOException {
        boolean exhaustive = Boolean.getBoolean("exhaustive");
        byte[] content = Files.readAllBytes(file);
        for (int i = 0; i < content.length; i += exhaustive ? 1 : step) {
            int most = exhaustive ? 8 : 1;
            for (int each = 0; each < most; each++) {
                int bit = (i * 5 + each) % 8;
                content[i] ^= (byte) (1 << bit);
                Files.write(file, content);
                assertRefused(whole, "bit " + bit + " of byte " + i + " of " + file);
                content[i] ^= (byte) (1 << bit);
                bits++;
            }
            bytes++;
        }
        Files.write(file, content);
    }

    private void cutAndExtended(Path file, Path whole) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 1 + length / 37) {
            Files.write(file, java.util.Arrays.copyOf(bytes, length));
            assertRefused(whole, "cut to " + length + " " + file);
        }
        for (byte more : new byte[] {0, '\n', 'P'}) {
            byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);
            longer[bytes.length] = more;
            Files.write(file, longer);
            assertRefused(whole, "extended " + file);
        }
        Files.write(file, bytes);
    }

    @Test
    void inAnArchive() throws IOException {
        Path made = Sample.pack(folder, Sample.options(), Sample.line("stockUpdate.json"))
                .get(0);
        flipped(made, made, 1);
        cutAndExtended(made, made);
        assertEquals(1, reader.verify(made, folder.resolve("good")).documents());
    }

    @Test
    void inAnEncryptedArchive() throws IOException {
        Path made = Sample.pack(
                        folder,
                        Sample.options().withEncryption(SECRET, AeadCipher.AES_256_GCM),
                        Sample.line("stockUpdate.json"))
                .get(0);
        flipped(made, made, 7);
        cutAndExtended(made, made);
        assertEquals(1, reader.verify(made, folder.resolve("good")).documents());
    }

    @Test
    void inEveryFileOfAFolder() throws IOException {
        Path made = Sample.pack(
                        folder,
                        Sample.options().withForm(PackageOptions.Form.FOLDER).withCompression(true),
                        Sample.line("stockUpdate.json"))
                .get(0);
        List<Path> files;
        try (Stream<Path> all = Files.walk(made)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertEquals(7, files.size());
        for (Path file : files) {
            flipped(file, made, 5);
            cutAndExtended(file, made);
        }
        assertEquals(1, reader.verify(made, folder.resolve("good")).documents());
    }
}
