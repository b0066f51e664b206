package org.tongcai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.cli.Shell.Outcome;

class ValidateCommandTest {
    @TempDir
    Path folder;

    @Test
    void soundDocumentsAreAccepted() {
        Outcome outcome = validate(Shell.english(), Shell.EXAMPLES.toString());
        assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.out());
        assertEquals("", outcome.err());
    }

    @Test
    void anythingWrongIsRejectedAndToldWhere() throws IOException {
        Path file = write("bad.json", sound().replaceFirst("\"standardVersion\"", "\"standardversion\""));
        Outcome outcome = validate(Shell.chinese(), file.toString());
        assertEquals(Exit.REJECTED, outcome.exit());
        assertTrue(outcome.out().contains("structure.unknown-field"), outcome.out());
        assertTrue(outcome.out().contains("标准中没有字段 standardversion"), outcome.out());
    }

    @Test
    void whatCannotBeReadIsASystemFailureButTheRestIsJudged() throws IOException {
        Path cut = folder.resolve("cut.json.gz");
        Files.write(cut, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        Outcome outcome = validate(
                Shell.english(),
                folder.resolve("missing.json").toString(),
                cut.toString(),
                Shell.example("contract.json"));
        assertEquals(Exit.FAILURE, outcome.exit());
        assertTrue(outcome.out().contains("no such file"), outcome.out());
        assertTrue(outcome.out().contains("the gzip data is cut off"), outcome.out());
        assertTrue(outcome.out().matches("(?s).*Accepted +1\\b.*"), outcome.out());
    }

    @Test
    void rulesAreJudgedUnlessLeftOut() throws IOException {
        // Less than twenty days for bidding.
        Path file = write(
                "tender.json",
                Files.readString(Path.of(Shell.example("tenderNotice.json")))
                        .replace("2026-03-26T09:30:00+08:00", "2026-03-16T09:30:00+08:00"));
        Outcome all = validate(Shell.chinese(), file.toString());
        assertEquals(Exit.REJECTED, all.exit(), all.out());
        assertTrue(all.out().contains("GP-TENDER-"), all.out());
        assertTrue(all.out().matches("(?s).*未检查 +跨文档引用：.*"), all.out());
        Outcome none = validate(Shell.chinese(), "--stages", "none", file.toString());
        assertEquals(Exit.ACCEPTED, none.exit(), none.out());
        assertTrue(none.out().matches("(?s).*未检查 +业务规则：.*"), none.out());
        Outcome quality = validate(Shell.chinese(), "--stages", "quality,references", file.toString());
        assertEquals(Exit.ACCEPTED, quality.exit(), quality.out());
        assertEquals(
                Exit.USAGE,
                validate(Shell.english(), "--stages", "none,rules", file.toString())
                        .exit());
    }

    @Test
    void documentsReferredToAreLookedUp() throws IOException {
        String contract = Shell.example("contract.json");
        Outcome alone = validate(Shell.english(), "--references", contract, "--missing-references", "error", contract);
        assertEquals(Exit.REJECTED, alone.exit(), alone.out());
        assertTrue(alone.out().contains("references.not-found"), alone.out());
        Outcome skipped = validate(Shell.english(), "--references", contract, contract);
        assertEquals(Exit.ACCEPTED, skipped.exit(), skipped.out());
        assertTrue(skipped.out().contains("Not judged"), skipped.out());
        Outcome together = validate(Shell.english(), "--references", Shell.EXAMPLES.toString(), contract);
        assertEquals(Exit.ACCEPTED, together.exit(), together.out());
        assertEquals(
                Exit.FAILURE,
                validate(Shell.english(), "--references", "no-such-folder", contract)
                        .exit());
    }

    @Test
    void casesOfRulesRunAgainstASpecificationCompiledInMemory() {
        String spec = Shell.SPEC.toString();
        Outcome outcome = Shell.english().run("cases", "--rules", "GP-TENDER-001", "--spec", spec);
        assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.out() + outcome.err());
        assertTrue(
                outcome.out().matches("([2-9][0-9]*) cases, of which \\1 also in XML\\R\\1 passed, 0 failed\\R"),
                outcome.out());
        assertEquals(
                Exit.USAGE,
                Shell.english()
                        .run("cases", "--standard", Shell.standard(), "--rules", "NOTHING", spec + "/cases")
                        .exit());
    }

    @Test
    void emptyFolderIsNotASuccess() {
        assertEquals(Exit.FAILURE, validate(Shell.english(), folder.toString()).exit());
    }

    @Test
    void standardInputIsRead() throws IOException {
        String line = sound().replaceAll("\\R *", "");
        Outcome outcome = validate(Shell.english().input(line + "\n" + line + "\n{\n"), "--verbose", "-");
        assertEquals(Exit.REJECTED, outcome.exit());
        assertTrue(outcome.out().matches("(?s).*Documents +3\\b.*Accepted +2\\b.*"), outcome.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif"})
    void machineReadableReportsAreAllThatStandardOutputCarries(String format) throws IOException {
        Path file = write("bad.json", "{\"header\":{\"documentType\":\"名\"}} x");
        Outcome outcome = validate(Shell.chinese(), "--format", format, file.toString());
        assertEquals(Exit.REJECTED, outcome.exit());
        try (JsonParser parser = new JsonFactory().createParser(outcome.out())) {
            int depth = 0;
            int roots = 0;
            while (parser.nextToken() != null) {
                depth += parser.currentToken().isStructStart()
                        ? 1
                        : parser.currentToken().isStructEnd() ? -1 : 0;
                roots += depth == 0 ? 1 : 0;
            }
            assertEquals(1, roots);
        }
        assertEquals("", outcome.err());
    }

    @Test
    void outputFileIsWholeOrNotThere() throws IOException {
        Path report = folder.resolve("报告 1.html");
        Outcome outcome =
                validate(Shell.chinese(), "--format=html", "-o", report.toString(), Shell.example("product.json"));
        assertEquals(Exit.ACCEPTED, outcome.exit());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains("报告已写入"), outcome.err());
        assertTrue(Files.readString(report).strip().endsWith("</html>"));

        Files.writeString(report, "before");
        Path missing = folder.resolve("not-a-standard");
        Shell.english().run("validate", "--standard", missing.toString(), "-o", report.toString(), "x.json");
        assertEquals("before", Files.readString(report));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "no temporary file stays behind");
        }
    }

    @Test
    void outputThatCannotBeWrittenIsASystemFailure() {
        String nowhere = folder.resolve("no/such/folder/report.json").toString();
        Outcome outcome = validate(Shell.english(), "-o", nowhere, Shell.example("product.json"));
        assertEquals(Exit.FAILURE, outcome.exit());
        assertEquals("tongcai: cannot write " + nowhere + ": there is no such folder\n", outcome.err());
    }

    @Test
    void anInterruptedRunLeavesNoTemporaryFile() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.tongcai.cli.Main",
                        "validate",
                        "-o",
                        folder.resolve("report.txt").toString(),
                        "-")
                .redirectErrorStream(true)
                .start();
        try {
            // Standard input stays open, so the command waits with its temporary file there.
            while (isEmpty(folder)) {
                assertTrue(process.isAlive(), "the command ended by itself");
                Thread.sleep(20);
            }
            process.destroy();
            process.waitFor();
            assertTrue(isEmpty(folder), "nothing stays behind");
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    @Test
    void aNameThatCannotBeAFileNameIsTheUsersMistake() {
        Outcome outcome = validate(Shell.english(), "a\0b.json");
        assertEquals(Exit.USAGE, outcome.exit(), outcome.err());
        assertTrue(outcome.err().startsWith("tongcai: not a usable file name"), outcome.err());
    }

    @Test
    void fullDiskIsToldAndBrokenPipeIsNot() {
        for (String reason : new String[] {"No space left on device", "Broken pipe"}) {
            OutputStream failing = new OutputStream() {
                @Override
                public void write(int value) throws IOException {
                    throw new IOException(reason);
                }
            };
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int exit = Shell.english()
                    .run(failing, err, "validate", "--standard", Shell.standard(), Shell.example("product.json"));
            assertEquals(Exit.FAILURE, exit);
            String said = err.toString(StandardCharsets.UTF_8);
            assertEquals(
                    reason.equals("Broken pipe") ? "" : "tongcai: cannot write the output: " + reason + "\n", said);
        }
    }

    @Test
    void damagedInstallationIsNotARejectedDocument() {
        OutputStream damaged = new OutputStream() {
            @Override
            public void write(int value) {
                throw new NoClassDefFoundError("org/example/Missing");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertEquals(Exit.FAILURE, Shell.english().run(damaged, err, "id", "postCode", "100000"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("org/example/Missing"));
    }

    @Test
    void quietSaysNothing() throws IOException {
        Outcome outcome =
                validate(Shell.english(), "-q", write("bad.json", "{}").toString());
        assertEquals(new Outcome(Exit.REJECTED, "", ""), outcome);
    }

    @Test
    void typeIsHeldAgainstTheDocument() {
        assertEquals(
                Exit.REJECTED,
                validate(Shell.english(), "--type", "contract", Shell.example("product.json"))
                        .exit());
        Outcome unknown = validate(Shell.english(), "--type", "kontract", Shell.example("product.json"));
        assertEquals(Exit.USAGE, unknown.exit());
        assertTrue(unknown.err().contains("awardNotice"), unknown.err());
    }

    @Test
    void wrongUsageIsExplained() {
        Outcome outcome = Shell.chinese().run("validate", "--colour", "x.json");
        assertEquals(Exit.USAGE, outcome.exit());
        assertTrue(outcome.err().startsWith("未知参数：--colour"), outcome.err());
        assertEquals("", outcome.out());
        Outcome missing = Shell.chinese().run("validate");
        assertEquals(Exit.USAGE, missing.exit());
        assertTrue(missing.err().startsWith("缺少参数：PATH\n"), missing.err());
        assertEquals(
                Exit.USAGE,
                Shell.english()
                        .run("validate", "--as-of", "yesterday", "x.json")
                        .exit());
        assertFalse(Shell.english()
                .run("validate", "--as-of", "2026-02-30", "x.json")
                .err()
                .contains("Exception"));
    }

    private static Outcome validate(Shell shell, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "validate";
        all[1] = "--standard";
        all[2] = Shell.standard();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return shell.run(all);
    }

    private static String sound() throws IOException {
        return Files.readString(Path.of(Shell.example("awardNotice.json")));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
