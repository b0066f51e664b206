package org.tongcai.compiler.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongcai.compiler.spec.Json;

/**
 * Follows what is known to be there through the expressions of one rule: a field that may be absent is read only where {@code has(...)} of
 * it is known to hold. Knowledge is a set of paths as {@link ExprTree} writes them; {@link #EVERY} marks what is known of every element of
 * a list. Not thread-safe.
 */
final class Guards {
    private static final String EVERY = "every ";
    private static final String ELEMENT = "[v, *]";

    private final Scope scope;
    private final Set<String> optionalReferences;
    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, Expr> truths = new HashMap<>();

    Guards(Scope scope, Set<String> optionalReferences) {
        this.scope = scope;
        this.optionalReferences = optionalReferences;
    }

    /** Makes a name of {@code let} known: a path keeps its guards, and a truth value is as good as what it stands for. */
    void let(String name, Expr expr) {
        if (isPath(expr)) {
            paths.put(name, key(expr));
        } else if (expr.type().equals(RuleType.BOOL)) {
            truths.put(name, expr);
        }
    }

    /** What is known where the elements of a list are gone through: that the list and all on the way to it is there. */
    Set<String> spine(Expr range) {
        Set<String> known = new TreeSet<>();
        Expr at = range;
        while (at instanceof Expr.Field || at instanceof Expr.Macro) {
            if (at instanceof Expr.Field field) {
                known.add(key(field));
                at = field.operand();
            } else {
                at = ((Expr.Macro) at).range();
            }
        }
        return known;
    }

    /** Reports every read of what may be absent. */
    void check(Json.Text text, Expr expr, Set<String> known) {
        if (expr instanceof Expr.Field field) {
            check(text, field.operand(), known);
            read(text, field, known);
        } else if (expr instanceof Expr.Reference reference) {
            if (!reference.test() && optionalReferences.contains(reference.name()) && !known.contains(key(reference))) {
                scope.faults().add(RuleCheck.UNGUARDED, scope.place(text, reference.at()), "refs." + reference.name());
            }
        } else if (expr instanceof Expr.Items items) {
            items.items().forEach(item -> check(text, item, known));
        } else if (expr instanceof Expr.Call call) {
            call.arguments().forEach(argument -> check(text, argument, known));
        } else if (expr instanceof Expr.Logic logic) {
            logic(text, logic.operator(), logic.operands(), known);
        } else if (expr instanceof Expr.Macro macro) {
            check(text, macro.range(), known);
            check(text, macro.body(), inside(macro, known));
        }
    }

    private void read(Json.Text text, Expr.Field field, Set<String> known) {
        Schema.Field declared = scope.schema().field(field.struct(), field.name());
        if (field.test() || declared == null) {
            return;
        }
        if (declared.conflict()) {
            scope.faults().add(RuleCheck.CONFLICT, scope.place(text, field.at()), written(field), declared.type());
        } else if (!declared.required() && !known.contains(key(field))) {
            scope.faults().add(RuleCheck.UNGUARDED, scope.place(text, field.at()), written(field));
        }
    }

    private void logic(Json.Text text, String operator, List<Expr> operands, Set<String> known) {
        check(text, operands.get(0), known);
        switch (operator) {
            case "&&" -> check(text, operands.get(1), with(known, implied(operands.get(0), true)));
            case "||" -> check(text, operands.get(1), with(known, implied(operands.get(0), false)));
            case "?" -> {
                check(text, operands.get(1), with(known, implied(operands.get(0), true)));
                check(text, operands.get(2), with(known, implied(operands.get(0), false)));
            }
            default -> {
                // negation has one operand
            }
        }
    }

    /** What is there where the expression has this outcome. */
    Set<String> implied(Expr expr, boolean outcome) {
        if (expr instanceof Expr.Field field) {
            return field.test() && outcome ? Set.of(key(field)) : Set.of();
        } else if (expr instanceof Expr.Reference reference) {
            return reference.test() && outcome ? Set.of(key(reference)) : Set.of();
        } else if (expr instanceof Expr.Variable variable) {
            Expr truth = truths.get(variable.name());
            return truth == null ? Set.of() : implied(truth, outcome);
        } else if (expr instanceof Expr.Logic logic) {
            return implied(logic.operator(), logic.operands(), outcome);
        } else if (expr instanceof Expr.Macro macro
                && (macro.kind().equals("all") && outcome || macro.kind().equals("exists") && !outcome)) {
            Set<String> every = new HashSet<>();
            String range = key(macro.range());
            for (String fact : implied(macro.body(), outcome)) {
                every.add(EVERY + range + " " + fact.replace(variable(macro.variable()), ELEMENT));
            }
            return every;
        }
        return Set.of();
    }

    private Set<String> implied(String operator, List<Expr> operands, boolean outcome) {
        return switch (operator) {
            case "!" -> implied(operands.get(0), !outcome);
            case "&&", "||" -> {
                Set<String> first = implied(operands.get(0), outcome);
                Set<String> second = implied(operands.get(1), outcome);
                yield operator.equals("&&") == outcome ? with(first, second) : common(first, second);
            }
            default -> {
                Set<String> then = branch(operands, 1, outcome);
                Set<String> otherwise = branch(operands, 2, outcome);
                yield then == null || otherwise == null
                        ? (then == null ? (otherwise == null ? Set.of() : otherwise) : then)
                        : common(then, otherwise);
            }
        };
    }

    /** What is there where this branch was taken with this outcome; null where that cannot be. */
    private @Nullable Set<String> branch(List<Expr> operands, int index, boolean outcome) {
        Expr branch = operands.get(index);
        if (branch instanceof Expr.Literal literal && !literal.value().equals(outcome)) {
            return null;
        }
        return with(implied(operands.get(0), index == 1), implied(branch, outcome));
    }

    /** What is known within a macro: nothing of an outer variable of the same name, but what is known of every element. */
    private Set<String> inside(Expr.Macro macro, Set<String> known) {
        String variable = variable(macro.variable());
        Set<String> inside = new HashSet<>(known);
        inside.removeIf(fact -> fact.contains(variable));
        inside.addAll(ofElements(macro.range(), variable, known));
        return inside;
    }

    private Set<String> ofElements(Expr range, String variable, Set<String> known) {
        Set<String> facts = new HashSet<>();
        String prefix = EVERY + key(range) + " ";
        for (String fact : known) {
            if (fact.startsWith(prefix)) {
                facts.add(fact.substring(prefix.length()).replace(ELEMENT, variable));
            }
        }
        if (range instanceof Expr.Macro filter && filter.kind().equals("filter")) {
            String inner = variable(filter.variable());
            implied(filter.body(), true).forEach(fact -> facts.add(fact.replace(inner, variable)));
            facts.addAll(ofElements(filter.range(), variable, known));
        }
        return facts;
    }

    private static String variable(String name) {
        return "[v, " + name + "]";
    }

    private static boolean isPath(Expr expr) {
        return expr instanceof Expr.Variable
                || expr instanceof Expr.Reference reference && !reference.test()
                || expr instanceof Expr.Field field && !field.test() && isPath(field.operand());
    }

    /** The path by which a value is known; names of {@code let} that stand for a path are that path. */
    private String key(Expr expr) {
        if (expr instanceof Expr.Variable variable) {
            return paths.getOrDefault(variable.name(), variable(variable.name()));
        } else if (expr instanceof Expr.Field field) {
            return key(field.operand()) + "." + field.name();
        } else if (expr instanceof Expr.Reference reference) {
            return "refs." + reference.name();
        } else if (expr instanceof Expr.Macro macro) {
            return macro.kind() + "(" + key(macro.range()) + ", " + macro.variable() + ", " + ExprTree.of(macro.body())
                    + ")";
        }
        return ExprTree.of(expr).toString();
    }

    /** As the author would write it. */
    static String written(Expr expr) {
        if (expr instanceof Expr.Variable variable) {
            return variable.name();
        } else if (expr instanceof Expr.Field field) {
            return written(field.operand()) + "." + field.name();
        } else if (expr instanceof Expr.Reference reference) {
            return "refs." + reference.name();
        }
        return "(…)";
    }

    private static Set<String> with(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    private static Set<String> common(Set<String> some, Set<String> other) {
        Set<String> common = new HashSet<>(some);
        common.retainAll(other);
        return common;
    }
}
