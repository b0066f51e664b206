package org.tongcai.compiler.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tongcai.Severity;
import org.tongcai.compiler.spec.Place;

/** Collects what the checks find. Not thread-safe. */
final class Findings {
    private final List<LintFinding> findings = new ArrayList<>();

    void add(LintCheck check, Place place, Object... figures) {
        add(new LintFinding(
                check.id(), place.file(), place.line(), place.column(), check.severity(), check.message(figures)));
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
