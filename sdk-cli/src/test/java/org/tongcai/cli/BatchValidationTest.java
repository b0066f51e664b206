package org.tongcai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tongcai validate} with documents that refer to each other. */
class BatchValidationTest {
    @TempDir
    private Path folder = Path.of("");

    private Path batch = Path.of("");

    @BeforeEach
    void aContractAndTwoPayments() throws IOException {
        batch = Files.createDirectory(folder.resolve("batch"));
        String payment = Files.readString(Shell.EXAMPLES.resolve("payment.json"));
        Files.writeString(batch.resolve("1.json"), payment);
        Files.writeString(
                batch.resolve("2.json"),
                payment.replace("\"documentId\": \"ZF-2026-000611-1\"", "\"documentId\": \"ZF-2\""));
        Files.writeString(batch.resolve("3.json"), Files.readString(Shell.EXAMPLES.resolve("contract.json")));
    }

    private Shell.Outcome validate(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "validate";
        all[1] = "--standard";
        all[2] = Shell.standard();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Shell.chinese().run(all);
    }

    @Test
    void aloneNothingIsSaidAboutSums() {
        assertFalse(validate("-v", batch.toString()).out().contains("连同本笔已付"));
    }

    @Test
    void togetherTheSumIsTooHigh() {
        Shell.Outcome outcome = validate("--batch", batch.toString());
        assertTrue(outcome.out().contains("连同本笔已付 1920128.00 元"), outcome.out());
    }

    @Test
    void documentsOutsideTheBatchCountToo() throws IOException {
        Path others = Files.createDirectory(folder.resolve("others"));
        Files.move(batch.resolve("3.json"), others.resolve("3.json"));
        Files.move(batch.resolve("2.json"), others.resolve("2.json"));
        String expected = "连同本笔已付 1920128.00 元";
        assertTrue(validate("--references", others.toString(), batch.toString())
                .out()
                .contains(expected));
        assertTrue(validate(
                        "--references",
                        others.resolve("2.json").toString(),
                        "--batch",
                        batch.toString(),
                        others.resolve("3.json").toString())
                .out()
                .contains(expected));
    }

    @Test
    void oneNumberForTwoDocumentsIsAnErrorOfBoth() throws IOException {
        Files.writeString(
                batch.resolve("2.json"),
                Files.readString(batch.resolve("1.json")).replace("\"960064.00\"", "\"1.00\""));
        Shell.Outcome outcome = validate("--batch", "--work-dir", folder.toString(), batch.toString());
        assertEquals(1, outcome.exit());
        assertTrue(outcome.out().contains("references.duplicate"), outcome.out());
        assertTrue(outcome.out().contains("内容不同：" + batch.resolve("2.json")), outcome.out());
        assertTrue(outcome.out().contains("内容不同：" + batch.resolve("1.json")), outcome.out());
    }

    @Test
    void whatCannotBeReadTwiceOrWrittenIsRefused() {
        assertEquals(2, validate("--batch", "-").exit());
        assertEquals(
                2,
                validate("--batch", "--work-dir", folder.resolve("nowhere").toString(), batch.toString())
                        .exit());
        assertEquals(
                3,
                validate("--references", folder.resolve("nowhere").toString(), batch.toString())
                        .exit());
    }

    @Test
    void aFileOfTheBatchThatIsMissingIsReportedOnce() {
        Shell.Outcome outcome = validate(
                "--batch", batch.toString(), folder.resolve("nowhere.json").toString());
        assertEquals(3, outcome.exit());
        assertEquals(2, outcome.out().split("nowhere\\.json:1", -1).length, outcome.out());
    }
}
