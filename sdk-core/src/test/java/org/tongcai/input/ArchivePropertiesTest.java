package org.tongcai.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tongcai.Limits;
import org.tongcai.input.ZipMaker.Entry;

/** However documents are packed and however slowly they arrive, the same come out as of the files that were packed. */
class ArchivePropertiesTest {

    @Property(tries = 300)
    void packingMakesNoDifference(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int most) {
        Random random = new Random(seed);
        ZipMaker maker = new ZipMaker();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(5); i++) {
            File file = File.of(random, i);
            Entry entry = Entry.of(file.name, file.bytes);
            if (random.nextBoolean()) {
                entry = entry.stored();
            }
            if (random.nextBoolean()) {
                entry = entry.streamed();
            }
            if (random.nextInt(4) == 0) {
                entry = entry.wide();
            }
            maker.add(entry);
            file.expect(expected);
            if (random.nextInt(3) == 0) {
                maker.add(Entry.of("other" + i, random.nextInt() + "PK"));
            }
        }
        Unpacked result = Unpacked.of(new Cuts.Dribble(maker.finish(), seed, most), Limits.DEFAULT);
        assertEquals(new Unpacked(expected, List.of()), result);
    }

    @Property(tries = 100)
    void archivesOfTheLibraryOfJavaAreReadTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(random.nextInt(10));
            for (int i = 0; i <= random.nextInt(5); i++) {
                File file = File.of(random, i);
                zip.putNextEntry(new ZipEntry(file.name));
                zip.write(file.bytes);
                file.expect(expected);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertEquals(new Unpacked(expected, List.of()), Unpacked.of(out.toByteArray()));
    }

    /** A file of documents, as one would put it into a folder. */
    @SuppressWarnings("ArrayRecordComponent")
    private record File(String name, byte[] bytes, List<String> documents) {
        static File of(Random random, int number) {
            List<String> documents = RandomDocuments.of(random.nextLong());
            String name = (random.nextBoolean() ? "子文件夹/" : "") + number;
            String content;
            switch (random.nextInt(3)) {
                case 0 -> {
                    documents = List.of("<a>" + documents.get(0).replace('<', ' ') + "</a>");
                    content = documents.get(0);
                    name += ".xml";
                }
                case 1 -> {
                    content = "[" + String.join(",\n", documents) + "]";
                    name += ".json";
                }
                default -> {
                    documents = documents.stream()
                            .map(d -> d.replaceAll("[\n\r\t]", ""))
                            .toList();
                    content = String.join("\r\n", documents) + "\n";
                    name += ".ndjson";
                }
            }
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            return random.nextBoolean()
                    ? new File(name, bytes, documents)
                    : new File(name + ".gz", Cuts.gzip(bytes), documents);
        }

        void expect(List<String> expected) {
            for (int i = 0; i < documents.size(); i++) {
                expected.add("!/" + name + "[" + i + "] " + documents.get(i));
            }
        }
    }
}
