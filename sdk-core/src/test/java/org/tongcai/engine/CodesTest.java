package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Severity;
import org.tongcai.ValidationOptions;
import org.tongcai.Verdict;
import org.tongcai.bundle.CodeList;
import org.tongcai.input.Slice;

/** Code lists bind more or less strongly, and as of a day. */
class CodesTest {
    private static final Engine ENGINE = new Engine(new TestBundle());

    @Test
    void aNameInsteadOfACodeIsPutRight() {
        Finding finding = only(report(Documents.award().replace("OPEN_TENDER", "公开招标"), null));
        assertEquals(
                "“公开招标”不在代码表“采购方式”中；是否应为 OPEN_TENDER（公开招标）", finding.message().zh());
        assertEquals("公开招标", finding.value());
    }

    @Test
    void aTypingErrorIsPutRight() {
        Finding finding = only(report(Documents.award().replace("OPEN_TENDER", "OPEN-TENDER"), null));
        assertTrue(finding.message().en().endsWith("; did you mean OPEN_TENDER (公开招标)"), finding.message()::en);
    }

    @Test
    void codesCountOnTheDayOfTheDocument() {
        String old = region("110103");
        Finding finding = only(report(old, null));
        assertEquals("codes.not-in-force", finding.ruleId());
        assertEquals(Severity.ERROR, finding.severity());
        assertEquals(
                "代码“110103”（行政区划）在 2026-03-02 不在有效期内：崇文区，至 2010-06-30 止，由 110101（东城区） 取代",
                finding.message().zh());
        assertEquals(
                List.of(),
                report(old.replace("\"2026-03-02T", "\"2010-06-30T"), null).findings());
        assertEquals(
                1,
                report(old.replace("\"2026-03-02T", "\"2010-07-01T"), null)
                        .findings()
                        .size());
    }

    @Test
    void theDayMayBeGiven() {
        String old = region("110103");
        assertEquals(List.of(), report(old, LocalDate.of(2010, 6, 30)).findings());
        assertEquals(1, report(old, LocalDate.of(2010, 7, 1)).findings().size());
    }

    @Test
    void theDayIsKnownThoughTheHeaderComesLast() {
        String header = "\"header\":" + Documents.header("awardNotice");
        String old = region("110103").replace("2026-03-02T", "2010-06-30T");
        String dated = header.replace("2026-03-02T", "2010-06-30T");
        String last = old.replace(dated + ",", "");
        last = last.substring(0, last.length() - 1) + "," + dated + "}";
        assertEquals(List.of(), report(last, null).findings());
        assertEquals(
                1,
                report(last.replace("2010-06-30T", "2010-07-01T"), null)
                        .findings()
                        .size());
    }

    @Test
    void aCodeMayHaveSeveralSpans() {
        assertEquals(List.of(), report(region("350182"), null).findings());
        assertEquals(
                List.of(), report(region("350182"), LocalDate.of(1999, 1, 1)).findings());
    }

    @Test
    void anExtensibleListTakesOwnCodes() {
        assertEquals(List.of(), report(unit("x-bundle"), null).findings());
        assertEquals("codes.unknown", only(report(unit("bundle"), null)).ruleId());
        assertEquals("codes.unknown", only(report(unit("x-"), null)).ruleId());
    }

    @Test
    void aPreferredListOnlyWarns() {
        String document = Documents.award().replace("\"bidOpening\"", "\"noticeKind\":\"OTHER\",\"bidOpening\"");
        DocumentReport report = report(document, null);
        assertEquals(Severity.WARNING, only(report).severity());
        assertEquals(Verdict.ACCEPTED, report.verdict());
    }

    private static String region(String code) {
        return Documents.award().replace("示例市教育局\"", "示例市教育局\",\"regionCode\":\"" + code + "\"");
    }

    private static String unit(String code) {
        return Documents.award().replace("\"quantity\":10", "\"quantity\":10,\"unit\":\"" + code + "\"");
    }

    private static DocumentReport report(String document, @org.jspecify.annotations.Nullable LocalDate day) {
        return ENGINE.validate(Slice.of("-", Documents.bytes(document)), ValidationOptions.DEFAULT.withAsOf(day));
    }

    private static Finding only(DocumentReport report) {
        assertEquals(1, report.findings().size(), report.findings()::toString);
        return report.findings().get(0);
    }

    @Test
    void aCodeThatTheListMayLackIsWarnedAbout() {
        CodeList list = new CodeList(
                "region",
                new Bilingual("区划", "Region"),
                Bilingual.EMPTY,
                "official",
                "official",
                "found",
                null,
                List.of(),
                new CodeList.Coverage("^[0-9]{6}$", LocalDate.of(2024, 12, 31), List.of("530199")),
                List.of());
        CodeIndex index = new CodeIndex(list);
        assertTrue(index.mayExist("110109".toCharArray(), 6, LocalDate.of(2026, 1, 1)), "after the list ends");
        assertFalse(index.mayExist("110109".toCharArray(), 6, LocalDate.of(2024, 12, 31)), "while it is complete");
        assertTrue(index.mayExist("530199".toCharArray(), 6, LocalDate.of(2020, 1, 1)), "named as unverified");
        assertFalse(index.mayExist("11010A".toCharArray(), 6, LocalDate.of(2026, 1, 1)), "not the shape of a code");
    }
}
