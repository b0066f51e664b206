package org.tongcai.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.signature.AeadCipher;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.DigestAlgorithm;
import org.tongcai.signature.KeyRing;
import org.tongcai.signature.Keys;
import org.tongcai.signature.NewKey;
import org.tongcai.signature.TrustedKey;

/** What is wrong with a package is said by its own reason, even where the sender has signed it. */
class RefusalsTest {
    @TempDir
    Path folder;

    private int tries;

    private PackageRefusedException refused(PackageReader reader, Path made) {
        return assertThrows(PackageRefusedException.class, () -> reader.verify(made, folder.resolve("v" + tries++)));
    }

    private void assertRefused(RefusalReason reason, Path made) {
        PackageRefusedException e = refused(Sample.reader(), made);
        assertEquals(reason, e.reason(), e.getMessage());
    }

    private Path made() throws IOException {
        return Sample.pack(
                        folder, Sample.options().withForm(PackageOptions.Form.FOLDER), Sample.line("stockUpdate.json"))
                .get(0);
    }

    /** Makes manifests and signature anew after files were changed, as a sender would that means no good. */
    private static void seal(Path made) throws IOException {
        DigestAlgorithm sha = DigestAlgorithm.SHA_256;
        FileList list = new FileList();
        long octets = 0;
        try (Stream<Path> files = Files.walk(made.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                octets += bytes.length;
                list.add(
                        made.relativize(file).toString(),
                        PackageReader.digest(sha, bytes).value());
            }
        }
        PackageInfo info = PackageInfo.read(Files.readAllBytes(made.resolve("bag-info.txt")))
                .with(octets, list.size());
        Files.write(made.resolve("bag-info.txt"), info.write());
        Files.write(made.resolve("manifest-sha256.txt"), list.write());
        sign(made);
    }

    private static void sign(Path made) throws IOException {
        FileList tags = new FileList();
        for (String file : List.of("bag-info.txt", "bagit.txt", "manifest-sha256.txt")) {
            tags.add(
                    file,
                    PackageReader.digest(DigestAlgorithm.SHA_256, Files.readAllBytes(made.resolve(file)))
                            .value());
        }
        Files.write(made.resolve("tagmanifest-sha256.txt"), tags.write());
        Files.write(
                made.resolve("signature.json"),
                Seal.of(Sample.KEY.signing(), "tagmanifest-sha256.txt", tags.write())
                        .write());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "/etc/evil",
                "data/../../evil",
                "C:/evil",
                "data\\evil",
                "data/./evil",
                "data//evil",
                "data/.hidden",
                "data/nul",
                "data/COM1.json",
                "data/evil.",
                "data/a b",
                "data/é",
                "data/e\u0301",
                "~/evil",
                "data/a/b/c/d/e/f/g/h/i"
            })
    void pathsStayInThePackage(String path) throws IOException {
        Path zip = folder.resolve("evil.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            ZipLayout.Entry entry = new ZipLayout.Entry("P-1/" + path, 0, 0, 0);
            out.write(entry.local());
        }
        assertTrue(List.of(RefusalReason.PATH_NOT_ALLOWED, RefusalReason.CONTAINER_WRONG)
                .contains(refused(Sample.reader(), zip).reason()));
        assertThrows(PackageRefusedException.class, () -> PackagePath.require(path));
        try (Stream<Path> all = Files.walk(folder)) {
            assertFalse(all.anyMatch(file -> file.getFileName().toString().contains("evil") && !file.equals(zip)));
        }
    }

    @Test
    void namesThatAreOneElsewhere() throws IOException {
        PackagePath.Seen seen = new PackagePath.Seen();
        seen.add("data/a/File");
        for (String other : List.of("data/a/file", "data/a", "DATA/A/FILE", "data/a/File/more")) {
            PackageRefusedException e = assertThrows(PackageRefusedException.class, () -> seen.add(other));
            assertEquals(RefusalReason.DUPLICATE_NAME, e.reason());
        }
    }

    @Test
    void links() throws IOException {
        Path made = made();
        Path secret = Files.writeString(folder.resolve("secret"), "x");
        Files.createSymbolicLink(made.resolve("data/documents/link"), secret);
        assertRefused(RefusalReason.LINK, made);
        Path link = Files.createSymbolicLink(folder.resolve("package"), made);
        assertRefused(RefusalReason.LINK, link);
    }

    @Test
    void filesMoreOrLess() throws IOException {
        Path made = made();
        Path more = Files.writeString(made.resolve("data/documents/more.json"), "{}");
        assertRefused(RefusalReason.FILE_UNLISTED, made);
        seal(made);
        assertRefused(RefusalReason.MANIFEST_MISMATCH, made);
        Files.delete(more);
        assertRefused(RefusalReason.FILE_MISSING, made);
        seal(made);
        Sample.reader().verify(made, folder.resolve("good"));
        Path tag = Files.writeString(made.resolve("notes.txt"), "x");
        assertRefused(RefusalReason.FILE_UNLISTED, made);
        Files.delete(tag);
        Path empty = Files.createDirectory(made.resolve("data/empty"));
        assertRefused(RefusalReason.FILE_UNLISTED, made);
        Files.delete(empty);
        Files.delete(made.resolve("signature.json"));
        assertRefused(RefusalReason.FILE_MISSING, made);
    }

    @Test
    void contentThatIsNotWhatItsSenderLists() throws IOException {
        Path made = made();
        Path documents = made.resolve("data/documents/documents.ndjson");
        String text = Files.readString(documents);
        Files.writeString(documents, text + "\n");
        assertRefused(RefusalReason.DIGEST_MISMATCH, made);
        Files.writeString(documents, text.replace("示", "视"));
        seal(made);
        assertTrue(List.of(RefusalReason.DIGEST_MISMATCH, RefusalReason.MANIFEST_MISMATCH)
                .contains(refused(Sample.reader(), made).reason()));
        Files.writeString(documents, text + " ");
        seal(made);
        assertRefused(RefusalReason.MANIFEST_MISMATCH, made);
        Files.writeString(documents, text);
        Path manifest = made.resolve("data/manifest.json");
        String listed = Files.readString(manifest);
        Files.writeString(manifest, listed.replace("\"batchId\"", "\"batchIt\""));
        seal(made);
        assertRefused(RefusalReason.MANIFEST_INVALID, made);
        Files.writeString(manifest, listed);
        PackageInfo info = PackageInfo.read(Files.readAllBytes(made.resolve("bag-info.txt")));
        Files.writeString(manifest, listed);
        seal(made);
        Files.write(made.resolve("bag-info.txt"), info.with(1, 1).write());
        sign(made);
        assertRefused(RefusalReason.OXUM_MISMATCH, made);
    }

    @Test
    void aManifestThatContinuesAnother() throws IOException {
        PackageOptions options = Sample.options().withForm(PackageOptions.Form.FOLDER);
        Path first = Sample.pack(folder, options, Sample.numbered(1)).get(0);
        Path second = Sample.pack(folder, options, Sample.numbered(2)).get(0);
        PackageImporter importer = Sample.importer(folder, Sample.reader());
        Sample.Memory memory = new Sample.Memory();
        importer.take(first, memory);
        Path manifest = second.resolve("data/manifest.json");
        String listed = Files.readString(manifest);
        String before = Sample.reader()
                .verify(second, folder.resolve("look"))
                .previousManifest()
                .value();
        Files.writeString(manifest, listed.replace(before, "0".repeat(64)));
        seal(second);
        PackageRefusedException refusal = importer.take(second, memory).refusal();
        assertEquals(RefusalReason.CHAIN_BROKEN, refusal.reason());
        Files.writeString(manifest, listed);
        seal(second);
        assertNull(importer.take(second, memory).refusal());
        assertEquals(2, memory.taken.size());
    }

    @Test
    void algorithmsThatAreNotKnown() throws IOException {
        Path made = made();
        Files.move(made.resolve("manifest-sha256.txt"), made.resolve("manifest-md5.txt"));
        assertRefused(RefusalReason.ALGORITHM_UNKNOWN, made);
        Files.move(made.resolve("manifest-md5.txt"), made.resolve("manifest-sm3.txt"));
        assertRefused(RefusalReason.ALGORITHM_UNKNOWN, made);
    }

    @Test
    void keys() throws IOException {
        Path made = made();
        PackageReader nobody = new PackageReader(Sample.STANDARD, new KeyRing(), Algorithms.jdk());
        assertEquals(RefusalReason.KEY_UNKNOWN, refused(nobody, made).reason());
        KeyRing late = new KeyRing();
        late.add(new TrustedKey(Sample.KEY.verifying(), null, Instant.parse("2026-01-01T00:00:00Z")));
        assertEquals(
                RefusalReason.KEY_EXPIRED,
                refused(new PackageReader(Sample.STANDARD, late, Algorithms.jdk()), made)
                        .reason());
        NewKey same = Keys.generate("ed25519", Sample.KEY.keyId(), Algorithms.jdk());
        PackageReader wrong = new PackageReader(Sample.STANDARD, KeyRing.of(same.verifying()), Algorithms.jdk());
        assertEquals(RefusalReason.SIGNATURE_WRONG, refused(wrong, made).reason());
        assertEquals(
                RefusalReason.KEY_OF_ANOTHER,
                refused(Sample.reader().withOwners((sender, key) -> false), made)
                        .reason());
    }

    @Test
    void archivesOfOtherPrograms() throws IOException {
        Path made = made();
        Path zip = folder.resolve("other.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(made.getFileName() + "/bagit.txt"));
            out.write(TagFiles.declaration());
        }
        assertRefused(RefusalReason.CONTAINER_WRONG, zip);
        assertRefused(RefusalReason.NOT_A_PACKAGE, Files.writeString(folder.resolve("x.zip"), "hello"));
        assertRefused(RefusalReason.NOT_A_PACKAGE, Files.createDirectory(folder.resolve("nothing")));
    }

    @Test
    void moreThanAllowed() throws IOException {
        Path zip = Sample.pack(folder, Sample.options(), Sample.numbered(1), Sample.example("product.json"))
                .get(0);
        PackageLimits most = PackageLimits.DEFAULT;
        assertEquals(
                RefusalReason.TOO_MANY_FILES,
                refused(Sample.reader().withLimits(new PackageLimits(2, 1 << 20, 1 << 20, 1 << 20, 9)), zip)
                        .reason());
        assertEquals(
                RefusalReason.TOO_LARGE,
                refused(Sample.reader().withLimits(new PackageLimits(9, 1_000, 1 << 20, 1 << 20, 9)), zip)
                        .reason());
        assertEquals(
                RefusalReason.TOO_LARGE,
                refused(Sample.reader().withLimits(new PackageLimits(9, 1 << 20, 1_500, 1 << 20, 9)), zip)
                        .reason());
        assertEquals(200, most.ratio());
    }

    /** A megabyte of blanks is a kilobyte compressed: the limit ends the reading, not the memory. */
    @Test
    void bombs() throws IOException {
        Path made = Sample.pack(
                        folder,
                        Sample.options().withForm(PackageOptions.Form.FOLDER).withCompression(true),
                        Sample.line("stockUpdate.json"))
                .get(0);
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(made.resolve("data/documents/documents.ndjson.gz")))) {
            for (int i = 0; i < 64; i++) {
                out.write(" ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
            }
        }
        seal(made);
        Path manifest = made.resolve("data/manifest.json");
        PackageInfo info = PackageInfo.read(Files.readAllBytes(made.resolve("bag-info.txt")));
        String text =
                Files.readString(manifest).replaceFirst("(\"fileCount\":\\d+,\"size\":)\\d+", "$1" + info.octets());
        long grown = info.octets() + text.length() - text.length();
        Files.writeString(
                manifest, text.replaceFirst("(\"fileCount\":\\d+,\"size\":)\\d+", "$1" + total(made, text, grown)));
        seal(made);
        assertRefused(RefusalReason.RATIO, made);
    }

    private static long total(Path made, String text, long guess) throws IOException {
        long compressed = Files.size(made.resolve("data/documents/documents.ndjson.gz"));
        String written = text.replaceFirst("(\"fileCount\":\\d+,\"size\":)\\d+", "$1" + guess);
        return compressed + written.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void encryptedWithoutOrWithAnotherKey() throws IOException {
        PackageKey key = PackageKey.ofPassphrase("correct horse battery");
        Path made = Sample.pack(
                        folder, Sample.options().withEncryption(key, AeadCipher.AES_256_GCM), Sample.numbered(1))
                .get(0);
        assertRefused(RefusalReason.KEY_MISSING, made);
        PackageKey other = PackageKey.ofPassphrase("correct horse batterz");
        assertEquals(
                RefusalReason.DECRYPTION_FAILED,
                refused(Sample.reader().withKey(other), made).reason());
        PackageKey bytes = PackageKey.ofBytes(new byte[32]);
        assertEquals(
                RefusalReason.DECRYPTION_FAILED,
                refused(Sample.reader().withKey(bytes), made).reason());
        assertEquals(
                1,
                Sample.reader()
                        .withKey(key)
                        .verify(made, folder.resolve("good"))
                        .documents());
        assertFalse(key.toString().contains("horse"));
    }

    /** The chunks of an encrypted package cannot be dropped, swapped or doubled. */
    @Test
    void chunksAreInOrder() throws IOException {
        PackageKey key = PackageKey.ofBytes(new byte[32]);
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        byte[] plain = new byte[CryptHeader.CHUNK * 3 + 5];
        new java.util.Random(1).nextBytes(plain);
        try (OutputStream sealed = new EncryptingStream(out, AeadCipher.AES_256_GCM, key)) {
            sealed.write(plain);
        }
        byte[] all = out.toByteArray();
        int header = all.length - plain.length - 4 * AeadCipher.TAG_BYTES;
        int chunk = CryptHeader.CHUNK + AeadCipher.TAG_BYTES;
        List<List<Integer>> orders = List.of(
                List.of(0, 1, 2, 3),
                List.of(1, 0, 2, 3),
                List.of(0, 1, 3),
                List.of(0, 1, 2),
                List.of(0, 0, 1, 2, 3),
                List.of(0, 1, 2, 3, 3));
        List<Boolean> good = new ArrayList<>();
        for (List<Integer> order : orders) {
            java.io.ByteArrayOutputStream altered = new java.io.ByteArrayOutputStream();
            altered.write(all, 0, header);
            for (int i : order) {
                int start = header + i * chunk;
                altered.write(all, start, Math.min(chunk, all.length - start));
            }
            try (DecryptingStream in = new DecryptingStream(
                    new java.io.ByteArrayInputStream(altered.toByteArray()), key, Algorithms.jdk())) {
                good.add(java.util.Arrays.equals(plain, in.readAllBytes()));
            } catch (PackageRefusedException e) {
                good.add(false);
            }
        }
        assertEquals(List.of(true, false, false, false, false, false), good);
    }

    @ParameterizedTest
    @EnumSource(RefusalReason.class)
    void reasonsSpeakBothLanguages(RefusalReason reason) {
        assertFalse(reason.text().zh().isBlank());
        assertFalse(reason.text().en().isBlank());
        assertFalse(reason.check().isBlank());
    }
}
