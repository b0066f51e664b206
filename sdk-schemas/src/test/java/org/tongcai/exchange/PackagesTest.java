package org.tongcai.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.DocumentReport;
import org.tongcai.Verdict;
import org.tongcai.input.Slice;
import org.tongcai.signature.AeadCipher;
import org.tongcai.signature.DigestAlgorithm;

/** What is packed on one side comes out on the other, with the bytes that it had. */
class PackagesTest {
    private static final PackageKey SECRET = PackageKey.ofBytes(new byte[32]);

    @TempDir
    Path folder;

    private static PackageOptions options(String form) {
        PackageOptions options = Sample.options();
        return switch (form) {
            case "folder" -> options.withForm(PackageOptions.Form.FOLDER);
            case "compressed" -> options.withCompression(true);
            case "encrypted" -> options.withEncryption(SECRET, AeadCipher.AES_256_GCM);
            default -> options;
        };
    }

    private static void assertValidReceipt(byte[] receipt) {
        DocumentReport report = Sample.STANDARD.validate(receipt);
        assertEquals(List.of(), report.findings());
        assertEquals("exchangeReceipt", report.documentType());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "folder", "compressed", "encrypted"})
    void everyFormIsTakenWithTheBytesThatWerePacked(String form) throws IOException {
        byte[] oneLine = Sample.line("awardNotice.json");
        byte[] manyLines = Sample.example("product.json");
        byte[] xml = Sample.STANDARD.xml().pretty().rewrite(Sample.example("contract.json"));
        Path made = Sample.pack(folder, options(form), oneLine, manyLines, xml).get(0);

        PackageImporter importer = Sample.importer(folder, Sample.reader().withKey(SECRET));
        FolderImport target = new FolderImport(folder.resolve("in"));
        ImportResult result = importer.take(made, target);

        assertNull(result.refusal(), () -> String.valueOf(result.refusal()));
        assertValidReceipt(result.receipt());
        Path place = target.place(result.info(), result.round()).resolve("accepted");
        assertArrayEquals(manyLines, join(Files.readAllBytes(place.resolve("000002.json")), "\n"));
        assertArrayEquals(xml, join(Files.readAllBytes(place.resolve("000003.xml")), "\n"));
        assertArrayEquals(join(oneLine, "\n"), Files.readAllBytes(place.resolve("documents.ndjson")));
        try (var left = Files.list(folder.resolve("work"))) {
            assertEquals(0, left.count());
        }
    }

    /** The line feed behind a document is not a byte of it. */
    private static byte[] join(byte[] bytes, String end) {
        return (new String(bytes, StandardCharsets.UTF_8) + end).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void otherProgramsReadTheArchive() throws IOException {
        Path made = Sample.pack(folder, Sample.options(), Sample.line("product.json"))
                .get(0);
        try (ZipFile zip = new ZipFile(made.toFile())) {
            assertNotNull(zip.getEntry("DEMO-NATIONAL-01-00000001/bagit.txt"));
            assertNotNull(zip.getEntry("DEMO-NATIONAL-01-00000001/data/manifest.json"));
        }
    }

    @Test
    void aRejectedDocumentIsAnsweredByItself() throws IOException {
        byte[] wrong = new String(Sample.line("product.json"), StandardCharsets.UTF_8)
                .replace("\"productId\"", "\"productIt\"")
                .getBytes(StandardCharsets.UTF_8);
        Path made = Sample.pack(folder, Sample.options(), Sample.line("awardNotice.json"), wrong)
                .get(0);
        FolderImport target = new FolderImport(folder.resolve("in"));
        ImportResult result = Sample.importer(folder, Sample.reader()).take(made, target);
        assertValidReceipt(result.receipt());
        String receipt = new String(result.receipt(), StandardCharsets.UTF_8);
        assertTrue(receipt.contains("\"state\":\"PARTLY_TAKEN\""), receipt);
        assertTrue(receipt.contains("\"verdict\":\"REJECTED\",\"state\":\"REFUSED\",\"findings\""), receipt);
        Path place = target.place(result.info(), result.round());
        assertArrayEquals(join(wrong, "\n"), Files.readAllBytes(place.resolve("rejected/documents.ndjson")));
        assertArrayEquals(result.receipt(), Files.readAllBytes(place.resolve("receipt.json")));
    }

    @Test
    void anAttachmentTravelsWithTheDocumentThatNamesIt() throws IOException {
        byte[] content = "%PDF-1.7 示例".getBytes(StandardCharsets.UTF_8);
        String digest = HexFormat.of().formatHex(DigestAlgorithm.SHA_256.digest(content));
        String attachment = "\"attachments\":[{\"name\":\"a.pdf\",\"type\":\"OTHER\",\"attachmentId\":\"FJ-1\","
                + "\"digest\":{\"algorithm\":\"sha-256\",\"value\":\"" + digest + "\"}}]";
        byte[] plain = Sample.line("awardNotice.json");
        String text = new String(plain, StandardCharsets.UTF_8);
        byte[] document =
                (text.substring(0, text.lastIndexOf('}')) + "," + attachment + "}").getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("a.pdf"), content);
        Path stranger = Files.write(folder.resolve("b.pdf"), new byte[] {1});
        List<Path> made;
        try (PackageWriter writer = new PackageWriter(folder.resolve("out"), Sample.options())) {
            assertTrue(writer.add(Slice.of("-", document)));
            assertFalse(writer.attach(stranger));
            assertTrue(writer.attach(file));
            made = writer.finish(new FileExportLedger(folder.resolve("sent")));
        }
        Sample.Memory memory = new Sample.Memory();
        ImportResult result = Sample.importer(folder, Sample.reader()).take(made.get(0), memory);
        assertNull(result.refusal(), () -> String.valueOf(result.refusal()));
        assertEquals("attachment FJ-1", memory.taken.get(1));
    }

    @Test
    void aDayWithoutDataIsAPackageToo() throws IOException {
        Path made = Sample.pack(folder, Sample.options().withRegion("530000")).get(0);
        ImportResult result = Sample.importer(folder, Sample.reader()).take(made, new Sample.Memory());
        assertNull(result.refusal(), () -> String.valueOf(result.refusal()));
        assertValidReceipt(result.receipt());
        assertEquals(
                Verdict.ACCEPTED, Sample.STANDARD.validate(result.receipt()).verdict());
    }

    @Test
    void aLargeBatchIsDivided() throws IOException {
        byte[][] documents = new byte[10][];
        for (int i = 0; i < documents.length; i++) {
            documents[i] = Sample.numbered(i);
        }
        List<Path> parts = Sample.pack(folder, Sample.options().withSplit(documents[0].length * 4L, 5_000), documents);
        assertEquals(3, parts.size());
        Sample.Memory memory = new Sample.Memory();
        PackageImporter importer = Sample.importer(folder, Sample.reader());
        for (Path part : parts) {
            ImportResult result = importer.take(part, memory);
            assertNull(result.refusal(), () -> String.valueOf(result.refusal()));
            assertValidReceipt(result.receipt());
        }
        assertEquals(10, memory.taken.stream().distinct().count());
    }
}
