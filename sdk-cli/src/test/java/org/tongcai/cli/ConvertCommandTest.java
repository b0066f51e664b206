package org.tongcai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.cli.Shell.Outcome;

class ConvertCommandTest {
    /** An order of one line: the example without line feeds, blanks kept. */
    private static final String AWARD = example("awardNotice.json").replace("\n", "");

    private static final String UNFIT = AWARD.replace("\"revision\"", "\"revison\"");

    @TempDir
    Path directory;

    private static String example(String name) {
        try {
            return Files.readString(Path.of(Shell.example(name)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Outcome convert(Shell shell, String... arguments) {
        return shell.run(command(arguments));
    }

    private static String[] command(String... arguments) {
        return Stream.concat(Stream.of("convert", "--standard", Shell.standard()), Stream.of(arguments))
                .toArray(String[]::new);
    }

    /** Names of the files in the folder, with their folders, sorted. */
    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private Path write(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    @Test
    void oneDocumentGoesToStandardOutputAndBack() {
        Outcome xml = convert(Shell.english(), "--to", "xml", Shell.example("awardNotice.json"));
        assertEquals(Exit.ACCEPTED, xml.exit(), xml.err());
        assertEquals("", xml.err());
        assertTrue(xml.out().startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><awardNotice xmlns="), xml.out());
        Outcome there = convert(Shell.english(), "--to", "json", "--canonical", Shell.example("awardNotice.json"));
        Outcome back = convert(Shell.english().input(xml.out()), "--to", "json", "--canonical", "-");
        assertEquals(there.out(), back.out());
        assertFalse(back.out().endsWith("\n"), "a canonical form has no line feed of ours");
    }

    @Test
    void formsAreOptions() {
        Outcome pretty = convert(Shell.english(), "--to", "xml", "--pretty", Shell.example("awardNotice.json"));
        assertTrue(pretty.out().contains("\n  <header>\n    <documentType>awardNotice</documentType>\n"), pretty.out());
        Outcome canonical = convert(Shell.english().input(pretty.out()), "--to", "xml", "--canonical", "-");
        assertTrue(canonical.out().startsWith("<awardNotice xmlns="), canonical.out());
        Outcome json = convert(Shell.english().input(canonical.out()), "--to", "json", "--pretty", "-");
        assertTrue(json.out().startsWith("{\n  \"header\": {\n"), json.out());
        assertTrue(json.out().endsWith("\n}\n"), json.out());
        Outcome both = convert(Shell.english(), "--to", "xml", "--pretty", "--canonical", "-");
        assertEquals(Exit.USAGE, both.exit());
    }

    @Test
    void severalDocumentsAreNdjson() throws IOException {
        String one = convert(Shell.english().input(AWARD), "--to", "json", "-").out();
        assertFalse(one.contains("\n"), one);
        Path xml = directory.resolve("award.xml");
        convert(Shell.english().input(AWARD), "--to", "xml", "-o", xml.toString(), "-");
        Outcome all =
                convert(Shell.english().input("[" + AWARD + "," + AWARD + "]"), "--to", "json", "-", xml.toString());
        assertEquals(Exit.ACCEPTED, all.exit(), all.err());
        assertEquals((one + "\n").repeat(3), all.out());
        Path file = directory.resolve("all.ndjson");
        Outcome written =
                convert(Shell.chinese().input(AWARD + "\n" + AWARD), "--to", "json", "-o", file.toString(), "-");
        assertEquals((one + "\n").repeat(2), Files.readString(file));
        assertEquals("已转换 2 份单据，未能转换 0 份\n", written.err());
        assertEquals("", written.out());
    }

    @Test
    void severalDocumentsOfXmlNeedAFolder() throws IOException {
        String two = AWARD + "\n" + AWARD + "\n";
        Outcome stream = convert(Shell.english().input(two), "--to", "xml", "-");
        assertEquals(Exit.USAGE, stream.exit());
        assertEquals("", stream.out());
        assertTrue(stream.err().contains("-o"), stream.err());
        Path file = directory.resolve("out.xml");
        assertEquals(
                Exit.USAGE,
                convert(Shell.english().input(two), "--to", "xml", "-o", file.toString(), "-")
                        .exit());
        assertFalse(Files.exists(file));
        Outcome folder = convert(Shell.english().input(two), "--to", "xml", "-o", directory + "/out/", "-");
        assertEquals(Exit.ACCEPTED, folder.exit(), folder.err());
        assertEquals(List.of("stdin-000000.xml", "stdin-000001.xml"), files(directory.resolve("out")));
    }

    @Test
    void filesAreNamedAfterTheirSourcesAndFoldersKept() throws IOException {
        write("in/a.json", AWARD);
        write("in/b/orders.ndjson", AWARD + "\n" + AWARD + "\n" + AWARD);
        write("in/b/采购.json", AWARD);
        write("in/c/a.json", AWARD);
        Path out = directory.resolve("out");
        Outcome outcome = convert(Shell.english(), "--to", "xml", "-o", out.toString(), directory + "/in");
        assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.err());
        assertEquals(
                List.of(
                        "a.xml",
                        "b/orders-000000.xml",
                        "b/orders-000001.xml",
                        "b/orders-000002.xml",
                        "b/采购.xml",
                        "c/a.xml"),
                files(out));
        Outcome back = convert(Shell.english(), "--to", "json", "-o", directory + "/back/", out.toString());
        assertEquals(Exit.ACCEPTED, back.exit(), back.err());
        assertEquals(
                convert(Shell.english().input(AWARD), "--to", "json", "-").out(),
                Files.readString(directory.resolve("back/b/orders-000002.json")));
    }

    @Test
    void noDocumentReplacesAnother() throws IOException {
        write("in/a.json", AWARD);
        write("in/a.ndjson", AWARD + "\n" + AWARD);
        write("in/a-000000.json", AWARD);
        write("in/A.json", AWARD);
        write("other/a.json", AWARD);
        Path out = directory.resolve("out");
        Outcome outcome = convert(
                Shell.english(),
                "--to",
                "xml",
                "--force",
                "-o",
                out.toString(),
                directory + "/in",
                directory + "/other");
        assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.err());
        assertEquals(
                List.of("A.xml", "a-000000.xml", "a-000000~2.xml", "a-000001.xml", "a~2.xml", "a~3.xml"), files(out));
    }

    @Test
    void whatIsThereAlreadyStaysUnlessForced() throws IOException {
        Path out = Files.createDirectory(directory.resolve("out"));
        Path there = Files.writeString(out.resolve("awardNotice.xml"), "mine");
        String[] arguments = {"--to", "xml", "-o", out.toString(), Shell.example("awardNotice.json")};
        Outcome refused = convert(Shell.english(), arguments);
        assertEquals(Exit.REJECTED, refused.exit());
        assertTrue(
                refused.err().contains("--force") && refused.err().contains("0 documents converted, 1 not"),
                refused.err());
        assertEquals("mine", Files.readString(there));
        String[] forced = {"--force", "--to", "xml", "-o", out.toString(), Shell.example("awardNotice.json")};
        assertEquals(Exit.ACCEPTED, convert(Shell.english(), forced).exit());
        assertTrue(Files.readString(there).startsWith("<?xml"));
        String[] file = {"--to", "xml", "-o", there.toString(), Shell.example("awardNotice.json")};
        assertEquals(Exit.USAGE, convert(Shell.english(), file).exit());
        // A link could lead out of the folder.
        Path outside = Files.writeString(directory.resolve("outside.xml"), "outside");
        Files.delete(there);
        Files.createSymbolicLink(there, outside);
        assertEquals(Exit.REJECTED, convert(Shell.english(), forced).exit());
        assertEquals("outside", Files.readString(outside));
    }

    @Test
    void whatCannotBeConvertedIsExplainedAndTheOthersAreConverted() throws IOException {
        Path source = write("orders.ndjson", AWARD + "\n" + UNFIT + "\n" + AWARD + "\n{\"x\":\u001b\n");
        Outcome outcome = convert(Shell.english(), "--to", "xml", "-o", directory + "/out/", source.toString());
        assertEquals(Exit.REJECTED, outcome.exit());
        assertEquals(List.of("orders-000000.xml", "orders-000002.xml"), files(directory.resolve("out")));
        assertTrue(outcome.err().contains("orders.ndjson[1]: not converted\n  2:"), outcome.err());
        assertTrue(outcome.err().contains("/header/revison"), outcome.err());
        assertTrue(outcome.err().contains("(structure.unknown-field)"), outcome.err());
        assertTrue(outcome.err().contains("(syntax.json)"), outcome.err());
        assertTrue(outcome.err().endsWith("2 documents converted, 2 not\n"), outcome.err());
        assertFalse(outcome.err().contains("\u001b"), outcome.err());
        Outcome none = convert(Shell.chinese().input(UNFIT), "--to", "xml", "-o", directory + "/none.xml", "-");
        assertEquals(Exit.REJECTED, none.exit());
        assertTrue(none.err().startsWith("-: 未转换\n"), none.err());
        assertFalse(Files.exists(directory.resolve("none.xml")));
    }

    /** Nothing is judged: wrong codes and missing fields are no reason. */
    @Test
    void faultyContentIsConverted() {
        String faulty = "{\"header\":{\"documentType\":\"awardNotice\",\"issuedAt\":\"yesterday\"},\"title\":\"\"}";
        Outcome outcome = convert(Shell.english().input(faulty), "--to", "xml", "--canonical", "-");
        assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.err());
        assertTrue(outcome.out().endsWith("<issuedAt>yesterday</issuedAt></header><title></title></awardNotice>"));
    }

    @Test
    void archivesAreFoldersAndNothingLeavesTheOutput() throws IOException {
        Path zip = directory.resolve("batch.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : new String[] {"a.json", "b/two.ndjson", "b/a:b?.json", "../evil.json"}) {
                out.putNextEntry(new ZipEntry(name));
                out.write((name.contains("two") ? AWARD + "\n" + AWARD : AWARD).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        Outcome outcome = convert(Shell.english(), "--to", "xml", "-o", directory + "/out/", zip.toString());
        assertEquals(
                List.of("batch/a.xml", "batch/b/a_b_.xml", "batch/b/two-000000.xml", "batch/b/two-000001.xml"),
                files(directory.resolve("out")));
        assertEquals(Exit.FAILURE, outcome.exit(), "an entry could not be read");
        assertTrue(outcome.err().contains("evil.json"), outcome.err());
        assertFalse(Files.exists(directory.resolve("evil.xml")));
    }

    @Test
    void wrongUsageAndUnreadableSourcesHaveTheirOwnCodes() throws IOException {
        assertEquals(Exit.USAGE, convert(Shell.english(), "-").exit(), "--to is missing");
        assertEquals(Exit.USAGE, convert(Shell.english(), "--to", "yaml", "-").exit());
        assertEquals(Exit.USAGE, convert(Shell.english(), "--to", "xml").exit());
        Outcome unreadable =
                convert(Shell.english(), "--to", "json", directory + "/none.json", Shell.example("awardNotice.json"));
        assertEquals(Exit.FAILURE, unreadable.exit());
        assertTrue(unreadable.out().startsWith("{"), "the others are converted");
        assertTrue(unreadable.err().contains("none.json"), unreadable.err());
        Outcome folder = convert(
                Shell.english(), "--to", "json", "-o", directory + "/none/x.json", Shell.example("awardNotice.json"));
        assertEquals(Exit.FAILURE, folder.exit());
        write("plain", "");
        Outcome file =
                convert(Shell.english(), "--to", "xml", "-o", directory + "/plain/", Shell.example("awardNotice.json"));
        assertEquals(Exit.USAGE, file.exit(), file.err());
    }

    /** A full disk is no converted document. */
    @Test
    void whatCannotBeWrittenIsAFailure() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Shell.english().run(full, err, command("--to", "xml", Shell.example("awardNotice.json")));
        assertEquals(Exit.FAILURE, exit);
        assertTrue(
                err.toString(StandardCharsets.UTF_8).contains("No space left"), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void nothingHalfWrittenStays() throws IOException {
        Path out = directory.resolve("out");
        convert(Shell.english().input(AWARD + "\n" + UNFIT), "--to", "json", "-o", out + "/", "-");
        convert(Shell.english().input(AWARD + "\n" + AWARD), "--to", "xml", "-o", directory + "/two.xml", "-");
        assertEquals(List.of("out/stdin-000000.json"), files(directory));
    }

    @Test
    void helpIsInBothLanguages() {
        assertTrue(Shell.chinese().run("convert", "--help").out().contains("不丢失内容"));
        assertTrue(Shell.english().run("convert", "--help").out().contains("without losing anything"));
        assertTrue(Shell.english().run("--help").out().contains("convert"));
    }
}
