package org.tongcai.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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
        frame.day = LocalDate.parse("2026-03-02").toEpochDay();
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
        Object value = evaluate(Json.read(json), true);
        return value instanceof Undetermined none ? "!" + none.reason().en() : String.valueOf(value);
    }

    /** The value as an object of Java, or an {@link Undetermined}. */
    Object value(Object json) {
        return evaluate(json, false);
    }

    private Object evaluate(Object json, boolean print) {
        Scope scope = Expressions.scope("Notice");
        Typed typed = expressions.compile(json, scope);
        frame.reserve(scope.variables());
        frame.start();
        try {
            long cell = typed.expr().eval(frame);
            return print
                    ? Printed.of(typed.type(), cell, frame.side, tables, frame.day)
                            .en()
                    : value(typed.type(), cell);
        } catch (Undetermined e) {
            return e;
        }
    }

    private Object value(Type type, long cell) {
        return switch (type.kind()) {
            case BOOL -> cell != 0;
            case INT -> cell;
            case STRING -> Texts.string(cell, frame.side);
            case DECIMAL -> Decimals.big(cell, frame.side);
            case DATE -> LocalDate.ofEpochDay(cell);
            case DATETIME -> Instant.ofEpochMilli(Days.millis(cell));
            case OBJECT -> cell;
            case NOTHING -> throw new IllegalArgumentException();
            case LIST -> {
                Items items = Lists.items(frame.side);
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < items.size(); i++) {
                    frame.side = items.side(i);
                    values.add(value(type.items(), items.cell(i)));
                }
                yield values;
            }
        };
    }
}
