package org.tongcai.compiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerTest {
    @TempDir
    Path directory;

    @Test
    void writesBundleSchemasAndTables() throws IOException {
        assertEquals("", run(0, "compile", "--spec", MiniSpec.directory().toString(), "--out", out()));
        for (String file : List.of(
                "bundle/bundle.json",
                "bundle/types/AwardNotice.json",
                "bundle/codelists/region.tsv",
                "bundle/calendar/cn-holidays.csv",
                "strict/awardNotice.schema.json",
                "xsd/awardNotice.xsd",
                "codelists/region.csv")) {
            assertTrue(Files.size(directory.resolve("out").resolve(file)) > 0, file);
        }
    }

    @Test
    void compilingTwiceGivesTheSameBytes() throws IOException {
        Compiler.Result first = Compiler.compile(MiniSpec.directory());
        Compiler.Result second = Compiler.compile(MiniSpec.copy(directory.resolve("copy")));
        assertEquals(first.files().keySet(), second.files().keySet());
        first.files()
                .forEach(
                        (path, bytes) -> assertArrayEquals(bytes, second.files().get(path), path));
    }

    @Test
    void unchangedFilesAreLeftAloneAndStaleOnesDeleted() throws IOException {
        run(0, "compile", "--spec", MiniSpec.directory().toString(), "--out", out());
        Path manifest = directory.resolve("out/bundle/bundle.json");
        Files.setLastModifiedTime(manifest, FileTime.fromMillis(0));
        Path stale = directory.resolve("out/bundle/types/Gone.json");
        Files.writeString(stale, "{}");
        run(0, "compile", "--spec", MiniSpec.directory().toString(), "--out", out());
        assertEquals(0, Files.getLastModifiedTime(manifest).toMillis());
        assertFalse(Files.exists(stale));
    }

    @Test
    void faultsAreListedAndNothingIsWritten() throws IOException {
        Path copy = MiniSpec.copy(directory.resolve("copy"));
        MiniSpec.edit(copy, "standard.json", "\"0.1.0\"", "\"1\"");
        MiniSpec.edit(copy, "business/labels/en/all.json", "{\"title\": \"Urgent reason\"", "{\"title\": \"紧急\"");
        String messages = run(1, "compile", "--spec", copy.toString(), "--out", out());
        assertTrue(messages.contains("standard.json:3:3: [standard.form]"), messages);
        assertTrue(messages.contains("business/labels/en/all.json:"), messages);
        assertFalse(Files.exists(directory.resolve("out")));
        assertEquals(messages, run(1, "lint", "--spec", copy.toString()));
    }

    @Test
    void wrongArgumentsAndUnreadablePlaces() {
        assertTrue(run(2, "compile", "--spec", "x").contains("usage"));
        assertTrue(run(2).contains("usage"));
        assertTrue(
                run(2, "lint", "--spec", directory.resolve("none").toString()).contains("none"));
    }

    /** The published standard itself is clean, and its bundle is the same when compiled again. */
    @Test
    void theStandardIsCleanAndItsBundleIsAlwaysTheSame() throws IOException {
        Compiler.Result whole = Compiler.compile(WholeStandard.SPEC);
        assertEquals(List.of(), whole.findings());
        Map<String, byte[]> again = WholeStandard.files();
        assertTrue(again.size() > 500, () -> again.size() + " files");
        again.forEach((path, bytes) -> assertArrayEquals(bytes, whole.files().get("bundle/" + path), path));
    }

    private String out() {
        return directory.resolve("out").toString();
    }

    private static String run(int expected, String... args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = Main.run(List.of(args), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        String messages = bytes.toString(StandardCharsets.UTF_8);
        assertEquals(expected, code, messages);
        return messages;
    }

    @Test
    void copiesOfTablesAreExact() throws IOException {
        Compiler.Result result = Compiler.compile(MiniSpec.directory());
        try (Stream<Path> tables = Files.list(MiniSpec.directory().resolve("business/codelists"))) {
            for (Path table :
                    tables.filter(path -> path.toString().endsWith(".csv")).toList()) {
                assertArrayEquals(Files.readAllBytes(table), result.files().get("codelists/" + table.getFileName()));
            }
        }
    }
}
