package org.tongcai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.cli.Shell.Outcome;

class RenderCommandTest {
    @TempDir
    Path directory;

    private static Outcome render(Shell shell, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "render";
        all[1] = "--standard";
        all[2] = Shell.standard();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return shell.run(all);
    }

    @Test
    void aNoticeIsPrintedAsText() throws IOException {
        Outcome outcome = render(Shell.chinese(), "--format", "text", Shell.example("awardNotice.json"));
        assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.err());
        assertEquals(Files.readString(Shell.SPEC.resolve("cases/layouts/awardNotice.txt")), outcome.out());
    }

    @Test
    void xmlIsPrintedAsJsonIs() throws IOException {
        String xml = Shell.xml("awardNotice.json");
        Outcome outcome = render(Shell.chinese().input(xml), "--format", "text", "-");
        assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.err());
        assertEquals(Files.readString(Shell.SPEC.resolve("cases/layouts/awardNotice.txt")), outcome.out());
        Outcome refused =
                render(Shell.english().input(xml.replaceFirst("</header>", "</head>")), "--type", "awardNotice", "-");
        assertEquals(Exit.REJECTED, refused.exit());
        assertTrue(refused.err().startsWith("-: cannot be converted to JSON (line "), refused.err());
    }

    @Test
    void htmlIsTheDefaultAndGoesIntoAFile() throws IOException {
        Path file = directory.resolve("公告.html");
        Outcome outcome = render(Shell.chinese(), "-o", file.toString(), Shell.example("tenderNotice.json"));
        assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.err());
        assertEquals("", outcome.out());
        String page = Files.readString(file);
        assertTrue(page.startsWith("<!DOCTYPE html>") && page.endsWith("</html>\n"), page);
        assertTrue(page.contains("<h2>一、项目基本情况</h2>"), page);
    }

    /** An array, NDJSON and several files go onto one page. */
    @Test
    void severalDocumentsGoOntoOnePage() throws IOException {
        String tender = Files.readString(Path.of(Shell.example("tenderNotice.json")));
        Outcome outcome = render(
                Shell.english().input("[" + tender + "," + tender + "]"), "-", Shell.example("awardNotice.json"));
        assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.err());
        assertEquals(4, outcome.out().split("<article>").length);
        assertEquals(2, outcome.out().split("<!DOCTYPE html>").length);
        String line = tender.replace("\n", "") + "\n";
        Outcome text = render(Shell.english().input(line + line), "--format", "text", "-");
        assertEquals(2, text.out().split("—".repeat(30)).length);
    }

    @Test
    void whatHasNoLayoutIsNamedAndTheOthersArePrinted() {
        Outcome outcome = render(
                Shell.chinese(), "--format", "text", Shell.example("product.json"), Shell.example("awardNotice.json"));
        assertEquals(Exit.REJECTED, outcome.exit());
        assertTrue(outcome.err().contains("product.json: 单据类型 product 没有版式"), outcome.err());
        assertTrue(outcome.out().contains("一、项目编号"), outcome.out());
    }

    /** Nothing is judged; of a faulty document what is there is printed. */
    @Test
    void aFaultyDocumentIsPrintedAsFarAsItGoes() {
        String faulty = "{\"header\": {\"documentType\": \"awardNotice\"}, \"title\": \"只有标题\"}";
        Outcome outcome = render(Shell.chinese().input(faulty), "--format", "text", "-");
        assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.err());
        assertTrue(outcome.out().startsWith("只有标题\n\n一、项目编号：________\n"), outcome.out());
        Outcome untyped = render(Shell.english().input("{\"title\": \"x\"}"), "--format", "text", "-");
        assertEquals(Exit.REJECTED, untyped.exit());
        assertTrue(untyped.err().contains("--type"), untyped.err());
        Outcome typed =
                render(Shell.english().input("{\"title\": \"x\"}"), "--type", "awardNotice", "--format", "text", "-");
        assertEquals(Exit.ACCEPTED, typed.exit(), typed.err());
    }

    @Test
    void whatIsNoJsonCannotBePrinted() {
        Outcome outcome = render(
                Shell.chinese().input("{\"header\": {\"documentType\": \"awardNotice\"}, \"title\": }"),
                "--format",
                "text",
                "--type",
                "awardNotice",
                "-");
        assertEquals(Exit.REJECTED, outcome.exit());
        assertTrue(outcome.err().contains("JSON"), outcome.err());
        assertEquals("", outcome.out());
    }

    @Test
    void wrongUsageAndUnreadableFilesHaveTheirOwnCodes() {
        Outcome type = render(Shell.english(), "--type", "product", Shell.example("product.json"));
        assertEquals(Exit.USAGE, type.exit());
        assertTrue(type.err().contains("awardNotice"), type.err());
        assertEquals(Exit.USAGE, render(Shell.english(), "--format", "pdf", "-").exit());
        assertEquals(
                Exit.FAILURE,
                render(Shell.english(), directory.resolve("none.json").toString())
                        .exit());
        Path file = directory.resolve("page.html");
        Outcome outcome = render(
                Shell.english(),
                "-o",
                file.toString(),
                directory.resolve("none.json").toString());
        assertEquals(Exit.FAILURE, outcome.exit());
    }

    @Test
    void helpIsInBothLanguages() {
        assertTrue(Shell.chinese().run("render", "--help").out().contains("官方格式"));
        assertTrue(Shell.english().run("render", "--help").out().contains("official layouts"));
        assertFalse(Shell.english().run("--help").out().isEmpty());
    }
}
