package org.tongcai.compiler.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.Standard;
import org.tongcai.Verdict;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.BundleReader;
import org.tongcai.compiler.MiniSpec;
import org.tongcai.compiler.bundle.BundleWriter;
import org.tongcai.compiler.spec.SpecReader;

/** Conditions that meet in one member: the generator keeps each of them while it breaks another. */
class CaseGeneratorTest {
    private static final String AWARD = "business/schemas/announcements/AwardNotice.schema.json";
    private static final String CONTRACT = "business/schemas/contracts/Contract.schema.json";
    private static final String FIRST_CONDITION = "  \"allOf\": [\n";

    @TempDir
    private Path directory;

    @Test
    void theMiniStandardYieldsWhatItsDefinitionsForetell() throws IOException {
        run(MiniSpec.copy(directory.resolve("spec")));
    }

    /** A list may be what a condition asks for. Its items are broken inside it, for a new list would not hold the fault. */
    @Test
    void itemsOfAListThatAConditionTestsAreBrokenInPlace() throws IOException {
        Path spec = MiniSpec.copy(directory.resolve("spec"));
        MiniSpec.edit(spec, CONTRACT, "  \"required\": [\"header\", \"supplierCode\"]\n", """
                  "required": ["header", "supplierCode"],
                  "allOf": [{"title": "有分年度金额的必须写明月份", "x-termId": "GP-0291", "if": {"required": ["totals"]}, "then": {"required": ["month"]}}]
                """);
        label(spec, "GP-0291");
        CaseSet cases = run(spec);
        JsonNode patch = cases.cases().stream()
                .filter(c -> c.id().endsWith("Contract.totals/items-null"))
                .findFirst()
                .orElseThrow()
                .patch();
        String path = patch.get(patch.size() - 1).path("path").asText();
        assertTrue(path.endsWith("/totals/0"), path);
    }

    /** The reason stands only in urgent notices, so a condition on the reason is tried in an urgent one. */
    @Test
    void aTestedMemberStandsThoughAnotherConditionForbidsItByDefault() throws IOException {
        Path spec = MiniSpec.copy(directory.resolve("spec"));
        MiniSpec.edit(spec, AWARD, FIRST_CONDITION, FIRST_CONDITION + """
                    {"title": "有紧急原因的必须写明日期", "x-termId": "GP-0192",
                     "if": {"required": ["urgentReason"]}, "then": {"required": ["awardedOn"]}},
                """);
        label(spec, "GP-0192");
        CaseSet cases = run(spec);
        TestCase kept = cases.cases().stream()
                .filter(c -> c.id().endsWith("AwardNotice.GP-0192/kept"))
                .findFirst()
                .orElseThrow();
        assertTrue(kept.patch().get(0).path("value").has("urgentReason"), kept.patch()::toString);
    }

    /** The attachment would bring the date, which urgent notices do not tell. */
    @Test
    void whatMayNotStandIsNotBroughtByAnotherMember() throws IOException {
        Path spec = MiniSpec.copy(directory.resolve("spec"));
        MiniSpec.edit(spec, AWARD, FIRST_CONDITION, FIRST_CONDITION + """
                    {"title": "紧急采购不填中标日期", "x-termId": "GP-0192",
                     "if": {"required": ["urgent"], "properties": {"urgent": {"const": true}}}, "then": {"properties": {"awardedOn": false}}},
                """);
        // Documents with all members follow the examples of flags.
        MiniSpec.edit(spec, AWARD, "\"examples\": [false]", "\"examples\": [true]");
        label(spec, "GP-0192");
        JsonNode maximal = run(spec).documents().get("maximal/awardNotice.json");
        assertFalse(maximal.has("awardedOn") || maximal.has("attachment"), maximal::toString);
    }

    private void label(Path spec, String term) {
        MiniSpec.edit(
                spec, "business/labels/en/all.json", "{\n", "{\n  \"" + term + "\": {\"title\": \"Condition\"},\n");
    }

    /** Every case of the spec must yield exactly its findings. */
    private CaseSet run(Path spec) throws IOException {
        Path compiled = directory.resolve("compiled");
        BundleWriter.write(SpecReader.read(spec), compiled);
        Bundle bundle = BundleReader.fromDirectory(compiled);
        CaseSet cases = new CaseGenerator(bundle).generate();
        Path files = directory.resolve("cases");
        CaseFiles.write(cases, files);
        List<String> failures = new ArrayList<>();
        new CaseRunner(Standard.of(bundle), files).run(outcome -> {
            if (!outcome.passed()) {
                failures.add(outcome.of().id() + " expected "
                        + outcome.of().verdict() + " "
                        + outcome.of().expected() + " found " + outcome.failures());
            }
        });
        assertEquals(List.of(), failures);
        assertTrue(cases.cases().stream().anyMatch(c -> c.verdict() == Verdict.REJECTED));
        return cases;
    }
}
