package org.tongcai.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Severity;
import org.tongcai.Verdict;

/** Many documents, each from a file of its own, in a virtual machine whose heap could not hold half of their findings. */
class ConstantMemoryTest {
    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "sarif", "html"})
    void fitsIntoASmallHeap(String format) throws IOException, InterruptedException {
        run(format, 60_000);
    }

    @ParameterizedTest
    @Tag("long")
    @ValueSource(strings = {"text", "json", "sarif", "html"})
    void aMillionFitToo(String format) throws IOException, InterruptedException {
        run(format, 1_000_000);
    }

    private static void run(String format, int documents) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ConstantMemoryTest.class.getName(),
                        format,
                        Integer.toString(documents))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
    }

    /** The other process. */
    public static void main(String[] args) throws IOException {
        int documents = Integer.parseInt(args[1]);
        OutputStream nowhere = OutputStream.nullOutputStream();
        Writer text = new OutputStreamWriter(nowhere, StandardCharsets.UTF_8);
        try (ReportWriter writer = switch (args[0]) {
            case "text" -> Reports.text(text, Examples.STANDARD, TextOptions.DEFAULT);
            case "json" -> Reports.json(nowhere, Examples.STANDARD);
            case "sarif" -> Reports.sarif(nowhere, Examples.STANDARD, Locale.ENGLISH);
            default -> Reports.html(nowhere, Examples.STANDARD, HtmlOptions.DEFAULT);
        }) {
            for (int n = 0; n < documents; n++) {
                writer.add(document(n));
            }
        }
    }

    private static DocumentReport document(int n) {
        String value = ("value " + n + " ").repeat(30).substring(0, 200);
        Finding finding = new Finding(
                "structure.max-length",
                Layer.STRUCTURE,
                Severity.ERROR,
                "/title",
                new Bilingual("标题", "Title"),
                n,
                1,
                n,
                value,
                new Bilingual("至多 20 个字符，实为 " + n + " 个", "at most 20 characters, has " + n),
                null,
                null);
        return new DocumentReport(
                "file-" + n + ".json", 0, "awardNotice", "EX-" + n, Verdict.REJECTED, List.of(finding), 0);
    }
}
