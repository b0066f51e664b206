package org.tongcai.rule;

import org.tongcai.Bilingual;

/** Evaluates expressions over a document and prints the result, or the reason why there is none. */
final class Calculator {
    private final Sample sample;
    private final Tables tables;
    private final Expressions expressions;
    private final Frame frame = new Frame();

    Calculator(Sample sample) {
        this.sample = sample;
        this.tables = new Tables(sample);
        this.expressions = new Expressions(new Fields(sample, sample.slots), tables);
        frame.document = sample.facts("Notice", "{}");
        frame.day = java.time.LocalDate.parse("2026-03-02").toEpochDay();
    }

    Calculator on(Facts facts) {
        frame.document = facts;
        return this;
    }

    Calculator on(String notice) {
        return on(sample.facts("Notice", notice));
    }

    /** The value as messages print it; {@code !} and the English reason where there is none. */
    String of(String json) {
        Scope scope = Expressions.scope("Notice");
        Typed typed = expressions.compile(Json.read(json), scope);
        frame.reserve(scope.variables());
        try {
            long cell = typed.expr().eval(frame);
            Bilingual text = Printed.of(typed.type(), cell, frame.side, tables, frame.day);
            return text.en();
        } catch (Undetermined e) {
            return "!" + e.reason().en();
        } finally {
            frame.end();
        }
    }
}
