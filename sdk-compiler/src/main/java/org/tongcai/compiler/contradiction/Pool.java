package org.tongcai.compiler.contradiction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.compiler.cases.RuleCase;

/** The documents of one type that were judged, and which of them keep which rules. Not thread-safe. */
final class Pool {
    private final Map<Candidate, Verdicts.Verdict> all = new LinkedHashMap<>();
    private final Map<String, List<Candidate>> witnesses = new HashMap<>();
    private final Map<String, Set<String>> together = new HashMap<>();

    void add(Candidate candidate, Verdicts.@Nullable Verdict verdict) {
        if (verdict == null || all.put(candidate, verdict) != null || !verdict.accepted()) {
            return;
        }
        for (String rule : verdict.held()) {
            witnesses.computeIfAbsent(rule, id -> new ArrayList<>()).add(candidate);
            together.computeIfAbsent(rule, id -> new HashSet<>()).addAll(verdict.held());
        }
    }

    Map<Candidate, Verdicts.Verdict> all() {
        return all;
    }

    /** Documents accepted as a whole that the rule concerns. */
    List<Candidate> witnesses(String rule) {
        return witnesses.getOrDefault(rule, List.of());
    }

    /** Whether an accepted document keeps both rules. */
    boolean areTogether(String one, String other) {
        return together.getOrDefault(one, Set.of()).contains(other);
    }

    /** Cases whose documents are witnesses of a rule, first those that are about it. */
    List<RuleCase> cases(String rule, int most) {
        Set<RuleCase> own = new LinkedHashSet<>();
        Set<RuleCase> others = new LinkedHashSet<>();
        for (Candidate candidate : witnesses(rule)) {
            if (candidate.cases().size() == 1) {
                RuleCase only = candidate.cases().get(0);
                (only.rule().equals(rule) ? own : others).add(only);
            }
        }
        own.addAll(others);
        return own.stream().limit(most).toList();
    }
}
