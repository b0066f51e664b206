package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Limits;
import org.tongcai.ValidationOptions;
import org.tongcai.Verdict;
import org.tongcai.input.Slice;

/** Malformed bytes are findings with a place and a reason in both languages, and limits are kept. */
class SyntaxTest {
    private static final Engine ENGINE = new Engine(new TestBundle());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"header\" {}}|11|字段名之后应为冒号，实为“{”|a colon is expected after the member name, found '{'",
                "{\"a\":1,}|8|最后一个字段之后多了逗号|a comma after the last member",
                "{\"a\":[1,]}|9|最后一项之后多了逗号|a comma after the last item",
                "{\"a\":01}|6|数字不得以 0 开头|a number must not have leading zeros",
                "{\"a\":1.}|8|小数点之后应为数字，实为“}”|a digit is expected after the decimal point, found '}'",
                "{\"a\":NaN}|6|此处应为一个值，实为“N”|a value is expected, found 'N'",
                "{\"a\":nul}|6|此处应为一个值，实为“n”|a value is expected, found 'n'",
                "{a:1}|2|此处应为双引号括起的字段名，实为“a”|a member name in double quotes is expected, found 'a'",
                "{\"a\":“b”}|6|此处应为一个值，实为““”|a value is expected, found \"“\"",
                "{\"a\":\"\\x\"}|7|JSON 没有这种转义|JSON has no such escape",
                "{\"a\":1 \"b\":2}|8|此处应为逗号或右花括号，实为“\"”|a comma or a closing brace is expected, found '\"'",
                "{\"a\":[1 2]}|9|此处应为逗号或右方括号，实为“2”|a comma or a closing bracket is expected, found '2'",
                "{\"a\":|6|输入提前结束|the input ends too early",
                "{\"a\":\"b|8|输入提前结束：文本没有结束的引号|the input ends too early: a text is not closed",
            })
    void aFaultHasAPlaceAndAReason(String document, int column, String zh, String en) {
        Finding finding = only(Documents.judge(ENGINE, document));
        assertEquals("syntax.json", finding.ruleId());
        assertEquals(Layer.SYNTAX, finding.layer());
        assertEquals("JSON 语法错误：" + zh, finding.message().zh());
        assertEquals("malformed JSON: " + en, finding.message().en());
        assertEquals(column, finding.column());
        assertEquals(1, finding.line());
    }

    @Test
    void earlierFindingsAreKept() {
        String document = Documents.award().replace("OPEN_TENDER", "OPEN").replace("\"SELF\"", "'SELF'");
        DocumentReport report = Documents.judge(ENGINE, document);
        assertEquals(
                List.of("codes.unknown", "syntax.json"),
                report.findings().stream().map(Finding::ruleId).toList());
        assertEquals("/organizationForm", report.findings().get(1).pointer());
        assertEquals(Verdict.REJECTED, report.verdict());
        assertEquals("DOC-1", report.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t \r\n"})
    void nothingIsEmpty(String document) {
        assertEquals("syntax.empty", only(Documents.judge(ENGINE, document)).ruleId());
    }

    @Test
    void oneDocumentIsOneDocument() {
        DocumentReport report = Documents.judge(ENGINE, Documents.award() + "\n {}");
        assertEquals("syntax.trailing-content", only(report).ruleId());
        assertEquals(2, only(report).line());
        assertEquals(2, only(report).column());
        assertEquals(
                List.of(), Documents.judge(ENGINE, Documents.award() + " \n").findings());
    }

    @Test
    void aByteOrderMarkIsOneFindingAndReadingGoesOn() {
        DocumentReport report = Documents.judge(ENGINE, "\uFEFF" + Documents.award());
        assertEquals("syntax.encoding", only(report).ruleId());
        assertEquals("awardNotice", report.documentType());
        assertEquals("DOC-1", report.id());
    }

    @Test
    void otherEncodingsAreNamed() {
        for (byte[] bytes : List.of(
                Documents.award().getBytes(StandardCharsets.UTF_16),
                Documents.award().getBytes(StandardCharsets.UTF_16LE),
                Documents.award().getBytes(StandardCharsets.UTF_16BE),
                Documents.award().getBytes(java.nio.charset.Charset.forName("UTF-32BE")),
                Documents.award().getBytes(java.nio.charset.Charset.forName("GB18030")))) {
            Finding finding = only(Documents.judge(ENGINE, bytes));
            assertEquals("syntax.encoding", finding.ruleId());
            assertEquals(
                    "RFC 8259",
                    finding.citation() == null ? null : finding.citation().number());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C0AF",
                "C1BF",
                "80",
                "BF",
                "E08080",
                "E09FBF",
                "EDA080",
                "EDBFBF",
                "EDA080EDB080",
                "F0808080",
                "F08FBFBF",
                "F4908080",
                "F5808080",
                "FF",
                "FE",
                "E4B8",
                "E4",
                "F09F98",
                "C2",
                "E4B822",
                "C3C3"
            })
    void bytesThatAreNoUtf8AreNoText(String hex) {
        byte[] document = Documents.bytes(Documents.award().replace("台式机", "~~~~~~~~~"));
        int at = new String(document, StandardCharsets.ISO_8859_1).indexOf("~~~~~~~~~");
        for (int i = 0; i < hex.length(); i += 2) {
            document[at + i / 2] = (byte) Integer.parseInt(hex.substring(i, i + 2), 16);
        }
        DocumentReport report = Documents.judge(ENGINE, document);
        Finding finding = only(report);
        assertEquals("syntax.encoding", finding.ruleId());
        assertEquals("/lots/0/items/0/name", finding.pointer());
        assertTrue(finding.byteOffset() >= at && finding.byteOffset() < at + hex.length() / 2);
    }

    @Test
    void everyCharacterAndEscapeOfJsonIsRead() {
        for (String text : List.of(
                "é中𠮷😀",
                "\\u4e2d\\u6587",
                "\\ud842\\udfb7",
                "\\\"\\\\\\/\\n\\r\\t",
                "\\uD83D\\uDE00",
                "a\u00a0b",
                "\ud7ff\ue000\ufffd")) {
            assertEquals(
                    List.of(),
                    Documents.judge(ENGINE, Documents.award().replace("台式机", text))
                            .findings());
        }
    }

    @Test
    void numbersOfJsonAreRead() {
        for (String number : List.of("1", "10", "999999", "1.0", "7.00")) {
            assertEquals(
                    List.of(),
                    Documents.judge(ENGINE, Documents.award().replace(":10,", ":" + number + ","))
                            .findings());
        }
        for (String number :
                List.of("-", "+1", ".5", "1.", "1.e1", "1e", "1e+", "00", "-01", "1x10", "1_0", "Infinity", "--1")) {
            assertEquals(
                    "syntax.json",
                    only(Documents.judge(ENGINE, Documents.award().replace(":10,", ":" + number + ",")))
                            .ruleId(),
                    number);
        }
    }

    @Test
    void limitsLeaveTheVerdictOpen() {
        Limits limits = Limits.DEFAULT;
        check("limit.depth", "{\"header\":" + "[".repeat(64) + "]".repeat(64) + "}", limits);
        check("limit.depth", "[".repeat(1_000_000), new Limits(Integer.MAX_VALUE, 1 << 24, 10, 10, 10, 10, 10));
        check("limit.string-length", Documents.award(), new Limits(64, 1 << 20, 20, 64, 10, 10, 10));
        check("limit.string-length", "{\"" + "x".repeat(21) + "\":1}", new Limits(64, 1 << 20, 20, 64, 10, 10, 10));
        check("limit.number-length", "{\"a\":" + "1".repeat(65) + "}", limits);
        check("limit.document-size", Documents.award(), new Limits(64, 100, 20, 64, 10, 10, 10));
    }

    private static void check(String check, String document, Limits limits) {
        DocumentReport report =
                ENGINE.validate(Slice.of("-", Documents.bytes(document)), ValidationOptions.DEFAULT.withLimits(limits));
        List<Finding> findings = report.findings();
        assertEquals(check, findings.get(findings.size() - 1).ruleId());
        assertEquals(Verdict.UNDETERMINED, report.verdict());
    }

    @Test
    void floodsAreCappedAndCounted() {
        String[] unknown = new String[250];
        Arrays.setAll(unknown, i -> "\"u" + i + "\":1");
        String document = Documents.award()
                .replace("\"bidOpening\"", String.join(",", unknown) + ",\"noticeKind\":\"NONE\",\"bidOpening\"");
        DocumentReport perCheck = Documents.judge(ENGINE, document);
        assertEquals(101, perCheck.findings().size());
        assertEquals(150, perCheck.suppressed());
        assertEquals(Verdict.REJECTED, perCheck.verdict());

        Limits few = new Limits(64, 1 << 20, 1000, 64, 10, 100, 1 << 20);
        Limits none = new Limits(64, 1 << 20, 1000, 64, 0, 100, 1 << 20);
        Slice slice = Slice.of("-", Documents.bytes(document));
        DocumentReport perDocument = ENGINE.validate(slice, ValidationOptions.DEFAULT.withLimits(few));
        assertEquals(10, perDocument.findings().size());
        assertEquals(241, perDocument.suppressed());
        assertEquals(
                Verdict.REJECTED,
                ENGINE.validate(slice, ValidationOptions.DEFAULT.withLimits(none))
                        .verdict());
    }

    private static Finding only(DocumentReport report) {
        assertEquals(1, report.findings().size(), report.findings()::toString);
        return report.findings().get(0);
    }

    @Test
    void chineseInAnOlderEncodingIsRecognised() {
        byte[] gbk = "{\"header\":{},\"title\":\"\u00d6\u00d0\u00b1\u00ea\u00bd\u00e1\u00b9\u00fb\"}"
                .getBytes(StandardCharsets.ISO_8859_1); // 中标结果 in GBK
        DocumentReport report = ENGINE.validate(Slice.of("-", gbk), ValidationOptions.DEFAULT);
        Finding finding = report.findings().get(report.findings().size() - 1);
        assertEquals("syntax.encoding", finding.ruleId());
        assertTrue(finding.message().zh().contains("GBK"), finding.message()::zh);
        assertTrue(finding.message().en().contains("GBK"), finding.message()::en);
    }
}
