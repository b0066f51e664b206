package org.tongcai.compiler.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.codemodel.JCodeModel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcai.Bilingual;
import org.tongcai.bundle.CodeList;

class CodeClassTest {
    private static CodeList.Entry entry(String code, String en, @Nullable LocalDate validTo) {
        return new CodeList.Entry(code, new Bilingual("名称", en), null, null, validTo, List.of(), null, null);
    }

    private static String source(List<CodeList.Entry> entries) {
        JCodeModel model = new JCodeModel();
        CodeList list = new CodeList(
                "region",
                new Bilingual("区划", "Region"),
                Bilingual.EMPTY,
                "law",
                "official",
                "found",
                null,
                List.of(),
                entries);
        CodeClass.write(model, "org.tongcai.model.Region", list);
        return new String(SourceTree.of(model).get("org/tongcai/model/Region.java"), StandardCharsets.UTF_8);
    }

    private static List<CodeList.Entry> codes(int count) {
        return IntStream.range(0, count).mapToObj(i -> entry("C" + i, "", null)).toList();
    }

    @Test
    void aListOfModerateSizeHasConstants() {
        String source = source(codes(CodeClass.MOST_CONSTANTS));
        assertTrue(source.contains("Region C299 = constant(\"C299\")"), source);
        assertTrue(source.contains("boolean known()"), source);
    }

    @Test
    void aBigListIsAValueTypeWithoutConstants() {
        String source = source(codes(CodeClass.MOST_CONSTANTS + 1));
        assertFalse(source.contains("constant"), source);
        assertFalse(source.contains("known()"), source);
        assertTrue(source.contains("public static Region of(String code)"), source);
    }

    @Test
    void theHistoryOfACodeIsOneConstantWithItsNewestMeaning() {
        String source = source(List.of(
                entry("A", "Old meaning", LocalDate.of(2020, 1, 1)),
                entry("A", "New meaning", null),
                entry("B", "Gone", LocalDate.of(2021, 12, 31))));
        assertTrue(source.contains("{@code A} 名称 · New meaning."), source);
        assertFalse(source.contains("Old meaning"), source);
        assertTrue(source.contains("{@code B} 名称 · Gone. Valid to 2021-12-31."), source);
    }

    @Test
    void constantsAreNamedByCodeOrMeaningAndNeverRenamedByALaterCode() {
        Map<String, String> names = JavaNames.constants(Arrays.asList(
                entry("OPEN_TENDER", "Open tendering", null),
                entry("x-own", "", null),
                entry("01", "Open tender", null),
                entry("02", "Invited tender", null),
                entry("03", "Invited tender", null),
                entry("04", "", null),
                entry("05", "Class", null)));
        assertEquals(
                Map.of(
                        "OPEN_TENDER", "OPEN_TENDER",
                        "x-own", "X_OWN",
                        "01", "OPEN_TENDER_01",
                        "02", "INVITED_TENDER",
                        "03", "INVITED_TENDER_03",
                        "04", "CODE_04",
                        "05", "CLASS"),
                names);
    }

    @Test
    void aClassNameThatIsTakenGetsASuffix() {
        assertEquals(
                Map.of(
                        "procurement-method",
                        "ProcurementMethod",
                        "currency",
                        "CurrencyCode",
                        "contract",
                        "ContractCode"),
                JavaNames.classes(List.of("procurement-method", "currency", "contract"), Set.of("Contract")));
    }
}
