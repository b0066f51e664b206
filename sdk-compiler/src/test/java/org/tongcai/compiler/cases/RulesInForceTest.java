package org.tongcai.compiler.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.DocumentReport;
import org.tongcai.Standard;
import org.tongcai.bundle.BundleReader;
import org.tongcai.bundle.RuleIndex;
import org.tongcai.compiler.bundle.BundleWriter;
import org.tongcai.compiler.spec.SpecReader;

/** A document is judged by the law in force on its day: every rule speaks on its first day and is silent on the day before. */
class RulesInForceTest {
    private static final Path SPEC = Path.of(System.getProperty("spec.directory", "../spec"));

    @TempDir
    private static Path directory;

    private static Standard standard;
    private static RuleCaseRunner runner;
    private static List<RuleCase> cases;

    @BeforeAll
    static void compile() throws IOException {
        BundleWriter.write(SpecReader.read(SPEC), directory);
        standard = Standard.of(BundleReader.fromDirectory(directory));
        runner = new RuleCaseRunner(standard, SPEC.resolve("cases"));
        cases = RuleCaseFiles.read(SPEC.resolve("cases"));
    }

    private enum Outcome {
        SPEAKS,
        SILENT,
        UNDETERMINED
    }

    @Test
    void everyRuleSpeaksFromItsFirstDayToItsLast() {
        List<String> wrong = new ArrayList<>();
        TreeMap<Outcome, Integer> firstDays = new TreeMap<>();
        for (RuleIndex.Entry rule : standard.bundle().ruleIndex().rules()) {
            RuleCase failing = cases.stream()
                    .filter(each -> each.fails() && each.rule().equals(rule.id()))
                    .findFirst()
                    .orElseThrow();
            LocalDate from = rule.from();
            if (from != null) {
                // Where a limit or a code was not in force yet, the rule cannot speak; silent it must not be without
                // saying so.
                firstDays.merge(on(failing, from), 1, Integer::sum);
                expect(Outcome.SILENT, failing, from.minusDays(1), wrong);
            }
            LocalDate to = rule.to();
            if (to != null) {
                expect(Outcome.SILENT, failing, to.plusDays(1), wrong);
            }
        }
        assertEquals(List.of(), wrong);
        int rules = standard.bundle().ruleIndex().rules().size();
        assertTrue(firstDays.getOrDefault(Outcome.SPEAKS, 0) > rules * 9 / 10, firstDays::toString);
    }

    /** The shares of the price deduction were raised on 2022-07-01; a tender of the day before is judged by the old ones. */
    @Test
    void limitsChangeOnTheirDay() {
        LocalDate changed = LocalDate.parse("2022-07-01");
        assertEquals(1, limits("smePriceDeductionMin", changed.minusDays(1)).size());
        assertFalse(
                limits("smePriceDeductionMin", changed.minusDays(1)).equals(limits("smePriceDeductionMin", changed)));
    }

    private static List<String> limits(String id, LocalDate day) {
        return standard.bundle().limits().stream()
                .filter(limit -> limit.id().equals(id))
                .flatMap(limit -> limit.values().stream())
                .filter(value -> value.region().isEmpty() && value.inForce(day))
                .map(value -> value.value())
                .toList();
    }

    private static void expect(Outcome expected, RuleCase failing, LocalDate day, List<String> wrong) {
        Outcome outcome = on(failing, day);
        if (outcome != expected) {
            wrong.add(failing.rule() + " " + day + " " + outcome);
        }
    }

    private static Outcome on(RuleCase failing, LocalDate day) {
        DocumentReport report = runner.run(new RuleCase(
                        failing.id(),
                        failing.rule(),
                        true,
                        failing.title(),
                        failing.document(),
                        failing.with(),
                        day,
                        failing.pointer(),
                        failing.message()))
                .judged()
                .get(0)
                .report();
        if (report.findings().stream().anyMatch(finding -> finding.ruleId().equals(failing.rule()))) {
            return Outcome.SPEAKS;
        }
        return report.skipped().stream().anyMatch(skipped -> failing.rule().equals(skipped.ruleId()))
                ? Outcome.UNDETERMINED
                : Outcome.SILENT;
    }
}
