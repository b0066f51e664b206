package org.tongcai.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.Limits;
import org.tongcai.input.ZipMaker.Entry;

/** Archives that lie, overflow or break: always told, never an exception, and the sound entries are read all the same. */
class ArchiveAttackTest {
    private static final Entry GOOD = Entry.of("good.json", "{}");
    private static final String GOOD_CUT = "!/good.json[0] {}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.json",
                "x/../../a.json",
                "/etc/a.json",
                "C:\\a.json",
                "..\\a.xml",
                "\\\\host\\a.json",
                "../a.zip"
            })
    void namesThatLeadOutAreRefused(String name) {
        Unpacked result = Unpacked.of(ZipMaker.of(Entry.of(name, "{}"), GOOD));
        assertEquals(List.of(GOOD_CUT), result.documents());
        assertEquals(
                List.of("!/" + name.replace('\\', '/') + " suspicious name: it leads out of the archive"),
                result.failures());
    }

    @Test
    void secondEntryOfANameIsRefused() {
        Unpacked result = Unpacked.of(ZipMaker.of(GOOD, Entry.of("./good.json", "{\"other\":1}")));
        assertEquals(List.of(GOOD_CUT), result.documents());
        assertEquals(List.of("!/good.json suspicious: there is another entry of this name"), result.failures());
    }

    @Test
    void archivesInArchivesStayClosed() {
        byte[] inner = ZipMaker.of(GOOD);
        Unpacked result = Unpacked.of(ZipMaker.of(
                Entry.of("x.zip", inner),
                Entry.of("y.json", inner).streamed(),
                Entry.of("z.json.gz", Cuts.gzip(inner)).stored().streamed(),
                GOOD));
        String why = " an archive in an archive is not opened; unpack it first";
        assertEquals(
                new Unpacked(List.of(GOOD_CUT), List.of("!/x.zip" + why, "!/y.json" + why, "!/z.json.gz" + why)),
                result);
        assertEquals(new Unpacked(List.of(), List.of(why)), Unpacked.of(Cuts.gzip(inner)));
    }

    @Test
    void encryptedAndStrangelyPackedEntriesAreTold() {
        for (Entry bad : List.of(
                Entry.of("a.json", "scrambled").encrypted(),
                Entry.of("a.json", "scrambled").encrypted().streamed(),
                Entry.of("a.json", "scrambled").encrypted().stored().streamed().wide())) {
            assertEquals(
                    new Unpacked(List.of(GOOD_CUT), List.of("!/a.json it is encrypted; provide it decrypted")),
                    Unpacked.of(ZipMaker.of(bad, GOOD)));
        }
        for (Entry bad : List.of(
                Entry.of("a.json", "scrambled").method(9),
                Entry.of("a.json", "scrambled").method(9).streamed())) {
            assertEquals(
                    new Unpacked(
                            List.of(GOOD_CUT), List.of("!/a.json compression method 9 is not supported; use Deflate")),
                    Unpacked.of(ZipMaker.of(bad, GOOD)));
        }
    }

    @Test
    void damagedDataSpoilsOnlyItsEntry() {
        for (boolean streamed : new boolean[] {false, true}) {
            Entry entry = Entry.of("a.json", "{\"a\":\"8f14e45fceea167a5a36dedd4bea2543名\"}");
            ZipMaker maker =
                    new ZipMaker().add(streamed ? entry.streamed() : entry).add(GOOD);
            byte[] archive = maker.finish();
            for (int at = maker.starts.get(0); at < maker.starts.get(0) + 20; at++) {
                byte[] damaged = archive.clone();
                damaged[at] ^= 0x55;
                Unpacked result = Unpacked.of(damaged);
                assertEquals(1, result.failures().size(), at + " " + result);
                assertTrue(
                        result.failures().get(0).startsWith("!/a.json the zip data is damaged: "), result.toString());
                assertEquals(GOOD_CUT, result.documents().get(result.documents().size() - 1));
            }
        }
    }

    @Test
    void wrongChecksumIsTold() {
        ZipMaker maker =
                new ZipMaker().add(Entry.of("a.json", "{}\n{}\n").stored()).add(GOOD);
        byte[] archive = maker.finish();
        archive[maker.starts.get(0)] = ' ';
        assertEquals(
                List.of("!/a.json the zip data is damaged: wrong checksum"),
                Unpacked.of(archive).failures());
    }

    @Test
    void directoryMustAgreeWithTheEntries() {
        String why = " the directory of the zip archive does not agree with what is in it: ";
        assertEquals(
                new Unpacked(List.of("!/secret.json[0] { }", GOOD_CUT), List.of(why + "secret.json")),
                Unpacked.of(ZipMaker.of(Entry.of("secret.json", "{ }").hidden(), GOOD)));
        byte[] renamed = ZipMaker.of(GOOD);
        renamed[lastIndexOf(renamed, "good")] = 'f';
        assertEquals(new Unpacked(List.of(GOOD_CUT), List.of(why + "food.json")), Unpacked.of(renamed));
        byte[] miscounted = new ZipMaker()
                .add(GOOD)
                .ending(end -> {
                    end[10]++;
                    return end;
                })
                .finish();
        assertEquals(1, Unpacked.of(miscounted).failures().size());
    }

    @Test
    void whatBelongsToNoEntryIsTold() {
        byte[] archive = ZipMaker.of(GOOD);
        byte[] more = Arrays.copyOf(archive, archive.length * 2);
        System.arraycopy(archive, 0, more, archive.length, archive.length);
        assertEquals(
                new Unpacked(List.of(GOOD_CUT), List.of(" content behind the end of the zip archive")),
                Unpacked.of(more));
        byte[] between = new ZipMaker().add(GOOD).raw(new byte[] {1, 2, 3}).finish();
        assertEquals(
                new Unpacked(
                        List.of(GOOD_CUT), List.of(" the zip archive is damaged: unknown data between the entries")),
                Unpacked.of(between));
    }

    @Test
    void cutAnywhereItIsTold() {
        byte[] archive = ZipMaker.of(
                GOOD,
                Entry.of("a.xml", "<a>" + "b".repeat(50) + "</a>").streamed(),
                Entry.of("b.json.gz", Cuts.gzip("{}\n{}".getBytes(StandardCharsets.UTF_8)))
                        .stored()
                        .streamed(),
                Entry.of("c.txt", "ignored").streamed(),
                Entry.of("d.json", "x").encrypted().streamed().wide());
        assertEquals(1, Unpacked.of(archive).failures().size(), "the encrypted one");
        for (int length = 4; length < archive.length; length++) {
            Unpacked result = Unpacked.of(Arrays.copyOf(archive, length));
            assertTrue(
                    result.failures().stream().anyMatch(f -> f.endsWith(" the zip archive is cut off")),
                    length + " " + result);
            List<String> whole = Unpacked.of(archive).documents();
            assertEquals(whole.subList(0, result.documents().size()), result.documents());
        }
        for (int length = 0; length < 4; length++) {
            assertEquals(
                    1, Unpacked.of(Arrays.copyOf(archive, length)).documents().size(), "not seen to be an archive");
        }
    }

    @Test
    void anyByteMayBeWrong() {
        byte[] archive = ZipMaker.of(
                GOOD,
                Entry.of("a.json", "{}\n{}").streamed(),
                Entry.of("b.xml", "<b/>").stored().streamed().wide());
        for (int at = 0; at < archive.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = archive.clone();
                damaged[at] ^= (byte) (1 << bit);
                Unpacked result = Unpacked.of(damaged);
                assertTrue(result.documents().size() + result.failures().size() > 0, at + "." + bit);
                assertEquals(
                        result,
                        Unpacked.of(new Cuts.Dribble(damaged, at, 7), Limits.DEFAULT),
                        "the size of the pieces makes no difference");
            }
        }
    }

    @Test
    void bombsAreDefused() {
        byte[] zeros = new byte[3_000_000];
        for (Entry bomb : List.of(
                Entry.of("a.json", zeros),
                Entry.of("a.json", zeros).streamed(),
                Entry.of("a.txt", zeros).streamed(),
                Entry.of("a.json.gz", Cuts.gzip(zeros)))) {
            Unpacked result = Unpacked.of(
                    new ByteArrayInputStream(ZipMaker.of(GOOD, bomb, Entry.of("behind.json", "{}"))),
                    Cuts.limits(1000, 1_000_000));
            assertEquals(List.of(GOOD_CUT), result.documents());
            assertEquals(1, result.failures().size());
            assertTrue(
                    result.failures().get(0).endsWith(" more than 1000000 bytes when decompressed"), result.toString());
        }
    }

    @Test
    void limitCountsTheWholeArchive() {
        ZipMaker maker = new ZipMaker();
        for (int i = 0; i < 10; i++) {
            maker.add(Entry.of(i + ".json", "{" + " ".repeat(100_000) + "}"));
        }
        Unpacked result = Unpacked.of(new ByteArrayInputStream(maker.finish()), Cuts.limits(1 << 20, 500_000));
        assertEquals(4, result.documents().size());
        assertEquals(List.of("!/4.json more than 500000 bytes when decompressed"), result.failures());
    }

    @Test
    void manyEntriesAreReadAndTooManyAreTold() {
        ZipMaker maker = new ZipMaker();
        for (int i = 0; i < 100_001; i++) {
            maker.add(Entry.of(i + ".json", "{}").stored());
        }
        Unpacked result = Unpacked.of(maker.finish());
        assertEquals(100_001, result.documents().size());
        assertEquals(List.of(" more than 100000 entries in the zip archive; the rest was not read"), result.failures());
    }

    @Test
    void failingSourceIsTold() {
        byte[] archive = ZipMaker.of(GOOD, Entry.of("a.json", "{}"));
        int fails = lastIndexOf(archive, "a.json") - 60;
        InputStream failing = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == fails) {
                    throw new IOException("disk on fire");
                }
                return archive[at++] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                target[offset] = (byte) read();
                return 1;
            }
        };
        Unpacked result = Unpacked.of(failing, Limits.DEFAULT);
        assertEquals(1, result.failures().size(), result.toString());
        assertTrue(result.failures().get(0).endsWith("disk on fire"), result.toString());
    }

    private static int lastIndexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(text);
    }
}
