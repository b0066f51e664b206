package org.tongcai.compiler.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tongcai.Severity;
import org.tongcai.compiler.spec.Place;

/** Collects faults, each once: a rule for several document types has most of its faults in all of them. Not thread-safe. */
final class Faults {
    private final Set<RuleFault> faults = new LinkedHashSet<>();

    void add(RuleCheck check, Place place, Object... figures) {
        faults.add(new RuleFault(check.id(), place, check.severity(), check.message(figures)));
    }

    void add(RuleFault fault) {
        faults.add(fault);
    }

    /** How many errors there are by now: to learn whether something has added one. */
    long errors() {
        return faults.stream()
                .filter(fault -> fault.severity() == Severity.ERROR)
                .count();
    }

    List<RuleFault> all() {
        return List.copyOf(faults);
    }
}
