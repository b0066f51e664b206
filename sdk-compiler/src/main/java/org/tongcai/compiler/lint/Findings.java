package org.tongcai.compiler.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tongcai.Severity;
import org.tongcai.compiler.rules.RuleFault;
import org.tongcai.compiler.spec.Place;
import org.tongcai.compiler.spec.SpecProblem;

/** Collects what the checks find. Not thread-safe. */
final class Findings {
    private final List<LintFinding> findings = new ArrayList<>();

    void add(LintCheck check, Place place, Object... figures) {
        add(new LintFinding(
                check.id(), place.file(), place.line(), place.column(), check.severity(), check.message(figures)));
    }

    /** What kept a file from being understood: always an error. */
    void add(SpecProblem problem) {
        Place place = problem.place();
        add(new LintFinding(
                problem.id(), place.file(), place.line(), place.column(), Severity.ERROR, problem.message()));
    }

    /** What is wrong with the rules. */
    void add(RuleFault fault) {
        Place place = fault.place();
        add(new LintFinding(fault.id(), place.file(), place.line(), place.column(), fault.severity(), fault.message()));
    }

    void add(LintFinding finding) {
        findings.add(finding);
    }

    boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** By file, line, column and id. */
    List<LintFinding> sorted() {
        return findings.stream()
                .distinct()
                .sorted(Comparator.comparing(LintFinding::file)
                        .thenComparingInt(LintFinding::line)
                        .thenComparingInt(LintFinding::column)
                        .thenComparing(LintFinding::id))
                .toList();
    }
}
