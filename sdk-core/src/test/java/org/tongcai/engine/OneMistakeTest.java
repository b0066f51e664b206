package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Severity;
import org.tongcai.Verdict;

/** Each mistake gives exactly one finding, of the right check, in the right place. */
class OneMistakeTest {
    private static final Engine ENGINE = new Engine(new TestBundle());

    @Test
    void theDocumentsThatAreChangedBelowAreValid() {
        for (String document : List.of(Documents.award(), Documents.large())) {
            DocumentReport report = Documents.judge(ENGINE, document);
            assertEquals(List.of(), report.findings());
            assertEquals(Verdict.ACCEPTED, report.verdict());
            assertEquals("awardNotice", report.documentType());
        }
        assertEquals("DOC-1", Documents.judge(ENGINE, Documents.award()).id());
    }

    static List<Arguments> mistakes() {
        String code = "\"creditCode\":\"" + Documents.CODE + "\"";
        return List.of(
                // what is changed, into what, check, pointer
                Arguments.of("\"projectName\":\"示例办公设备采购项目\",", "", "structure.required", ""),
                Arguments.of("\"lotNumber\":\"1\",", "", "structure.required", "/lots/0"),
                Arguments.of(
                        "\"quantity\":10,", "\"quantity\":10,\"colour\":1,", "structure.unknown-field", item("colour")),
                Arguments.of(
                        "\"quantity\":10,",
                        "\"quantity\":10,\"a/b~c\":{\"x\":[1,{\"y\":null}]},",
                        "structure.unknown-field",
                        item("a~1b~0c")),
                Arguments.of("\"quantity\":10,", "\"quantity\":\"10\",", "structure.type", item("quantity")),
                Arguments.of("\"quantity\":10,", "\"quantity\":1.5,", "structure.type", item("quantity")),
                Arguments.of("\"quantity\":10,", "\"quantity\":1e1,", "structure.type", item("quantity")),
                Arguments.of("\"quantity\":10,", "\"quantity\":[{\"a\":1}],", "structure.type", item("quantity")),
                Arguments.of("\"quantity\":10,", "\"quantity\":null,", "structure.null", item("quantity")),
                Arguments.of("\"quantity\":10,", "\"quantity\":0,", "structure.minimum", item("quantity")),
                Arguments.of(
                        "\"quantity\":10,",
                        "\"quantity\":-99999999999999999999,",
                        "structure.minimum",
                        item("quantity")),
                Arguments.of("\"quantity\":10,", "\"quantity\":1000001,", "structure.maximum", item("quantity")),
                Arguments.of(
                        "\"quantity\":10,",
                        "\"quantity\":99999999999999999999,",
                        "structure.maximum",
                        item("quantity")),
                Arguments.of("\"name\":\"台式机\"", "\"name\":\"\"", "structure.min-length", item("name")),
                Arguments.of("\"name\":\"台式机\"", "\"name\":true", "structure.type", item("name")),
                Arguments.of("\"name\":\"台式机\"", "\"name\":{\"zh\":\"台\"}", "structure.type", item("name")),
                Arguments.of(
                        "\"name\":\"台式机\"",
                        "\"name\":\"" + "𠮷".repeat(101) + "\"",
                        "structure.max-length",
                        item("name")),
                Arguments.of("\"name\":\"台式机\"", "\"name\":\"台\\u0000机\"", "syntax.control-character", item("name")),
                Arguments.of("\"name\":\"台式机\"", "\"name\":\"台\u0085机\"", "syntax.control-character", item("name")),
                Arguments.of("\"name\":\"台式机\"", "\"name\":\"台\uFFFE机\"", "syntax.control-character", item("name")),
                Arguments.of("\"name\":\"台式机\"", "\"name\":\"\\ud842机\"", "syntax.control-character", item("name")),
                Arguments.of("A02010105", "A0201010", "structure.pattern", item("catalogueCode")),
                Arguments.of("A02010105", "A0201010\\n", "structure.pattern", item("catalogueCode")),
                Arguments.of("2026-02-20T09:30:00+08:00", "2026-02-20T09:30:00", "structure.format", "/bidOpening"),
                Arguments.of("\"4800.00\"", "\"4800.001\"", "structure.decimal", item("unitPrice/amount")),
                Arguments.of("\"4800.00\"", "4800.00", "structure.type", item("unitPrice/amount")),
                Arguments.of(itemsOf(Documents.award()), "\"items\":[]", "structure.min-items", "/lots/0/items"),
                Arguments.of(
                        "\"organizationForm\":\"SELF\"",
                        "\"organizationForm\":\"OTHERS\"",
                        "codes.unknown",
                        "/organizationForm"),
                Arguments.of("\"kind\":\"total\"", "\"kind\":\"sum\"", "structure.union", "/lots/0/price/kind"),
                Arguments.of("\"kind\":\"total\"", "\"kind\":null", "structure.null", "/lots/0/price/kind"),
                Arguments.of("\"kind\":\"total\"", "\"kind\":7", "structure.type", "/lots/0/price/kind"),
                Arguments.of("\"kind\":\"total\",", "", "structure.required", "/lots/0/price"),
                Arguments.of(
                        "\"kind\":\"total\",",
                        "\"kind\":\"total\",\"rate\":\"1\",",
                        "structure.unknown-field",
                        "/lots/0/price/rate"),
                Arguments.of(
                        "\"price\":{\"kind\"", "\"price\":[],\"title\":{\"kind\"", "structure.type", "/lots/0/price"),
                Arguments.of(
                        "示例市教育局\"",
                        "示例市教育局\"," + code.replace("0T", "0U"),
                        "identifiers.invalid",
                        "/purchaser/creditCode"),
                Arguments.of(
                        "示例市教育局\"",
                        "示例市教育局\",\"website\":\"www.example.cn\"",
                        "structure.format",
                        "/purchaser/website"),
                Arguments.of(
                        "示例市教育局\"",
                        "示例市教育局\",\"regionCode\":\"350182\",\"foreign\":false",
                        "structure.condition-required",
                        "/purchaser"),
                Arguments.of(
                        "\"projectNumber\"",
                        "\"projectNumber\":1,\"projectNumber\"",
                        "structure.type",
                        "/projectNumber"));
    }

    private static String item(String member) {
        return "/lots/0/items/0/" + member;
    }

    private static String itemsOf(String award) {
        int from = award.indexOf("\"items\":");
        return award.substring(from, award.indexOf(']', from) + 1);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void oneMistakeIsOneFinding(String from, String to, String check, String pointer) {
        String document = Documents.award();
        assertTrue(document.contains(from), from);
        DocumentReport report = Documents.judge(ENGINE, document.replace(from, to));
        List<Finding> findings = report.findings().stream()
                .filter(finding -> !finding.ruleId().equals("syntax.duplicate-key"))
                .toList();
        assertEquals(1, findings.size(), findings::toString);
        Finding finding = findings.get(0);
        assertAll(
                () -> assertEquals(check, finding.ruleId()),
                () -> assertEquals(pointer, finding.pointer()),
                () -> assertEquals(Severity.ERROR, finding.severity()),
                () -> assertEquals(Verdict.REJECTED, report.verdict()),
                () -> assertTrue(finding.title().zh().startsWith("中标公告"), finding.title()::zh),
                () -> assertEquals(1, finding.line()),
                // One line: the column counts the code points before, the offset the bytes.
                () -> assertEquals(
                        finding.column(),
                        1
                                + prefix(document.replace(from, to), finding.byteOffset())
                                        .codePointCount(
                                                0,
                                                prefix(document.replace(from, to), finding.byteOffset())
                                                        .length())));
    }

    private static String prefix(String document, long bytes) {
        return new String(Documents.bytes(document), 0, (int) bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void placesAreCountedInLinesAndCharacters() {
        String document = Documents.award()
                .replace("\"projectName\":\"", "\r\n  \"projectName\":\n\t \"𠮷")
                .replace("\"procurementMethod\":\"OPEN_TENDER\"", "\"x\":\"𠮷\",\"procurementMethod\":\"OPEN\"");
        List<Finding> findings = Documents.judge(ENGINE, document).findings();
        assertEquals(2, findings.size(), findings::toString);
        assertEquals("/x", findings.get(0).pointer());
        assertEquals(3, findings.get(0).line());
        // tab, blank, two quotes, eleven characters of which one is outside of the BMP, comma: the name begins in
        // column 17.
        assertEquals(17, findings.get(0).column());
        assertEquals("/procurementMethod", findings.get(1).pointer());
        assertEquals(17 + 8 + "\"procurementMethod\":".length(), findings.get(1).column());
        assertEquals(
                document.substring(0, document.indexOf("\"OPEN\""))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)
                        .length,
                findings.get(1).byteOffset());
    }

    @Test
    void findingsComeInTheOrderOfTheDocument() {
        String document = Documents.award()
                .replace("\"projectName\":\"示例办公设备采购项目\",", "")
                .replace("\"OPEN_TENDER\"", "\"OPEN\"")
                .replace("\"SELF\"", "\"OTHERS\"");
        List<Finding> findings = Documents.judge(ENGINE, document).findings();
        assertEquals(
                List.of("", "/procurementMethod", "/organizationForm"),
                findings.stream().map(Finding::pointer).toList());
        assertEquals(0, findings.get(0).byteOffset());
    }

    @Test
    void messagesNameTheFieldTheReasonAndTheLaw() {
        Finding unknown = only(Documents.award().replace("\"quantity\":", "\"quantities\":1,\"quantity\":"));
        assertEquals(
                "中标公告 / 分包 / 第 1 项 / 标的 / 第 1 项 / quantities", unknown.title().zh());
        assertEquals(
                "Award notice / lots / item 1 / items / item 1 / quantities",
                unknown.title().en());
        assertEquals("标准中没有字段 quantities；是否应为 quantity", unknown.message().zh());
        assertEquals(
                "the standard has no member quantities here; did you mean quantity",
                unknown.message().en());

        Finding missing = only(Documents.award().replace("\"projectName\":\"示例办公设备采购项目\",", ""));
        assertEquals("缺少必填字段 projectName（项目名称）", missing.message().zh());
        assertEquals("中标公告 / 项目名称", missing.title().zh());
        assertEquals(Nodes.LAW, missing.citation());

        Finding type = only(Documents.award().replace("\"quantity\":10", "\"quantity\":\"10\""));
        assertEquals("应为整数，实为文本", type.message().zh());
        assertEquals("10", type.value());
    }

    @Test
    void personalDataIsMaskedEverywhere() {
        String phone = "138000000000";
        Finding wrong = only(Documents.award().replace("示例市教育局\"", "示例市教育局\",\"phone\":\"" + phone + "\""));
        assertEquals("identifiers.invalid", wrong.ruleId());
        String value = wrong.value();
        assertTrue(value != null && !value.contains("000000"), () -> "shown: " + value);
        assertTrue(
                !wrong.message().zh().contains(phone) && !wrong.message().en().contains(phone));

        Finding number = only(Documents.award().replace("示例市教育局\"", "示例市教育局\",\"phone\":" + phone));
        assertEquals("structure.type", number.ruleId());
        assertEquals("***", number.value());

        Finding name = only(Documents.award().replace("示例市教育局\"", "示例市教育局\",\"contact\":\"" + "张".repeat(31) + "\""));
        assertEquals("***", name.value());
    }

    @Test
    void longValuesAreCut() {
        Finding longName = only(Documents.award().replace("台式机", "机".repeat(199) + "𠮷".repeat(50)));
        assertEquals("机".repeat(199), longName.value());
    }

    @Test
    void identifiersCiteTheirStandard() {
        Finding wrong = only(Documents.award().replace("示例市教育局\"", "示例市教育局\",\"creditCode\":\"91530100MA6EXAMP0U\""));
        assertEquals(
                "GB 32100-2015",
                wrong.citation() == null ? null : wrong.citation().number());
        assertTrue(wrong.message().zh().startsWith("统一社会信用代码不正确："), wrong.message()::zh);
    }

    private static Finding only(String document) {
        List<Finding> findings = Documents.judge(ENGINE, document).findings();
        assertEquals(1, findings.size(), findings::toString);
        return findings.get(0);
    }
}
