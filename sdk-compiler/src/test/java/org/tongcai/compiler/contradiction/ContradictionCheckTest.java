package org.tongcai.compiler.contradiction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.Standard;
import org.tongcai.bundle.BundleReader;
import org.tongcai.compiler.Compiler;
import org.tongcai.compiler.rules.RuleSpec;

/** Planted contradictions are found, and nothing else is. */
class ContradictionCheckTest {
    private static final String RULE = """
            {"id": "%s", "title": {"zh": "要求", "en": "Demand"}, "appliesTo": ["awardNotice"], "stage": "rules", "severity": "error",
             "confidence": "found", "when": "%s", "assert": "%s", "target": "doc.projectName",
             "message": {"zh": "不符", "en": "Not so"}, "fix": {"zh": "改正", "en": "Correct it"}, "source": ["law#第十七条"],
             "effective": {"from": "2003-01-01"}}""";
    private static final String CASE = """
            {"rule": "%s", "expect": "pass", "title": {"zh": "符合", "en": "So it is"}, "base": "examples/awardNotice.json",
             "patch": [%s]}""";
    private static final String PUT = "{\"op\": \"add\", \"path\": \"%s\", \"value\": %s}";

    @TempDir
    private Path spec;

    private static String put(String path, String value) {
        return PUT.formatted(path, value);
    }

    /** Two rules with a passing case each. */
    private ContradictionCheck.Result check(String[] one, String[] other) throws IOException {
        RuleSpec.copy(spec);
        Files.writeString(
                spec.resolve(RuleSpec.RULES),
                "{\"subject\": \"AWARD\", \"title\": {\"zh\": \"结果\", \"en\": \"Awards\"}, \"rules\": ["
                        + RULE.formatted("GP-AWARD-001", one[0], one[1]) + ","
                        + RULE.formatted("GP-AWARD-002", other[0], other[1]) + "]}");
        Files.writeString(
                spec.resolve(RuleSpec.CASES),
                "{\"cases\": [" + CASE.formatted("GP-AWARD-001", one[2]) + ","
                        + CASE.formatted("GP-AWARD-002", other[2]) + "]}");
        Standard standard =
                Standard.of(BundleReader.fromMemory(Compiler.bundle(spec).files()));
        return ContradictionCheck.run(standard, spec.resolve("cases"));
    }

    private static void contradict(ContradictionCheck.Result result) {
        assertEquals(1, result.contradictions().size(), result::toString);
        Contradiction found = result.contradictions().get(0);
        assertEquals("awardNotice", found.documentType());
        assertEquals("GP-AWARD-001", found.rule());
        assertEquals(List.of("GP-AWARD-002"), found.others());
        assertTrue(
                found.document().contains("award.json#1") && found.document().contains("award.json#2"),
                found::document);
    }

    @Test
    void whatIsMandatoryMustNotBeForbidden() throws IOException {
        contradict(check(
                new String[] {
                    "has(doc.awardedOn)",
                    "has(doc.attachment)",
                    put("/awardedOn", "\"2026-11-20\"") + "," + put("/attachment", "\"https://example.org/a\"")
                },
                new String[] {"doc.method == 'INVITED'", "!has(doc.attachment)", put("/method", "\"INVITED\"")}));
    }

    @Test
    void aMinimumMustNotExceedAMaximum() throws IOException {
        String day = "days(doc.header.createdAt.date(), doc.awardedOn)";
        contradict(check(
                new String[] {
                    "has(doc.awardedOn) && doc.method == 'INVITED'",
                    "has(doc.awardedOn) && " + day + " >= 20",
                    put("/method", "\"INVITED\"") + "," + put("/awardedOn", "\"2026-12-15\"")
                },
                new String[] {
                    "has(doc.awardedOn) && doc.projectName.contains('急')",
                    "has(doc.awardedOn) && " + day + " <= 10",
                    put("/projectName", "\"应急采购\"") + "," + put("/awardedOn", "\"2026-11-25\"")
                }));
    }

    @Test
    void aFieldMustNotNeedTwoCodes() throws IOException {
        contradict(check(
                new String[] {
                    "has(doc.awardedOn)",
                    "doc.method == 'INVITED'",
                    put("/awardedOn", "\"2026-11-20\"") + "," + put("/method", "\"INVITED\"")
                },
                new String[] {"has(doc.organizationForm)", "doc.method == 'OPEN'", put("/organizationForm", "\"SELF\"")
                }));
    }

    /** One case after the other breaks a rule either way; with the method of the first and the name of the second both are kept. */
    @Test
    void rulesThatSomeMixtureKeepsDoNotContradict() throws IOException {
        ContradictionCheck.Result result = check(
                new String[] {
                    "has(doc.awardedOn)",
                    "has(doc.attachment) && doc.method == 'INVITED'",
                    put("/awardedOn", "\"2026-11-20\"") + "," + put("/attachment", "\"https://example.org/a\"") + ","
                            + put("/method", "\"INVITED\"")
                },
                new String[] {
                    "doc.projectName.contains('急')",
                    "!has(doc.attachment) || doc.attachment.endsWith('a')",
                    put("/projectName", "\"应急采购\"") + "," + put("/method", "\"OPEN\"")
                });
        assertEquals(List.of(), result.contradictions());
        assertEquals(1, result.together());
        assertEquals(1, result.combined());
    }

    @Test
    void rulesThatNeverMeetExcludeOneAnother() throws IOException {
        ContradictionCheck.Result result = check(
                new String[] {
                    "doc.method == 'INVITED'",
                    "has(doc.awardedOn)",
                    put("/method", "\"INVITED\"") + "," + put("/awardedOn", "\"2026-11-20\"")
                },
                new String[] {"doc.method == 'OPEN'", "!has(doc.awardedOn)", ""});
        assertEquals(List.of(), result.contradictions());
        assertEquals(1, result.apart());
    }

    /** Where the first rule has no exception at all, no document that the second concerns can be accepted. */
    @Test
    void aRuleWithoutAnyWitnessIsToldWithWhatIsInItsWay() throws IOException {
        ContradictionCheck.Result result = check(new String[] {"true", "!has(doc.attachment)", ""}, new String[] {
            "has(doc.awardedOn)",
            "has(doc.attachment)",
            put("/awardedOn", "\"2026-11-20\"") + "," + put("/attachment", "\"https://example.org/a\"")
        });
        assertEquals(
                List.of(new Contradiction("awardNotice", "GP-AWARD-002", List.of("GP-AWARD-001"), "award.json#2")),
                result.contradictions());
    }
}
