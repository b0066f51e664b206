package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Verdict;

/** A document says the same in XML as in JSON, right or wrong. */
class XmlDocumentsTest {
    private static final Engine ENGINE = new Engine(new TestBundle());

    /** What both encodings must agree on. */
    private record Place(String ruleId, String pointer) {
        static List<Place> of(DocumentReport report) {
            return report.findings().stream()
                    .map(f -> new Place(f.ruleId(), f.pointer()))
                    .sorted(java.util.Comparator.comparing(Place::toString))
                    .toList();
        }
    }

    @Test
    void validDocumentsAreValidInBoth() {
        for (String xml : List.of(Twins.award(), Twins.large())) {
            DocumentReport report = Documents.judge(ENGINE, xml);
            assertEquals(List.of(), report.findings());
            assertEquals(Verdict.ACCEPTED, report.verdict());
            assertEquals("awardNotice", report.documentType());
        }
        assertEquals("DOC-1", Documents.judge(ENGINE, Twins.award()).id());
    }

    static List<String> mistakes() {
        String code = "\"creditCode\":\"" + Documents.CODE + "\"";
        String award = Documents.award();
        String large = Documents.large();
        return List.of(
                award.replace("\"projectName\":\"示例办公设备采购项目\",", ""),
                award.replace("\"lotNumber\":\"1\",", ""),
                award.replace("\"quantity\":10,", "\"quantity\":10,\"colour\":1,"),
                award.replace("\"quantity\":10,", "\"quantity\":10,\"colour\":[1,2,{\"a\":[1,2]}],"),
                award.replace("\"quantity\":10,", "\"quantity\":1.5,"),
                award.replace("\"quantity\":10,", "\"quantity\":1e1,"),
                award.replace("\"quantity\":10,", "\"quantity\":{\"a\":[\"b\"]},"),
                award.replace("\"quantity\":10,", "\"quantity\":null,"),
                award.replace("\"quantity\":10,", "\"quantity\":0,"),
                award.replace("\"quantity\":10,", "\"quantity\":-99999999999999999999,"),
                award.replace("\"quantity\":10,", "\"quantity\":99999999999999999999,"),
                award.replace("\"quantity\":10,", "\"quantity\":\"ten\","),
                award.replace("\"quantity\":10,", "\"quantity\":true,"),
                award.replace("\"name\":\"台式机\"", "\"name\":\"\""),
                award.replace("\"name\":\"台式机\"", "\"name\":{\"zh\":\"台\"}"),
                award.replace("\"name\":\"台式机\"", "\"name\":\"" + "𠮷".repeat(101) + "\""),
                award.replace("\"name\":\"台式机\"", "\"name\":\"台\\u0000机\""),
                award.replace("\"name\":\"台式机\"", "\"name\":\"台\u0085机\""),
                award.replace("\"name\":\"台式机\"", "\"name\":\"台\uFFFE机\""),
                award.replace("\"name\":\"台式机\"", "\"name\":\"<&>\\\"'\\r\\n\\t]]>\""),
                award.replace("A02010105", "A0201010"),
                award.replace("A02010105", "A0201010\\n"),
                award.replace("2026-02-20T09:30:00+08:00", "2026-02-20T09:30:00"),
                award.replace("\"4800.00\"", "\"4800.001\""),
                award.replace("\"total\"", "\"Total\""),
                award.replace("\"kind\":\"total\",", ""),
                award.replace("\"kind\":\"total\"", "\"kind\":\"discountRate\""),
                award.replace("\"price\":{", "\"price\":{\"more\":1,"),
                award.replace("\"lots\":[", "\"lots\":[{},"),
                award.replace("\"lots\":[", "\"lots\":[\"text\","),
                award.replace("\"organizationForm\":\"SELF\"", "\"organizationForm\":\"AGENCY\""),
                award.replace("\"header\":", "\"other\":1,\"header\":"),
                award.replace("\"0.1\"", "\"9.9\""),
                award.replace("OPEN_TENDER", "OPEN"),
                award.replace("OPEN_TENDER", "OLD_METHOD"),
                award.replace("\"documentId\":\"DOC-1\",", ""),
                award.replace("\"name\":\"示例市教育局\"", "\"name\":\"示例市教育局\",\"foreign\":false"),
                award.replace("\"name\":\"示例市教育局\"", "\"name\":\"示例市教育局\",\"foreign\":\"no\""),
                award.replace("\"name\":\"示例市教育局\"", "\"name\":\"示例市教育局\",\"creditCode\":\"91530100MA6EXAMP0U\""),
                large,
                large.replace("\"甲专家\"", "\"乙专家\""),
                large.replace("\"甲专家\"", "\"专\""),
                large.replace(code, "\"creditCode\":\"1\""),
                large.replace("\"jointBid\":false", "\"jointBid\":true"),
                large.replace("\"agency\":", "\"agencies\":"),
                large.replace("\"children\":[", "\"children\":[{\"name\":\"a\",\"children\":[{\"name\":\"B\"}]},"),
                large.replace("\"rate\":\"86.50\"", "\"rate\":\"8600.50\",\"printed\":null"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreTheSame(String json) {
        String xml = Twins.of(json);
        DocumentReport expected = Documents.judge(ENGINE, json);
        DocumentReport found = Documents.judge(ENGINE, xml);
        assertEquals(Place.of(expected), Place.of(found), () -> xml + "\n" + found.findings());
        assertEquals(expected.verdict(), found.verdict());
        assertEquals(expected.documentType(), found.documentType());
        assertEquals(expected.id(), found.id());
        for (Finding finding : found.findings()) {
            // Positions are those of elements and attributes.
            int at = (int) finding.byteOffset();
            byte[] bytes = Documents.bytes(xml);
            assertEquals(finding.xpath() != null && finding.xpath().contains("@") ? 'x' : '<', bytes[at]);
        }
    }
}
