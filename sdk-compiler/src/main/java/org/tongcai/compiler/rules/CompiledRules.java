package org.tongcai.compiler.rules;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.bundle.RuleIndex;
import org.tongcai.bundle.RuleLimit;
import org.tongcai.bundle.WordingGroup;

/**
 * The rules of a spec, compiled. Immutable. Complete only where there are no errors among the faults.
 *
 * @param rules document type → the rules that apply to it, by id
 * @param index all rules
 * @param slots type → fields that rules read, sorted; a union and its branches have the same
 * @param limits figures that differ by place and year
 * @param wordings groups of wordings
 * @param faults what is wrong with them
 */
public record CompiledRules(
        SortedMap<String, List<RuleDefinition>> rules,
        RuleIndex index,
        SortedMap<String, List<String>> slots,
        List<RuleLimit> limits,
        List<WordingGroup> wordings,
        List<RuleFault> faults) {
    public CompiledRules {
        rules = ordered(rules);
        slots = ordered(slots);
        limits = List.copyOf(limits);
        wordings = List.copyOf(wordings);
        faults = List.copyOf(faults);
    }

    private static <T> SortedMap<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
