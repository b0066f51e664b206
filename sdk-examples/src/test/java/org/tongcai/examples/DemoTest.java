package org.tongcai.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Report;
import org.tongcai.Standard;
import org.tongcai.Verdict;

class DemoTest {
    @TempDir
    Path directory;

    private List<String> run(Locale locale) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Demo.run(directory, new PrintStream(bytes, true, StandardCharsets.UTF_8), locale);
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void thePathOfTheReportIsTheLastLine() throws IOException {
        List<String> lines = run(Locale.SIMPLIFIED_CHINESE);
        Path html = directory.resolve("report.html");
        assertEquals(html.toAbsolutePath().normalize().toString(), lines.get(lines.size() - 1));
        assertTrue(Files.readString(html).contains("<html"));
        assertTrue(Files.size(directory.resolve("report.json")) > 0);
        assertTrue(Files.readString(directory.resolve("rejected.csv")).startsWith("\uFEFFfile,line"));
    }

    @Test
    void runningAgainWritesTheSameBytes() throws IOException {
        List<String> first = run(Locale.ENGLISH);
        byte[] report = Files.readAllBytes(directory.resolve("report.json"));
        byte[] rejected = Files.readAllBytes(directory.resolve("rejected.csv"));
        assertEquals(first, run(Locale.ENGLISH));
        assertArrayEquals(report, Files.readAllBytes(directory.resolve("report.json")));
        assertArrayEquals(rejected, Files.readAllBytes(directory.resolve("rejected.csv")));
    }

    @Test
    void theFirstDocumentOfEachReadyMadeFileIsRightAndTheDeliberateFaultsAreFound() throws IOException {
        run(Locale.ENGLISH);
        for (String name : List.of("tender-notices", "award-notices", "contracts")) {
            Report report = Standard.load().validate(directory.resolve("documents/" + name + ".ndjson"));
            for (DocumentReport document : report.documents()) {
                Verdict expected = document.index() == 0 ? Verdict.ACCEPTED : Verdict.REJECTED;
                assertEquals(expected, document.verdict(), name + " " + document.index() + document.findings());
            }
        }
    }

    @Test
    void theFaultsAreVaried() throws IOException {
        run(Locale.ENGLISH);
        Set<String> checks = Standard.load().validate(directory.resolve("documents")).findings().stream()
                .map(Finding::ruleId)
                .collect(Collectors.toSet());
        assertTrue(checks.size() >= 15, checks::toString);
    }
}
