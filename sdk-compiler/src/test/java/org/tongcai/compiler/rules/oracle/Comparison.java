package org.tongcai.compiler.rules.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.compiler.rules.CheckedTrees;
import org.tongcai.rule.Facts;
import org.tongcai.rule.Probe;
import org.tongcai.rule.Resolver;

/** Holds the evaluator against the oracle, rule by rule and expression by expression. Not thread-safe. */
final class Comparison {
    private static final int SHOWN = 20;

    private final Bundle bundle;
    private final CelOracle oracle;
    private final Probe probe;
    private final CheckedTrees trees;
    private final Map<String, List<Pair>> pairs = new HashMap<>();

    /** What came out differently, the first few. */
    final List<String> differences = new ArrayList<>();

    long compared;
    long errors;
    long evaluated;

    /** A rule on both sides. */
    private record Pair(Probe.Rule ours, CelOracle.Rule theirs) {}

    Comparison(Bundle bundle, CelOracle oracle, CheckedTrees trees) {
        this.bundle = bundle;
        this.oracle = oracle;
        this.trees = trees;
        this.probe = new Probe(bundle);
    }

    private List<Pair> pairs(String documentType) {
        return pairs.computeIfAbsent(
                documentType,
                type -> bundle.rules(type).stream()
                        .map(rule -> new Pair(
                                probe.rule(rule, type),
                                oracle.rule(
                                        java.util.Objects.requireNonNull(
                                                bundle.ruleIndex().rule(rule.id())),
                                        rule,
                                        type)))
                        .toList());
    }

    /** A document and the others that are there for it. */
    static final class Documents {
        final Map<Facts, JsonNode> nodes = new IdentityHashMap<>();
        final Map<Facts, Object> values = new IdentityHashMap<>();
    }

    /** Compares the wanted rules of its type on a document. */
    void document(
            String name,
            JsonNode node,
            Facts facts,
            @Nullable LocalDate asOf,
            Resolver resolver,
            Documents others,
            Predicate<String> wanted) {
        String type = facts.documentType();
        others.nodes.put(facts, node);
        Object document = value(facts, others);
        String issued = node.at("/header/issuedAt").asText("");
        LocalDate day = asOf != null
                ? asOf
                : issued.isEmpty()
                        ? LocalDate.of(2026, 3, 2)
                        : OffsetDateTime.parse(issued).toLocalDate();
        String region = node.at("/header/regionCode").asText("");
        for (Pair pair : pairs(type)) {
            RuleDefinition rule = pair.ours.definition();
            if (!wanted.test(rule.id())) {
                continue;
            }
            List<Probe.Outcome> outcomes = pair.ours.of(facts, day, resolver);
            check(name + " " + rule.id() + " elements", (long) outcomes.size(), pair.theirs.count(document, day));
            for (Probe.Outcome outcome : outcomes) {
                evaluated++;
                Map<String, Object> references = new HashMap<>();
                outcome.references().forEach((key, found) -> {
                    if (found instanceof List<?> list) {
                        references.put(
                                key,
                                list.stream()
                                        .map(one -> value((Facts) one, others))
                                        .toList());
                    } else if (found != null) {
                        references.put(key, value((Facts) found, others));
                    }
                });
                Map<String, Object> theirs = pair.theirs.of(document, day, region, outcome.place(), references);
                outcome.values()
                        .forEach((key, ours) -> check(
                                name + " " + rule.id() + " " + outcome.place() + " " + key, ours, theirs.get(key)));
            }
        }
    }

    private Object value(Facts facts, Documents others) {
        return others.values.computeIfAbsent(
                facts,
                key -> oracle.document(java.util.Objects.requireNonNull(others.nodes.get(key)), key.documentType()));
    }

    /** Compares two results; two errors are alike. */
    void check(String what, Object ours, @Nullable Object theirs) {
        compared++;
        boolean none = ours instanceof Probe.None;
        boolean error = theirs instanceof CelOracle.Error;
        if (none && error) {
            errors++;
        } else if (theirs == null || none || error || !Values.same(ours, theirs)) {
            if (differences.size() < SHOWN) {
                differences.add(what + ": " + ours + ", CEL " + theirs);
            }
        }
    }

    String figures() {
        return compared + " comparisons of " + evaluated + " judgements, " + errors + " of errors with errors, "
                + differences.size() + " differences\n" + String.join("\n", differences);
    }

    Probe probe() {
        return probe;
    }

    CheckedTrees trees() {
        return trees;
    }
}
