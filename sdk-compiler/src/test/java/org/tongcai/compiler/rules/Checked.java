package org.tongcai.compiler.rules;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.compiler.MiniSpec;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Place;
import org.tongcai.compiler.spec.Spec;

/** One expression against the award notice of the mini standard, with a parameter, a limit and an optional reference to a contract. */
final class Checked {
    private static final Spec SPEC = MiniSpec.read();

    private final Faults faults = new Faults();
    private final Scope scope;
    private final Guards guards;
    private final @Nullable Expr expr;

    private Checked(String expression, Map<String, String> lets) {
        scope = new Scope(
                new Schema(SPEC),
                new SourceText("\"" + expression + "\""),
                faults,
                Map.of("least", RuleType.INT, "share", RuleType.DECIMAL),
                Map.of("ceiling", RuleType.DECIMAL));
        scope.variable("doc", "AwardNotice");
        scope.variable("day", RuleType.DATE);
        scope.reference("contract", "Contract");
        guards = new Guards(scope, Set.of("contract"));
        CodeUse codes = new CodeUse(scope, new CodeUse.Known(SPEC, Set.of("D01")));
        lets.forEach((name, text) -> {
            Expr value = scope.check(text(text), null);
            if (value != null) {
                codes.variable(name, codes.check(text(text), value));
                guards.let(name, value);
                scope.variable(name, value.type());
            }
        });
        expr = scope.check(text(expression), null);
        if (expr != null) {
            guards.check(text(expression), expr, new HashSet<>());
            codes.check(text(expression), expr);
        }
    }

    static Checked of(String expression) {
        return new Checked(expression, Map.of());
    }

    /** With values that have names: {@code name, expression, name, expression …}. */
    static Checked of(String expression, String... lets) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < lets.length; i += 2) {
            named.put(lets[i], lets[i + 1]);
        }
        return new Checked(expression, named);
    }

    private static Json.Text text(String expression) {
        return new Json.Text(new Place("rules.json", 1, 1), expression);
    }

    /** Ids and figures of what is wrong, {@code rule.unguarded@17}: columns as in the file. */
    List<String> faults() {
        return faults.all().stream()
                .map(fault -> fault.id() + "@" + fault.place().column())
                .toList();
    }

    /** The first message in English. */
    String message() {
        return faults.all().get(0).message().en();
    }

    /** As the bundle writes it. */
    String tree() {
        if (expr == null) {
            throw new AssertionError(faults.all());
        }
        return ExprTree.of(expr).toString();
    }

    String type() {
        if (expr == null) {
            throw new AssertionError(faults.all());
        }
        return expr.type();
    }
}
