package org.tongcai.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.Finding;
import org.tongcai.Severity;

/** The small parts that the writers share. */
class ReportPartsTest {
    @ParameterizedTest
    @CsvSource({"abc, 3", "中文, 4", "（，）, 6", "ﾊﾝ, 2", "é, 1", "e\u0301, 1", "𠮷, 2", "😀, 2", "‹›·, 3", "한글, 4", "'', 0"
    })
    void displayWidth(String text, int columns) {
        assertEquals(columns, DisplayWidth.of(text));
        assertEquals(12, DisplayWidth.of(DisplayWidth.padEnd(text, 12)));
        assertEquals(12, DisplayWidth.of(DisplayWidth.padStart(text, 12)));
    }

    @Test
    void ordinaryTextIsNotTouched() {
        String text = "示例市教育局 “Ａ” 𠮷 👨‍👩‍👧 é";
        assertEquals(text, SafeText.visible(text));
    }

    @Test
    void tallyIsExactUntilItIsFull() {
        Tally<String> tally = new Tally<>(2);
        assertEquals(1, tally.add("a"));
        assertEquals(5, tally.add("b", 5));
        assertEquals(2, tally.add("a"));
        assertEquals(Long.MAX_VALUE, tally.add("c", 3));
        assertEquals(List.of(new Tally.Entry<>("b", 5), new Tally.Entry<>("a", 2)), tally.top(9));
        assertEquals(3, tally.others());
        assertEquals(10, tally.total());
        assertEquals(0, tally.count("c"));
    }

    @ParameterizedTest
    @CsvSource({"0, 7, 0%", "7, 7, 100%", "1, 3, 33.3%", "1, 1000000, <0.1%", "999999, 1000000, 99.9%", "0, 0, ''"})
    void percentNeverHidesSomething(long part, long whole, String text) {
        assertEquals(text, Percent.of(part, whole));
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void everyCheckHasATitleWithoutPlaces(Check check) {
        Bilingual title = RuleText.of(check.id());
        assertNotNull(title);
        assertFalse(title.zh().isEmpty() || title.en().isEmpty());
        assertFalse((title.zh() + title.en()).contains("{"));
    }

    @Test
    void theSampleHoldsEveryRuleAndThenTheErrors() {
        FindingSample sample = new FindingSample(10);
        for (int i = 0; i < 100; i++) {
            sample.offer(i, Examples.DOCUMENTS.get(1), Examples.ODD_CODE, i + 1);
        }
        for (int i = 100; i < 200; i++) {
            sample.offer(i, Examples.DOCUMENTS.get(1), Examples.MISSING, i - 99);
        }
        List<Finding> chosen =
                sample.items().stream().map(FindingSample.Item::finding).toList();
        assertEquals(10, chosen.size());
        assertEquals(
                1, chosen.stream().filter(f -> f.severity() == Severity.WARNING).count());
        assertEquals(Examples.ODD_CODE, chosen.get(0), "input order");
    }

    @Test
    void citationsReadTheirLanguage() {
        assertTrue(Words.citation(Examples.MISSING.citation(), Locale.ENGLISH).contains("》, 财政部令第87号"));
    }
}
