package org.tongcai.benchmarks;

import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Layer;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.rule.Sink;

/** Counts the rules that hold, so that judging them is not for nothing. */
final class Count implements Sink {
    int held;

    @Override
    public void holds(RuleDefinition rule) {
        held++;
    }

    @Override
    public void fails(RuleDefinition rule, String pointer, Bilingual message, Bilingual fix) {
        throw new IllegalStateException(rule.id() + ": " + message.en());
    }

    @Override
    public void undetermined(RuleDefinition rule, Bilingual reason) {}

    @Override
    public void skipped(RuleDefinition rule, Bilingual reason) {}

    @Override
    public void skipped(Layer layer, Bilingual reason) {}

    @Override
    public void notFound(String pointer, String type, String id, @Nullable String platformCode) {}
}
