package org.tongcai.constraints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tongcai.constraints.Beans.assertViolations;

import jakarta.validation.ConstraintDeclarationException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcai.binding.CodeValue;

/** Texts and lists on an application's own classes. */
class TextConstraintsTest {
    record Texts(
            @DateText @Nullable String date,
            @MomentText @Nullable String moment,
            @MonthText @Nullable String month,
            @UriText @Nullable String uri) {}

    @Test
    void datesMomentsMonthsAndUris() {
        assertViolations(new Texts(null, null, null, null));
        assertViolations(new Texts("2026-03-01", "2026-03-01T09:30:00+08:00", "2026-03", "https://example.org/"));
        assertViolations(
                new Texts("2026-02-30", "2026-03-01T09:30:00", "2026-13", "example.org"),
                "date: 须为日期，如 2026-03-01 · must be a date such as 2026-03-01",
                "moment: 须为带时区的时间，如 2026-03-01T09:30:00+08:00 · must be a time with offset such as 2026-03-01T09:30:00+08:00",
                "month: 须为年月，如 2026-03 · must be a month such as 2026-03",
                "uri: 须为网址（绝对 URI） · must be an absolute URI");
    }

    record Decimals(
            @DecimalText @Nullable String amount,

            @DecimalText(digits = 6, fraction = 4, signed = true) @Nullable
            String rate) {}

    @Test
    void decimals() {
        assertViolations(new Decimals(null, null));
        assertViolations(new Decimals("9999999999999999.99", "-99.1234"));
        assertViolations(
                new Decimals("-1.00", "100"),
                "amount: 不是合法的金额或数量：至多 18 位数字，其中小数至多 2 位 · is not a valid decimal: at most 18 digits, of which at most 2 after the point",
                "rate: 不是合法的金额或数量：至多 6 位数字，其中小数至多 4 位，可为负 · is not a valid decimal: at most 6 digits, of which at most 4 after the point, may be negative");
    }

    record Name(@Length(min = 2, max = 3) @Nullable CharSequence name) {}

    /** 𠮷 takes two units of UTF-16 and is one character all the same. */
    @Test
    void lengthsCountCharactersAsPeopleDo() {
        assertViolations(new Name(null));
        assertViolations(new Name("𠮷𠮷𠮷"));
        assertViolations(new Name("𠮷"), "name: 至少 2 个字符，实为 1 个 · at least 2 characters, has 1");
        assertViolations(new Name("𠮷𠮷𠮷𠮷"), "name: 至多 3 个字符，实为 4 个 · at most 3 characters, has 4");
    }

    /** As the generated classes of code lists are. */
    record Method(String code) implements CodeValue {}

    record Tags(@Distinct @Nullable List<?> tags) {}

    @Test
    void repetitionsAreReportedWhereTheyStand() {
        assertViolations(new Tags(null));
        assertViolations(new Tags(List.of("a", "b", 1, 2)));
        assertViolations(new Tags(Arrays.asList(null, "a", null)));
        assertViolations(
                new Tags(List.of("a", "b", new StringBuilder("a"), "a")),
                "tags[2].<list element>: 与第 1 项重复 · repeats item 1",
                "tags[3].<list element>: 与第 1 项重复 · repeats item 1");
        assertViolations(
                new Tags(List.of(new Method("A"), new Method("A"))),
                "tags[1].<list element>: 与第 1 项重复 · repeats item 1");
    }

    record Items(
            @Distinct(message = "no") Set<String> set,
            @Distinct(message = "no") List<String> list) {}

    @Test
    void ownMessagesStandAtTheItemsToo() {
        assertViolations(new Items(Set.of("a", "b"), List.of("a", "a")), "list[1].<list element>: no");
    }

    record Codes(
            @CodeOf(value = "unit-of-measure", binding = CodeOf.Binding.EXTENSIBLE) @Nullable
            String unit,

            @RegionCode @Nullable String region) {}

    /** Here there is none: only what needs no list is judged, and the rest says what is missing. */
    @Test
    void codeListsNeedTheStandard() {
        assertViolations(new Codes(null, null));
        assertViolations(new Codes("x-bundle", null));
        assertEquals(1, Beans.violations(new Codes(null, "53")).size());
        Codes codes = new Codes("PIECE", null);
        ConstraintDeclarationException e =
                assertThrows(ConstraintDeclarationException.class, () -> Beans.violations(codes));
        assertTrue(String.valueOf(e.getMessage()).contains("tongcai-schemas"), e.getMessage());
    }
}
