package org.tongcai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.validation.ConstraintDeclarationException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcai.constraints.CatalogueCode;
import org.tongcai.constraints.CodeOf;
import org.tongcai.constraints.RegionCode;

/** Codes on an application's own classes. */
class JakartaCodesTest {
    private static List<String> messages(Object bean) {
        return Violations.VALIDATOR.validate(bean).stream()
                .map(v -> v.getPropertyPath() + ": " + v.getMessage())
                .sorted()
                .toList();
    }

    record Row(
            @CodeOf("procurement-method") @Nullable String method,

            @CodeOf(value = "unit-of-measure", binding = CodeOf.Binding.EXTENSIBLE) @Nullable
            String unit,

            @CodeOf("procurement-method") @Nullable ProcurementMethod typed,
            @RegionCode @Nullable String region,
            @CatalogueCode @Nullable CharSequence item) {}

    @Test
    void codesOfTheListsAndAbsentOnesPass() {
        assertEquals(List.of(), messages(new Row(null, null, null, null, null)));
        assertEquals(
                List.of(),
                messages(new Row(
                        "OPEN_TENDER", "x-basket", ProcurementMethod.OPEN_TENDER, "530102", new StringBuilder("A"))));
    }

    @Test
    void othersAreRefusedWithoutBeingRepeated() {
        assertEquals(
                List.of(
                        "item: 政府采购品目编码不正确：第1位应为A（货物）、B（工程）或 C（服务），实为“X” · not a valid procurement catalogue code: character 1 should be A (goods), B (works) or C (services) but is “X”",
                        "method: 不在代码表“采购方式”（procurement-method）中 · is not in the code list Procurement method (procurement-method)",
                        "region: 行政区划代码不正确：长度应为 6 位，实为 2 位 · not a valid administrative division code: length should be 6 but is 2",
                        "typed: 不在代码表“采购方式”（procurement-method）中 · is not in the code list Procurement method (procurement-method)",
                        "unit: 不在代码表“计量单位”（unit-of-measure）中 · is not in the code list Unit of measure (unit-of-measure)"),
                messages(new Row("公开招标", "basket", ProcurementMethod.of("${1}"), "53", "X")));
    }

    /** A field alone has no day, so that codes of the past and codes that came after the edition of the list are none of its business. */
    @Test
    void theDayIsLeftToTheEngine() {
        assertEquals(List.of(), messages(new Row(null, null, null, "110103", null)));
        assertEquals(List.of(), messages(new Row(null, null, null, "530199", null)));
        assertEquals(List.of("item"), paths(new Row(null, null, null, null, "A99999900")));
    }

    private static List<String> paths(Object bean) {
        return messages(bean).stream().map(m -> m.substring(0, m.indexOf(':'))).toList();
    }

    record Misspelt(@CodeOf("procurement-methods") String method) {}

    record Elsewhere(
            @CodeOf(value = "procurement-method", profile = "cn-99")
            String method) {}

    record Here(
            @CodeOf(value = "procurement-method", profile = "cn-53")
            String method) {}

    @Test
    void listsAndProfilesMustExist() {
        Misspelt misspelt = new Misspelt("OPEN_TENDER");
        Exception list = assertThrows(ConstraintDeclarationException.class, () -> messages(misspelt));
        assertTrue(String.valueOf(list.getMessage()).endsWith("has no code list procurement-methods"), list::toString);
        Elsewhere elsewhere = new Elsewhere("OPEN_TENDER");
        Exception profile = assertThrows(ConstraintDeclarationException.class, () -> messages(elsewhere));
        assertTrue(String.valueOf(profile.getMessage()).contains("no profile cn-99"), profile::toString);
        assertEquals(List.of(), messages(new Here("OPEN_TENDER")));
    }
}
