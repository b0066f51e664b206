package org.tongcai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.cli.Shell.Outcome;

/** JSON, XML and whatever they are packed in, side by side. */
class EncodingsTest {
    private static final String SOUND = Shell.xml("awardNotice.json");
    private static final String BAD = SOUND.replaceFirst("<title>[^<]*</title>", "<title></title>");

    @TempDir
    Path folder;

    @Test
    void xmlIsJudgedAsJsonIs() throws IOException {
        Outcome sound = validate(Shell.chinese(), write("公告.xml", SOUND.getBytes(StandardCharsets.UTF_8)));
        assertEquals(Exit.ACCEPTED, sound.exit(), sound.out());
        Outcome bad = validate(Shell.chinese(), write("bad.xml", BAD.getBytes(StandardCharsets.UTF_8)));
        assertEquals(Exit.REJECTED, bad.exit(), bad.out());
        assertTrue(bad.out().contains("  指针  /title\n        路径  /tc:awardNotice/tc:title\n"), bad.out());
    }

    @Test
    void xmlComesFromStandardInputAndGzipAsWell() {
        Outcome input = validate(Shell.english().input("\n" + SOUND.substring(SOUND.indexOf("?>") + 2)), "-v", "-");
        assertEquals(Exit.ACCEPTED, input.exit(), input.out());
        assertTrue(input.out().contains("✓ Accepted  -  awardNotice"), input.out());
        Outcome gzip = validate(Shell.english().input(gzip(BAD.getBytes(StandardCharsets.UTF_8))), "-");
        assertEquals(Exit.REJECTED, gzip.exit(), gzip.out());
        assertTrue(gzip.out().contains("/tc:awardNotice/tc:title"), gzip.out());
    }

    @Test
    void foldersMayHoldAllOfThem() throws IOException {
        byte[] json = Files.readAllBytes(Path.of(Shell.example("awardNotice.json")));
        byte[] xml = SOUND.getBytes(StandardCharsets.UTF_8);
        write("a.json", json);
        write("b.xml", xml);
        write("c.xml.gz", gzip(xml));
        write("d.zip", zip(Map.of("e.json", json)));
        write("readme.txt", new byte[0]);
        Outcome outcome = validate(Shell.english(), "-v", folder.toString());
        assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.out());
        assertTrue(outcome.out().matches("(?s).*Documents +4\\b.*Accepted +4\\b.*"), outcome.out());
        assertTrue(outcome.out().contains("d.zip!/e.json"), outcome.out());
    }

    @Test
    void entriesOfAnArchiveAreJudgedOneByOne() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("公告/好.xml", SOUND.getBytes(StandardCharsets.UTF_8));
        files.put("公告/坏.xml", BAD.getBytes(StandardCharsets.UTF_8));
        files.put("说明.txt", new byte[0]);
        Path archive = Path.of(write("批.zip", zip(files)));
        Outcome outcome = validate(Shell.chinese(), "-v", archive.toString());
        assertEquals(Exit.REJECTED, outcome.exit(), outcome.out());
        assertTrue(outcome.out().contains("✓ 通过  " + archive + "!/公告/好.xml"), outcome.out());
        assertTrue(outcome.out().contains("✗ 不通过  " + archive + "!/公告/坏.xml"), outcome.out());
        assertTrue(outcome.out().matches("(?s).*文档 +2\\b.*"), outcome.out());

        Outcome input = validate(Shell.chinese().input(zip(files)), "-v", "-");
        assertTrue(input.out().contains("✗ 不通过  -!/公告/坏.xml"), input.out());
    }

    @Test
    void anEntryThatCannotBeReadIsASystemFailureButTheRestIsJudged() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("../out.xml", SOUND.getBytes(StandardCharsets.UTF_8));
        files.put("in.xml", SOUND.getBytes(StandardCharsets.UTF_8));
        Outcome outcome = validate(Shell.english(), write("a.zip", zip(files)));
        assertEquals(Exit.FAILURE, outcome.exit(), outcome.out());
        assertTrue(outcome.out().contains("suspicious name"), outcome.out());
        assertTrue(outcome.out().matches("(?s).*Accepted +1\\b.*Undetermined +1\\b.*"), outcome.out());
    }

    @Test
    void documentsOfAnArchiveMayReferToOneAnother() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : new String[] {"contract.json", "awardNotice.json", "tenderNotice.json"}) {
            files.put(name.replace(".json", ".xml"), Shell.xml(name).getBytes(StandardCharsets.UTF_8));
        }
        String archive = write("a.zip", zip(files));
        Outcome batch = validate(Shell.english(), "--batch", archive);
        assertEquals(Exit.ACCEPTED, batch.exit(), batch.out());
        files.keySet().retainAll(List.of("contract.xml"));
        Outcome references = validate(
                Shell.english(),
                "--missing-references",
                "error",
                "--references",
                Shell.EXAMPLES.toString(),
                write("b.zip", zip(files)));
        assertEquals(Exit.ACCEPTED, references.exit(), references.out());
    }

    @Test
    void theOtherEncodingIsNoOtherDocumentButABlankMoreIs() throws IOException {
        String json = Shell.example("awardNotice.json");
        Outcome same =
                validate(Shell.english(), "--batch", json, write("a.xml", SOUND.getBytes(StandardCharsets.UTF_8)));
        assertEquals(Exit.ACCEPTED, same.exit(), same.out());
        String blank = SOUND.replaceFirst("(<title>[^<]{4})", "$1 ");
        Outcome other =
                validate(Shell.english(), "--batch", json, write("b.xml", blank.getBytes(StandardCharsets.UTF_8)));
        assertEquals(Exit.REJECTED, other.exit(), other.out());
        assertTrue(other.out().contains("references.duplicate"), other.out());
    }

    private static Outcome validate(Shell shell, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "validate";
        all[1] = "--standard";
        all[2] = Shell.standard();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return shell.run(all);
    }

    private String write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }
}
