package org.tongcai.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.Summary;

/** Runs every small example and looks at what it prints. */
class ExamplesTest {
    /** A main method. */
    private interface Program {
        void run(String[] args) throws IOException;
    }

    private static String output(Program program, String... args) throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            program.run(args);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void assertContains(String part, String text) {
        assertTrue(text.contains(part), text);
    }

    @Test
    void validateOneDocument() throws IOException {
        String out = output(ValidateOneDocument::main);
        assertContains("tenderNotice ZB-2026-000041: ACCEPTED", out);
        assertContains("codes.unknown /procurementMethod", out);
    }

    @Test
    void readModel() throws IOException {
        String out = output(ReadModel::main);
        assertContains("open to everybody", out);
        assertContains("revision 2: ACCEPTED", out);
    }

    @Test
    void useCodecs() throws IOException {
        String out = output(UseCodecs::main);
        assertContains("same: true", out);
        assertContains("{\"agency\":", out);
        assertContains("structure.unknown-field /titel", out);
    }

    @Test
    void convertDocuments(@TempDir Path directory) throws IOException {
        String out = output(ConvertDocuments::main, directory.toString());
        assertContains("8 files", out);
        assertContains("structure.min-items /suppliers", out);
        assertContains("<contract xmlns=", Files.readString(directory.resolve("0.xml")));
    }

    @Test
    void streamNdjson() throws IOException {
        assertContains("documents=11, accepted=1, rejected=10", output(StreamNdjson::main));
    }

    @Test
    void streamNdjsonReadsMoreThanMemoryShouldHold() throws IOException {
        byte[] line;
        try (InputStream in = DemoFiles.open("contracts.ndjson")) {
            String first = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow();
            line = (first + "\n").getBytes(StandardCharsets.UTF_8);
        }
        int times = 20_000;
        Summary summary = StreamNdjson.run(new Repeated(line, times));
        assertEquals(times, summary.accepted());
    }

    @Test
    void checkIdentifiers() throws IOException {
        String out = output(CheckIdentifiers::main);
        assertContains("91530102MA0TCY01XA valid: true", out);
        assertContains("expected A", out);
        assertContains("false -> true", out);
    }

    @Test
    void jakartaConstraints() throws IOException {
        String out = output(JakartaConstraints::main);
        assertContains("creditCode: 统一社会信用代码不正确：第18位校验码应为 A，实为 9 · not a valid unified social credit code", out);
        assertContains("methods[1].<list element>: 不在代码表“采购方式”（procurement-method）中", out);
        assertContains("region: 行政区划代码不正确", out);
        assertContains("registeredCapital: 不是合法的金额或数量", out);
        assertContains("\nheader.documentId: ", out);
        assertContains("\nheader: [structure.required] 缺少必填字段 documentId", out);
        assertContains("\nprocurementMethod: [codes.unknown] ", out);
        assertContains("\nnotice.header: [structure.required] ", out);
    }

    @Test
    void countWorkingDays() throws IOException {
        String out = output(CountWorkingDays::main);
        assertContains("5 工作日: 2026-02-26", out);
        assertContains("20 日: 2026-10-08", out);
        assertContains("not known: ", out);
    }

    @Test
    void lookUpCodes() throws IOException {
        String out = output(LookUpCodes::main);
        assertContains("OPEN_TENDER 公开招标 / Open tendering", out);
        assertContains("崇文区 until 2010-12-31, then [110101]", out);
        assertContains("台 = SET_MACHINE", out);
    }

    @Test
    void printNotice(@TempDir Path directory) throws IOException {
        Path page = directory.resolve("notice.html");
        String out = output(PrintNotice::main, page.toString());
        assertContains("一、项目基本情况", out);
        assertContains("人民币壹佰叁拾柒万壹仟伍佰贰拾元零伍分", out);
        assertContains("<h2>一、项目基本情况</h2>", Files.readString(page));
    }

    @Test
    void sarifForCi(@TempDir Path directory) throws IOException {
        Path documents = directory.resolve("award-notices.ndjson");
        DemoFiles.copy("award-notices.ndjson", documents);
        Path sarif = directory.resolve("report.sarif");
        assertEquals(1, SarifForCi.run(documents, sarif));
        assertContains("\"2.1.0\"", Files.readString(sarif));
        Path right = directory.resolve("tender-notice.json");
        DemoFiles.copy("tender-notice.json", right);
        assertEquals(0, SarifForCi.run(right, sarif));
    }

    /** The same bytes over and over, made while they are read. Not thread-safe. */
    private static final class Repeated extends InputStream {
        private final byte[] bytes;
        private long left;
        private int at;

        Repeated(byte[] bytes, int times) {
            this.bytes = bytes;
            this.left = (long) bytes.length * times;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            int value = bytes[at] & 0xFF;
            at = (at + 1) % bytes.length;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int n = (int) Math.min(Math.min(length, bytes.length - at), left);
            System.arraycopy(bytes, at, target, offset, n);
            at = (at + n) % bytes.length;
            left -= n;
            return n;
        }
    }
}
