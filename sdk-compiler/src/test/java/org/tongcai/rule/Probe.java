package org.tongcai.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.tongcai.Bilingual;
import org.tongcai.Layer;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.RuleDefinition;

/**
 * Looks into the evaluator: the values of {@code when}, every {@code let} and {@code assert} of a rule by themselves, for every element
 * that the rule is judged for, as plain objects of Java. Lives in the evaluator's package, which shows none of this to others.
 */
public final class Probe {
    /** In place of a value that there is not. */
    public record None(String reason) {}

    /** A moment: where on the time line, and in which offset it was written. */
    public record Moment(long millis, int offset) {}

    /** In place of objects, of which only fields are compared. */
    public record Thing() {}

    private static final Thing THING = new Thing();

    private final Tables tables;
    private final Frame f = new Frame();

    public Probe(Bundle bundle) {
        this.tables = new Tables(bundle);
    }

    /**
     * What a rule comes to for one element.
     *
     * @param place number of the element in each list of {@code each}
     * @param references what references led to: {@link Facts}, lists of them, null
     * @param values {@code when}, the names of {@code let}, {@code assert}
     */
    public record Outcome(List<Integer> place, Map<String, Object> references, Map<String, Object> values) {}

    /** A rule for documents of one type. */
    public final class Rule {
        private final RuleDefinition definition;
        private final List<Range> each = new ArrayList<>();
        private final List<Reference> references = new ArrayList<>();
        private final Map<String, Integer> variables = new LinkedHashMap<>();
        private final Map<String, Typed> expressions = new LinkedHashMap<>();
        private final Identity.Header header;
        private final int size;

        Rule(RuleDefinition definition, String documentType) {
            this.definition = definition;
            this.header = tables.identity().header(documentType);
            Expressions compiler = new Expressions(tables.fields(), tables);
            Scope scope = Expressions.scope(tables.identity().struct(documentType));
            definition
                    .parameters()
                    .forEach((name, parameter) -> scope.parameter(name, compiler.compile(literal(parameter), scope)));
            for (RuleDefinition.Each item : definition.each()) {
                Typed list = compiler.compile(item.range(), scope);
                int variable = scope.claim();
                each.add(new Range(list.expr(), list.type().items(), variable));
                scope.name(
                        item.name(),
                        new Typed(
                                Variable.of(variable, list.type().items()),
                                list.type().items()));
            }
            if (definition.on() != null) {
                expressions.put("on", compiler.compile(definition.on(), scope));
            }
            if (definition.when() != null) {
                expressions.put("when", compiler.compile(definition.when(), scope));
            }
            for (RuleDefinition.Reference reference : definition.refs()) {
                Reference made = new Reference(
                        reference,
                        compiler,
                        tables.fields(),
                        tables.identity(),
                        scope,
                        Map.of(),
                        tables.title(reference.type()));
                references.add(made);
                Typed variable = scope.name(Expressions.reference(reference.name()));
                variables.put(reference.name(), ((Variable) variable.expr()).number());
            }
            int number = 0;
            for (RuleDefinition.Let let : definition.let()) {
                Typed value = compiler.compile(let.expr(), scope);
                Typed named = Let.of(value, scope.claim(), number++, value.type());
                expressions.put("let " + let.name(), named);
                scope.name(let.name(), named);
            }
            expressions.put("assert", compiler.compile(definition.assertion(), scope));
            this.size = scope.variables();
        }

        private static Object literal(RuleDefinition.Parameter parameter) {
            return parameter.type().equals("int")
                    ? (Object) Long.parseLong(parameter.value())
                    : List.of("D", parameter.value());
        }

        /** What the rule comes to for every element of a document. */
        public List<Outcome> of(Facts facts, LocalDate day, Resolver resolver) {
            List<Outcome> outcomes = new ArrayList<>();
            f.reserve(size);
            f.document = facts;
            long region = header.region(facts);
            f.regionChars = facts.chars();
            f.regionFrom = Texts.from(region);
            f.regionLength = Texts.length(region);
            f.day = day.toEpochDay();
            Judgement judgement = new Judgement().asOf(day).resolver(resolver);
            judgement.frame.document = facts;
            walk(0, new ArrayList<>(), (place, unused) -> outcomes.add(outcome(place, day, resolver, facts)));
            f.end();
            return outcomes;
        }

        private void walk(int depth, List<Integer> place, BiConsumer<List<Integer>, Object> visitor) {
            if (depth == each.size()) {
                visitor.accept(List.copyOf(place), THING);
                return;
            }
            Range range = each.get(depth);
            int number = 0;
            int at;
            try {
                at = range.openIfThere(f);
            } catch (Undetermined e) {
                return;
            }
            Object list = f.side instanceof Items items ? Lists.kept(items) : f.side;
            for (; at >= 0; at = range.next(list, at)) {
                range.bind(list, at, f);
                place.add(number++);
                walk(depth + 1, place, visitor);
                place.remove(place.size() - 1);
            }
        }

        private Outcome outcome(List<Integer> place, LocalDate day, Resolver resolver, Facts facts) {
            f.start();
            Map<String, Object> values = new LinkedHashMap<>();
            Map<String, Object> found = new LinkedHashMap<>();
            f.day = day.toEpochDay();
            boolean looked = true;
            if (!references.isEmpty()) {
                looked = look(found, resolver, facts);
            }
            for (Map.Entry<String, Typed> expression : expressions.entrySet()) {
                if (looked
                        || expression.getKey().equals("when")
                        || expression.getKey().equals("on")) {
                    f.start();
                    values.put(expression.getKey(), value(expression.getValue(), found));
                }
            }
            return new Outcome(place, found, values);
        }

        private boolean look(Map<String, Object> found, Resolver resolver, Facts facts) {
            Judgement judgement = new Judgement().resolver(resolver);
            judgement.frame.reserve(size);
            Frame other = judgement.frame;
            other.document = facts;
            other.day = f.day;
            System.arraycopy(f.cells, 0, other.cells, 0, size);
            System.arraycopy(f.sides, 0, other.sides, 0, size);
            try {
                for (Reference reference : references) {
                    if (reference.look(judgement, resolver, Silence.SINK) != null) {
                        return false;
                    }
                }
            } catch (Undetermined e) {
                return false;
            }
            variables.forEach((name, variable) -> {
                Object side = other.sides[variable];
                if (side instanceof Items items) {
                    List<Facts> all = new ArrayList<>();
                    for (int i = 0; i < items.size(); i++) {
                        all.add((Facts) items.side(i));
                    }
                    found.put(name, all);
                } else {
                    found.put(name, side);
                }
            });
            return true;
        }

        private Object value(Typed expression, Map<String, Object> found) {
            variables.forEach((name, variable) -> {
                Object side = found.get(name);
                f.cells[variable] = 0;
                if (side instanceof List<?> all) {
                    Items items = f.lasting();
                    all.forEach(one -> items.add(0, one));
                    f.sides[variable] = items;
                } else {
                    f.sides[variable] = side;
                }
            });
            return Probe.this.value(expression, f);
        }

        /** The rule. */
        public RuleDefinition definition() {
            return definition;
        }
    }

    /** A rule for documents of a type. */
    public Rule rule(RuleDefinition definition, String documentType) {
        return new Rule(definition, documentType);
    }

    /** One expression over one document; its only variables are {@code doc} and {@code day}. */
    public Object value(Object json, Facts facts, LocalDate day) {
        Scope scope = Expressions.scope(tables.identity().struct(facts.documentType()));
        Typed typed = new Expressions(tables.fields(), tables).compile(json, scope);
        f.reserve(scope.variables());
        f.start();
        f.document = facts;
        f.day = day.toEpochDay();
        Object value = value(typed, f);
        f.end();
        return value;
    }

    private Object value(Typed typed, Frame frame) {
        try {
            long cell = typed.expr().eval(frame);
            return value(typed.type(), cell, frame.side);
        } catch (Undetermined e) {
            return new None(e.reason().en());
        }
    }

    private static Object value(Type type, long cell, Object side) {
        return switch (type.kind()) {
            case BOOL -> cell != 0;
            case INT -> cell;
            case STRING -> Texts.string(cell, side);
            case DECIMAL -> Decimals.big(cell, side);
            case DATE -> LocalDate.ofEpochDay(cell);
            case DATETIME -> new Moment(Days.millis(cell), Days.offset(cell));
            case OBJECT, NOTHING -> THING;
            case LIST -> {
                Items items = Lists.items(side);
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < items.size(); i++) {
                    values.add(value(type.items(), items.cell(i), items.side(i)));
                }
                yield values;
            }
        };
    }

    /** Hears nothing. */
    private enum Silence implements Sink {
        SINK;

        @Override
        public void holds(RuleDefinition rule) {}

        @Override
        public void fails(RuleDefinition rule, String pointer, Bilingual message, Bilingual fix) {}

        @Override
        public void undetermined(RuleDefinition rule, Bilingual reason) {}

        @Override
        public void skipped(RuleDefinition rule, Bilingual reason) {}

        @Override
        public void skipped(Layer layer, Bilingual reason) {}

        @Override
        public void notFound(String pointer, String documentType, String documentId, String platformCode) {}
    }
}
