package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.ValidationOptions;
import org.tongcai.Verdict;
import org.tongcai.input.Slice;

/** How the engine learns what a document is, and what it takes from the header. */
class DocumentTypeTest {
    private static final Engine ENGINE = new Engine(new TestBundle());
    private static final String HEADER = "\"header\":" + Documents.header("awardNotice");

    @Test
    void theHeaderMayComeLast() {
        String award = Documents.award();
        String last = award.replace(HEADER + ",", "").replaceAll("}$", "," + HEADER.replace("\\", "\\\\") + "}");
        DocumentReport report = Documents.judge(ENGINE, last);
        assertEquals(List.of(), report.findings());
        assertEquals("awardNotice", report.documentType());
        assertEquals("DOC-1", report.id());
    }

    @Test
    void namesMayBeEscaped() {
        String escaped =
                Documents.award().replace("\"header\"", "\"\\u0068eader\"").replace("\"lots\"", "\"l\\u006fts\"");
        assertEquals(List.of(), Documents.judge(ENGINE, escaped).findings());
    }

    @Test
    void anUnknownTypeIsOneFindingAndTheIdIsKept() {
        DocumentReport report = Documents.judge(ENGINE, Documents.award().replace("awardNotice", "awardNotes"));
        Finding finding = only(report);
        assertEquals("structure.document-type", finding.ruleId());
        assertEquals("/header/documentType", finding.pointer());
        assertEquals("awardNotes", finding.value());
        assertEquals("文件头 / 文件类型", finding.title().zh());
        assertEquals("DOC-1", report.id());
        assertNull(report.documentType());
        assertEquals(Verdict.REJECTED, report.verdict());
    }

    @Test
    void anotherTypeThanWantedIsToldAsSuch() {
        ValidationOptions other = ValidationOptions.DEFAULT.withDocumentType("wideNotice");
        byte[] award = Documents.award().getBytes(StandardCharsets.UTF_8);
        Finding finding = only(ENGINE.validate(Slice.of("-", award), other));
        assertEquals(
                "the document type is missing or not one expected here (found \"awardNotice\");"
                        + " header.documentType should be one of wideNotice",
                finding.message().en());
    }

    @Test
    void aMissingTypeIsReportedAsNearAsPossible() {
        assertEquals("", untyped("{}").pointer());
        assertEquals("", untyped("{\"a\":[{\"header\":{}}]}").pointer());
        assertEquals("/header", untyped("{\"header\":{}}").pointer());
        assertEquals("/header", untyped("{\"a\":1,\"header\":[]}").pointer());
        assertEquals(
                "/header/documentType",
                untyped("{\"header\":{\"documentType\":1}}").pointer());
        assertEquals(
                "/header/documentType",
                untyped("{\"header\":{\"documentType\":null}}").pointer());
    }

    private static Finding untyped(String document) {
        Finding finding = only(Documents.judge(ENGINE, document));
        assertEquals("structure.document-type", finding.ruleId());
        return finding;
    }

    @Test
    void aDocumentIsAnObject() {
        for (String document : List.of("[]", "[{}]", "1", "\"x\"", "true", " null ")) {
            Finding finding = only(Documents.judge(ENGINE, document));
            assertEquals("structure.type", finding.ruleId(), document);
            assertEquals("", finding.pointer());
        }
    }

    @Test
    void theCallerMayExpectAType() {
        ValidationOptions award = ValidationOptions.DEFAULT.withDocumentType("awardNotice");
        ValidationOptions wide = ValidationOptions.DEFAULT.withDocumentType("wideNotice");
        Slice slice = Slice.of("-", Documents.bytes(Documents.award()));
        assertEquals(List.of(), ENGINE.validate(slice, award).findings());

        Finding other = only(ENGINE.validate(slice, wide));
        assertEquals("structure.document-type", other.ruleId());
        assertEquals("/header/documentType", other.pointer());

        // Without a type of its own the document is judged as what it should be.
        String silent = Documents.award().replace("\"documentType\":\"awardNotice\",", "");
        Finding missing = only(ENGINE.validate(Slice.of("-", Documents.bytes(silent)), award));
        assertEquals("structure.required", missing.ruleId());
        assertEquals("/header", missing.pointer());

        ValidationOptions nonsense = ValidationOptions.DEFAULT.withDocumentType("nonsense");
        assertThrows(IllegalArgumentException.class, () -> ENGINE.validate(slice, nonsense));
    }

    @Test
    void anotherEditionIsAnError() {
        Finding finding = only(Documents.judge(ENGINE, Documents.award().replace("\"0.1\"", "\"9.0\"")));
        assertEquals("structure.standard-version", finding.ruleId());
        assertEquals("/header/standardVersion", finding.pointer());
        assertEquals("标准版次 9.0 不受支持，本系统为 0.1", finding.message().zh());
        assertEquals(
                "structure.pattern",
                only(Documents.judge(ENGINE, Documents.award().replace("\"0.1\"", "\"one\"")))
                        .ruleId());
    }

    @Test
    void aFaultyHeaderStillGivesItsId() {
        DocumentReport report = Documents.judge(ENGINE, Documents.award().replace("DOC-1", "DOC 1"));
        assertEquals("structure.pattern", only(report).ruleId());
        assertEquals("DOC 1", report.id());
    }

    @Test
    void placesCountFromWhereTheSliceStands() {
        byte[] line = Documents.bytes("junk\n  " + Documents.award().replace("SELF", "SELFS") + "junk");
        int length = line.length - 11;
        DocumentReport report =
                ENGINE.validate(new Slice("a.ndjson", 7, line, 7, length, 1007, 12, 3), ValidationOptions.DEFAULT);
        Finding finding = only(report);
        assertEquals(12, finding.line());
        int bytes =
                Documents.bytes(Documents.award().substring(0, Documents.award().indexOf("\"SELF\""))).length;
        assertEquals(1007 + bytes, finding.byteOffset());
        assertEquals(3 + Documents.award().indexOf("\"SELF\""), finding.column());
        assertEquals(7, report.index());
        assertEquals("a.ndjson", report.source());
    }

    private static Finding only(DocumentReport report) {
        assertEquals(1, report.findings().size(), report.findings()::toString);
        return report.findings().get(0);
    }
}
