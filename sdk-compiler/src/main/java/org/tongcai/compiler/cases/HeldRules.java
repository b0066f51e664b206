package org.tongcai.compiler.cases;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Layer;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.rule.Facts;
import org.tongcai.rule.Judgement;
import org.tongcai.rule.Resolver;
import org.tongcai.rule.RuleSet;
import org.tongcai.rule.Sink;
import org.tongcai.rule.Tables;

/** Tells which rules a document keeps: that nothing was found does not say that a rule was judged. Not thread-safe. */
final class HeldRules {
    private final Bundle bundle;
    private final Tables tables;
    private final Map<String, RuleSet> ruleSets = new HashMap<>();

    HeldRules(Bundle bundle) {
        this.bundle = bundle;
        this.tables = new Tables(bundle);
    }

    /** Ids of the rules that were in force, concerned the document and hold, for one element at least. */
    Set<String> of(Facts facts, @Nullable LocalDate asOf, Resolver resolver) {
        RuleSet rules = ruleSets.computeIfAbsent(facts.documentType(), type -> RuleSet.of(bundle, type, tables));
        Listener listener = new Listener();
        rules.judge(facts, new Judgement().asOf(asOf).resolver(resolver), listener);
        return listener.held;
    }

    private static final class Listener implements Sink {
        private final Set<String> held = new HashSet<>();

        @Override
        public void holds(RuleDefinition rule) {
            held.add(rule.id());
        }

        @Override
        public void fails(RuleDefinition rule, String pointer, Bilingual message, Bilingual fix) {}

        @Override
        public void undetermined(RuleDefinition rule, Bilingual reason) {}

        @Override
        public void skipped(RuleDefinition rule, Bilingual reason) {}

        @Override
        public void skipped(Layer layer, Bilingual reason) {}

        @Override
        public void notFound(String pointer, String type, String id, @Nullable String platformCode) {}
    }
}
