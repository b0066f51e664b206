package org.tongcai.lifecycle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.lifecycle.Happening.DocumentName;
import org.tongcai.rule.Facts;
import org.tongcai.rule.Judgement;
import org.tongcai.rule.Resolver;
import org.tongcai.rule.RuleSet;
import org.tongcai.rule.Sink;
import org.tongcai.rule.Tables;

/**
 * Judges guards by the rules of a standard, over documents that a {@link Resolver} finds, as of the day of the event. A document that is
 * not there leaves its guards unjudged. Not thread-safe.
 */
public final class RuleGuards implements Guards {
    private final Bundle bundle;
    private final Tables tables;
    private final Resolver documents;
    private final Map<String, RuleSet> rules = new HashMap<>();
    private final Judgement judgement = new Judgement();

    /**
     * Guards of a standard.
     *
     * @param documents the documents that events name, and those that these refer to; of the same bundle
     */
    public RuleGuards(Bundle bundle, Resolver documents) {
        this.bundle = bundle;
        this.tables = new Tables(bundle);
        this.documents = documents;
    }

    @Override
    public Answer judge(List<String> ids, DocumentName document, Happening happening) {
        Facts facts = documents.find(document.type(), document.id(), null);
        if (facts == null) {
            return new Answer(List.of(), List.of());
        }
        // What no sink hears of holds, or does not concern the document: both let it pass.
        Set<String> judged = new TreeSet<>();
        for (RuleDefinition rule : bundle.rules(document.type())) {
            if (ids.contains(rule.id())) {
                judged.add(rule.id());
            }
        }
        Heard heard = new Heard(judged);
        rules.computeIfAbsent(document.type(), type -> RuleSet.of(bundle, type, tables))
                .judge(facts, judgement.asOf(happening.at().toLocalDate()).resolver(documents), heard);
        return new Answer(heard.findings, List.copyOf(heard.judged));
    }

    /** Hears only of the guards. */
    private static final class Heard implements Sink {
        private final List<Finding> findings = new ArrayList<>();
        private final Set<String> judged;

        Heard(Set<String> judged) {
            this.judged = judged;
        }

        @Override
        public void fails(RuleDefinition rule, String pointer, Bilingual message, Bilingual fix) {
            if (judged.contains(rule.id())) {
                findings.add(new Finding(
                        rule.id(),
                        rule.stage(),
                        rule.severity(),
                        pointer,
                        rule.title(),
                        0,
                        0,
                        -1,
                        null,
                        message,
                        rule.citations().isEmpty() ? null : rule.citations().get(0),
                        fix));
            }
        }

        @Override
        public void undetermined(RuleDefinition rule, Bilingual reason) {
            judged.remove(rule.id());
        }

        @Override
        public void skipped(RuleDefinition rule, Bilingual reason) {
            judged.remove(rule.id());
        }

        @Override
        public void skipped(Layer layer, Bilingual reason) {
            // With a resolver no layer is left out.
        }

        @Override
        public void notFound(String pointer, String documentType, String documentId, @Nullable String platformCode) {
            // The rule that needs the document says so itself.
        }
    }
}
