package org.tongcai.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tongcai.Limits;
import org.tongcai.input.ZipMaker.Entry;

/** Sound archives, however they were made. */
class ArchiveTest {
    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void entriesAreSourcesOfTheirOwnInTheOrderOfTheArchive() {
        Unpacked result = Unpacked.of(ZipMaker.of(
                Entry.of("b.json", "{\"a\":1}"),
                Entry.of("sub/", "").stored(),
                Entry.of("sub/a.xml", "\n<a/>"),
                Entry.of("c.ndjson.gz", Cuts.gzip("{}\n{ }\n".getBytes(StandardCharsets.UTF_8)))));
        assertEquals(
                List.of(
                        "!/b.json[0] {\"a\":1}",
                        "!/sub/a.xml[0] \n<a/>",
                        "!/c.ndjson.gz[0] {}",
                        "!/c.ndjson.gz[1] { }"),
                result.documents());
        assertEquals(List.of(), result.failures());
    }

    @Test
    void whatIsNoDocumentByItsNameIsPassedOver() {
        Unpacked result = Unpacked.of(ZipMaker.of(
                Entry.of("readme.txt", "hello"),
                Entry.of(".hidden.json", "{}"),
                Entry.of(".git/x.json", "{}"),
                Entry.of("__MACOSX/._a.json", "{}").streamed(),
                Entry.of("photo.jpg", "PK").method(12),
                Entry.of("scan.pdf", "secret").encrypted().streamed(),
                Entry.of("A.JSON", "{}")));
        assertEquals(new Unpacked(List.of("!/A.JSON[0] {}"), List.of()), result);
    }

    @Test
    void placesAreThoseOfTheEntry() throws InputException {
        byte[] archive = ZipMaker.of(Entry.of("a.json", "[{},\n  {}]"), Entry.of("b.json", " {}"));
        List<String> places = new ArrayList<>();
        new DocumentReader(Limits.DEFAULT)
                .read(
                        "-",
                        new ByteArrayInputStream(archive),
                        s -> places.add(
                                s.source() + " " + s.startLine() + ":" + s.startColumn() + "@" + s.startByte()));
        assertEquals(List.of("-!/a.json 1:2@1", "-!/a.json 2:3@7", "-!/b.json 1:2@1"), places);
    }

    @Test
    void nameOfTheFileDoesNotMatter() {
        assertEquals(
                List.of("{}"), Cuts.of(ZipMaker.of(Entry.of("a.json", "{}"))).texts());
    }

    @Test
    void archiveWithoutDocumentsIsNoSuccess() {
        List<String> failures = List.of(" no .json, .ndjson, .jsonl or .xml file (or .gz of them) in the zip archive");
        assertEquals(new Unpacked(List.of(), failures), Unpacked.of(ZipMaker.of(Entry.of("readme.txt", ""))));
        assertEquals(new Unpacked(List.of(), failures), Unpacked.of(ZipMaker.of()));
    }

    @Test
    void whatTheLibraryOfJavaWritesIsRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setComment("a comment");
            zip.putNextEntry(new ZipEntry("文件夹/"));
            zip.putNextEntry(new ZipEntry("文件夹/公告.json"));
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(new Unpacked(List.of("!/文件夹/公告.json[0] {}"), List.of()), Unpacked.of(out.toByteArray()));
    }

    @Nested
    class Names {
        @Test
        void inGbkOfChineseWindows() {
            // The second byte of 乗 in GBK is that of a backslash: names are decoded before they are taken apart.
            byte[] name = "采购公告\\乗.json".getBytes(GBK);
            Unpacked result = Unpacked.of(ZipMaker.of(Entry.of("", "{}").named(name)));
            assertEquals(new Unpacked(List.of("!/采购公告/乗.json[0] {}"), List.of()), result);
        }

        @Test
        void inUtf8WithoutSayingSo() {
            byte[] name = "采购公告.json".getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    List.of("!/采购公告.json[0] {}"),
                    Unpacked.of(ZipMaker.of(Entry.of("", "{}").named(name))).documents());
        }

        @Test
        void inAFieldOfTheirOwn() {
            byte[] name = "????.json".getBytes(StandardCharsets.US_ASCII);
            byte[] unicode = "采购公告.json".getBytes(StandardCharsets.UTF_8);
            CRC32 crc = new CRC32();
            crc.update(name);
            for (int wrong = 0; wrong < 2; wrong++) {
                ByteBuffer field = ZipMaker.buffer(9 + unicode.length);
                field.putShort((short) 0x7075)
                        .putShort((short) (5 + unicode.length))
                        .put((byte) 1);
                field.putInt((int) crc.getValue() + wrong).put(unicode);
                Entry entry = Entry.of("", "{}").named(name).extra(field.array());
                assertEquals(
                        List.of(wrong == 0 ? "!/采购公告.json[0] {}" : "!/????.json[0] {}"),
                        Unpacked.of(ZipMaker.of(entry)).documents());
            }
        }

        @Test
        void areShownWithoutCharactersThatPlayWithTerminals() {
            assertEquals(
                    List.of("!/\uFFFD[31m\uFFFDa.json[0] {}"),
                    Unpacked.of(ZipMaker.of(Entry.of("\u001b[31m\u202ea.json", "{}")))
                            .documents());
        }
    }

    @Nested
    class Lengths {
        private static final String TRICKY = "{\"a\":\"PK\u0007\b PPK\"}";

        @Test
        void mayStandBehindTheData() {
            for (Entry e : List.of(
                    Entry.of("a.json", TRICKY).streamed(),
                    Entry.of("a.json", TRICKY).streamed().wide(),
                    Entry.of("a.json", TRICKY).streamed().unsigned(),
                    Entry.of("a.json", TRICKY).streamed().unsigned().wide(),
                    Entry.of("a.json", TRICKY).streamed().stored(),
                    Entry.of("a.json", TRICKY).streamed().stored().wide())) {
                Unpacked result = Unpacked.of(ZipMaker.of(e, Entry.of("b.json", "{}")));
                assertEquals(
                        new Unpacked(List.of("!/a.json[0] " + TRICKY, "!/b.json[0] {}"), List.of()),
                        result,
                        e.toString());
                Entry other = e.renamed("x.txt");
                assertEquals(
                        new Unpacked(List.of("!/b.json[0] {}"), List.of()),
                        Unpacked.of(ZipMaker.of(other, Entry.of("b.json", "{}"))),
                        other.toString());
            }
        }

        @Test
        void mayBeOfEightBytes() {
            assertEquals(
                    new Unpacked(List.of("!/a.json[0] {}"), List.of()),
                    Unpacked.of(ZipMaker.of(Entry.of("a.json", "{}").wide())));
        }

        @Test
        void emptyStoredFilesAndFoldersWithoutDescriptor() {
            byte[] archive = new ZipMaker()
                    .add(Entry.of("f/", "").stored().streamed())
                    .add(Entry.of("a.json", "").stored().streamed())
                    .finish();
            assertEquals(new Unpacked(List.of("!/a.json[0] "), List.of()), Unpacked.of(archive));
        }
    }

    @Nested
    class Ends {
        @Test
        void zerosBehindAreNothing() {
            byte[] archive = ZipMaker.of(Entry.of("a.json", "{}"));
            assertEquals(
                    List.of(),
                    Unpacked.of(Arrays.copyOf(archive, archive.length + 512)).failures());
        }

        @Test
        void readerWithOneConsumerTellsTheFirstFailureAfterEverythingElse() {
            byte[] archive = ZipMaker.of(
                    Entry.of("x/a.json", "{}").encrypted(), Entry.of("b.zip", ""), Entry.of("c.json", "{}"));
            List<String> read = new ArrayList<>();
            InputException e = assertThrows(
                    InputException.class,
                    () -> new DocumentReader(Limits.DEFAULT)
                            .read("a.zip", new ByteArrayInputStream(archive), s -> read.add(s.source())));
            assertEquals(
                    "!/x/a.json: it is encrypted; provide it decrypted",
                    e.reason().en());
            assertEquals(List.of("a.zip!/c.json"), read);
        }
    }
}
