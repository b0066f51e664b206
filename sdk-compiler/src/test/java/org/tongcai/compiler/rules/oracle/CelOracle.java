package org.tongcai.compiler.rules.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.CelVariableResolver;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.bundle.RuleIndex;
import org.tongcai.bundle.RuleLimit;
import org.tongcai.compiler.rules.CheckedTrees;

/** CEL's own checker and runtime on the rules as written. Not thread-safe. */
final class CelOracle {
    /** In place of a value that there is not. */
    record Error(String message) {}

    private static final Set<StandardFunction> OWN = Set.of(
            StandardFunction.LOGICAL_NOT,
            StandardFunction.NOT_STRICTLY_FALSE,
            StandardFunction.EQUALS,
            StandardFunction.NOT_EQUALS);

    private final CheckedTrees trees;
    private final Values values;
    private final PlainTables tables;
    private final Bindings bindings;
    private final CelRuntime runtime;
    private final Map<String, String> limits = new HashMap<>();

    CelOracle(CheckedTrees trees, Bundle bundle, Path spec) throws IOException {
        this.trees = trees;
        this.values = new Values(trees);
        this.tables = new PlainTables(bundle, spec);
        this.bindings = new Bindings(tables);
        // Of CEL's own functions those that the rule language has as they are; an id of ours may be that of another of
        // CEL's.
        this.runtime = CelRuntimeFactory.legacyCelRuntimeBuilder()
                .setStandardEnvironmentEnabled(false)
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .filterFunctions((function, overload) -> OWN.contains(function))
                        .build())
                .addFunctionBindings(bindings.all())
                .build();
        for (RuleLimit limit : bundle.limits()) {
            limits.put(limit.id(), limit.type());
        }
    }

    Values values() {
        return values;
    }

    /** A checked expression, ready to run. */
    final class Program {
        private final CelRuntime.Program program;

        Program(CelAbstractSyntaxTree tree) {
            try {
                program = runtime.createProgram(tree);
            } catch (CelEvaluationException e) {
                throw new IllegalStateException(e);
            }
        }

        Object eval(CelVariableResolver variables) {
            try {
                Object value = program.eval(variables);
                // A variable without a value: to CEL neither an error nor a value, to the rules no value.
                return value instanceof CelUnknownSet ? new Error("unknown") : value;
            } catch (CelEvaluationException e) {
                return new Error(String.valueOf(e.getMessage()));
            }
        }
    }

    /** A rule as written, for documents of one type. */
    final class Rule {
        private final RuleDefinition definition;
        private final List<Program> each = new ArrayList<>();
        private final Map<String, Program> expressions = new LinkedHashMap<>();

        Rule(RuleIndex.Entry entry, RuleDefinition definition, String documentType) {
            this.definition = definition;
            Map<String, String> variables = new LinkedHashMap<>();
            variables.put("doc", trees.root(documentType));
            Map<String, String> parameters = new HashMap<>();
            definition.parameters().forEach((name, parameter) -> parameters.put(name, parameter.type()));
            Map<String, String> references = new HashMap<>();
            for (RuleDefinition.Reference reference : definition.refs()) {
                String root = trees.root(reference.type());
                references.put(reference.name(), reference.many() ? "list(" + root + ")" : root);
            }
            variables.put("day", "date");
            for (RuleDefinition.Each item : definition.each()) {
                each.add(program(entry.each().get(item.name()), variables, Map.of(), parameters));
                variables.put(item.name(), item.type());
            }
            if (entry.on() != null) {
                expressions.put("on", program(entry.on(), variables, Map.of(), parameters));
            }
            if (entry.when() != null) {
                expressions.put("when", program(entry.when(), variables, Map.of(), parameters));
            }
            for (RuleDefinition.Let let : definition.let()) {
                expressions.put(
                        "let " + let.name(), program(entry.let().get(let.name()), variables, references, parameters));
                variables.put(let.name(), let.type());
            }
            expressions.put("assert", program(entry.assertion(), variables, references, parameters));
        }

        private Program program(
                @Nullable String text,
                Map<String, String> variables,
                Map<String, String> references,
                Map<String, String> parameters) {
            return new Program(
                    trees.check(String.valueOf(text), Map.copyOf(variables), references, parameters, limits));
        }

        /** The values for one element: of {@code when}, the names of {@code let}, {@code assert}. */
        Map<String, Object> of(
                Object document, LocalDate day, String region, List<Integer> place, Map<String, Object> references) {
            bindings.on(day);
            Map<String, Object> known = new HashMap<>();
            known.put("doc", document);
            known.put("day", day);
            Map<String, Object> figures = new HashMap<>();
            definition
                    .parameters()
                    .forEach((name, parameter) -> figures.put(name, figure(parameter.type(), parameter.value())));
            known.put("param", figures);
            Map<String, Object> ofPlace = new HashMap<>();
            limits.keySet().forEach(id -> {
                Object value = tables.limit(id, region, day);
                if (value != null) {
                    ofPlace.put(id, value);
                }
            });
            known.put("limit", ofPlace);
            known.put("refs", references);
            CelVariableResolver resolver = name -> Optional.ofNullable(known.get(name));
            for (int i = 0; i < place.size(); i++) {
                List<?> list = (List<?>) each.get(i).eval(resolver);
                known.put(definition.each().get(i).name(), list.get(place.get(i)));
            }
            Map<String, Object> results = new LinkedHashMap<>();
            expressions.forEach((name, program) -> {
                Object value = program.eval(resolver);
                results.put(name, value);
                if (name.startsWith("let ") && !(value instanceof Error)) {
                    known.put(name.substring(4), value);
                }
            });
            return results;
        }

        /** For how many elements a document is judged. */
        long count(Object document, LocalDate day) {
            bindings.on(day);
            Map<String, Object> known = new HashMap<>(Map.of("doc", document, "day", day));
            return count(0, known);
        }

        private long count(int depth, Map<String, Object> known) {
            if (depth == each.size()) {
                return 1;
            }
            Object list = each.get(depth).eval(name -> Optional.ofNullable(known.get(name)));
            if (list instanceof Error) {
                return 0; // a list that is not there has no elements
            }
            long count = 0;
            for (Object item : (List<?>) list) {
                known.put(definition.each().get(depth).name(), item);
                count += count(depth + 1, known);
            }
            return count;
        }
    }

    private static Object figure(String type, String value) {
        return type.equals("int") ? (Object) Long.parseLong(value) : new Dec(new BigDecimal(value));
    }

    /** A rule. */
    Rule rule(RuleIndex.Entry entry, RuleDefinition definition, String documentType) {
        return new Rule(entry, definition, documentType);
    }

    /** A document of a type. */
    Object document(JsonNode node, String documentType) {
        return values.of(node, trees.root(documentType));
    }

    /** An expression with the variables {@code doc} and {@code day}; null where it cannot be checked. */
    @Nullable
    Program program(CelAbstractSyntaxTree tree) {
        return new Program(tree);
    }

    /** The value of an expression for a document. */
    Object value(Program program, Object document, LocalDate day) {
        bindings.on(day);
        return program.eval(name -> switch (name) {
            case "doc" -> Optional.of(document);
            case "day" -> Optional.of(day);
            default -> Optional.empty();
        });
    }
}
