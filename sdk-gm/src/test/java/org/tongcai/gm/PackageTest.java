package org.tongcai.gm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongcai.Standard;
import org.tongcai.exchange.FolderImport;
import org.tongcai.exchange.ImportResult;
import org.tongcai.exchange.PackageKey;
import org.tongcai.exchange.PackageOptions;
import org.tongcai.exchange.PackageReader;
import org.tongcai.exchange.PackageRefusedException;
import org.tongcai.exchange.RefusalReason;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.KeyRing;

/** Packages by national algorithms alone: SM3 in the manifests, signed by SM2, encrypted by SM4. */
class PackageTest {
    private static final byte[] DOCUMENT = Exchange.document("awardNotice.json");
    private static final PackageKey SECRET = PackageKey.ofBytes(new byte[32]);

    @TempDir
    Path folder;

    private Exchange exchange;

    @BeforeEach
    void platforms() {
        exchange = Exchange.of(folder, "sm2-sm3");
    }

    private PackageOptions options(PackageOptions.Form form) {
        PackageOptions options = exchange.options().withDigest(Sm3.ALGORITHM);
        return form == PackageOptions.Form.FOLDER
                ? options.withForm(form)
                : options.withEncryption(SECRET, Sm4Gcm.CIPHER);
    }

    private PackageReader reader() {
        return exchange.reader().withKey(SECRET);
    }

    private void assertRefused(RefusalReason reason, PackageReader reader, Path made) {
        PackageRefusedException e = assertThrows(
                PackageRefusedException.class,
                () -> reader.verify(made, Files.createTempDirectory(folder, "v").resolve("package")));
        assertEquals(reason, e.reason(), e.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void thereAndBack(PackageOptions.Form form) throws IOException {
        Path made = exchange.pack(options(form), DOCUMENT, Exchange.document("product.json"));
        FolderImport target = new FolderImport(folder.resolve("in"));
        ImportResult result = exchange.importer(reader()).take(made, target);
        assertNull(result.refusal(), () -> String.valueOf(result.refusal()));
        assertNotNull(result.receipt());
        assertNotNull(result.info());
        assertEquals(List.of(), Exchange.findings(result.receipt()));
        Path taken = target.place(result.info(), 1).resolve("accepted/documents.ndjson");
        assertArrayEquals(DOCUMENT, Arrays.copyOf(Files.readAllBytes(taken), DOCUMENT.length));
        assertEquals(
                "sm3", reader().verify(made, folder.resolve("look")).digest().algorithm());
        if (form == PackageOptions.Form.FOLDER) {
            assertTrue(Files.exists(made.resolve("tagmanifest-sm3.txt")));
        }
    }

    @Test
    void nothingIsReadableInIt() throws IOException {
        Path made = exchange.pack(options(PackageOptions.Form.ZIP), DOCUMENT);
        String text = Files.readString(made, StandardCharsets.ISO_8859_1);
        assertTrue(text.startsWith("TCX1") && text.contains("\"cipher\":\"SM4GCM\""));
        assertFalse(text.contains("awardNotice") || text.contains("DEMO-"), "what is inside shows");
    }

    @Test
    void anotherKeyDoesNotDecrypt() throws IOException {
        Path made = exchange.pack(options(PackageOptions.Form.ZIP), DOCUMENT);
        byte[] other = new byte[32];
        other[31] = 1;
        assertRefused(RefusalReason.DECRYPTION_FAILED, exchange.reader().withKey(PackageKey.ofBytes(other)), made);
        assertRefused(RefusalReason.KEY_MISSING, exchange.reader(), made);
    }

    /** The cipher is part of what is authenticated. */
    @Test
    void anotherCipherIsAnotherPackage() throws IOException {
        Path made = exchange.pack(options(PackageOptions.Form.ZIP), DOCUMENT);
        byte[] bytes = Files.readAllBytes(made);
        byte[] swapped = new String(bytes, StandardCharsets.ISO_8859_1)
                .replaceFirst("\"SM4GCM\"", "\"A256GCM\"")
                .getBytes(StandardCharsets.ISO_8859_1);
        // The name is longer by one, and so is the header.
        swapped[5]++;
        Files.write(made, swapped);
        assertRefused(RefusalReason.DECRYPTION_FAILED, reader(), made);
    }

    @Test
    void anotherKeyDidNotSign() throws IOException {
        Path made = exchange.pack(options(PackageOptions.Form.FOLDER), DOCUMENT);
        assertRefused(
                RefusalReason.SIGNATURE_WRONG, Exchange.of(folder, "sm2-sm3").reader(), made);
        assertRefused(
                RefusalReason.SIGNATURE_WRONG, Exchange.of(folder, "ed25519").reader(), made);
        assertRefused(RefusalReason.KEY_UNKNOWN, exchange.reader().withOwners((a, b) -> true), foreign(made));
    }

    /** The same package, said to be signed by a key that nobody knows. */
    private static Path foreign(Path made) throws IOException {
        Path file = made.resolve("signature.json");
        Files.writeString(file, Files.readString(file).replace("PLATFORM-01:1", "PLATFORM-01:2"));
        return made;
    }

    /** A bit in every file of a folder, and every seventh byte of the encrypted file. */
    @Test
    void whatIsAlteredIsRefused() throws IOException {
        Path plain = exchange.pack(options(PackageOptions.Form.FOLDER), DOCUMENT);
        List<Path> files;
        try (var all = Files.walk(plain)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertEquals(7, files.size());
        for (Path file : files) {
            altered(file, plain, Math.max(1, (int) Files.size(file) / 12));
        }
        Path sealed = exchange.pack(options(PackageOptions.Form.ZIP), DOCUMENT);
        altered(sealed, sealed, 97);
        assertEquals(1, reader().verify(sealed, folder.resolve("good")).documents());
    }

    private void altered(Path file, Path whole, int step) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i += step) {
            bytes[i] ^= (byte) (1 << i % 8);
            Files.write(file, bytes);
            Path look = Files.createTempDirectory(folder, "v");
            int at = i;
            assertThrows(
                    PackageRefusedException.class,
                    () -> reader().verify(whole, look.resolve("package")),
                    () -> "byte " + at + " of " + file);
            bytes[i] ^= (byte) (1 << i % 8);
        }
        Files.write(file, bytes);
    }

    /** A receiver without national cryptography says so; it does not say that the package is wrong. */
    @Test
    void whoDoesNotKnowTheAlgorithmsSaysSo() throws IOException {
        Path made = exchange.pack(options(PackageOptions.Form.FOLDER), DOCUMENT);
        PackageReader without =
                new PackageReader(Standard.load(), KeyRing.of(exchange.key().verifying()), Algorithms.jdk());
        assertRefused(RefusalReason.ALGORITHM_UNKNOWN, without, made);
        Path sealed = exchange.pack(options(PackageOptions.Form.ZIP), DOCUMENT);
        assertRefused(RefusalReason.ALGORITHM_UNKNOWN, without.withKey(SECRET), sealed);
    }
}
