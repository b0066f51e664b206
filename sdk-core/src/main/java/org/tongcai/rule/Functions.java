package org.tongcai.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.rule.Type.Kind;

/** Compiles calls of {@link Function}. */
final class Functions {
    private static final Map<String, Function> BY_ID = new HashMap<>();

    static {
        for (Function function : Function.values()) {
            BY_ID.put(function.id(), function);
        }
    }

    private final Tables tables;

    Functions(Tables tables) {
        this.tables = tables;
    }

    /** The function with an id; null for none. */
    static @Nullable Function byId(String id) {
        return BY_ID.get(id);
    }

    /**
     * A call.
     *
     * @throws IllegalArgumentException if the arguments do not fit
     */
    Typed call(Function function, List<Typed> arguments) {
        check(function, arguments);
        Expr[] args = arguments.stream().map(Typed::expr).toArray(Expr[]::new);
        Expr expr = generic(function, arguments, args);
        expr = expr != null ? expr : NumberFunctions.whole(function, args);
        expr = expr != null ? expr : NumberFunctions.decimal(function, args);
        expr = expr != null ? expr : NumberFunctions.aggregate(function, args);
        expr = expr != null ? expr : TextFunctions.of(function, args);
        expr = expr != null ? expr : DayFunctions.days(function, args, tables.calendar());
        expr = expr != null ? expr : DayFunctions.moments(function, args);
        expr = expr != null ? expr : DomainFunctions.codes(function, args, tables);
        expr = expr != null ? expr : DomainFunctions.formulas(function, args, tables);
        if (expr == null) {
            throw new IllegalArgumentException("the evaluator has no function " + function);
        }
        return new Typed(expr, result(function, arguments));
    }

    /** The functions that are the same for every type. */
    private static @Nullable Expr generic(Function function, List<Typed> arguments, Expr[] args) {
        Type first = arguments.get(0).type();
        Type second = arguments.size() > 1 ? arguments.get(1).type() : first;
        return switch (function) {
            case EQ -> Equality.test(first, args[0], second, args[1], true);
            case NE -> Equality.test(first, args[0], second, args[1], false);
            case SIZE_LIST -> Lists.size(args[0]);
            case INDEX -> Lists.index(args[0], args[1], first.items().is(Kind.BOOL));
            case IN -> Lists.in(args[0], args[1], first);
            case ADD_LIST -> Lists.join(args[0], args[1]);
            case DISTINCT -> Lists.distinct(args[0], first.items());
            case SUBSET ->
                Lists.subset(args[0], args[1], first.items().is(Kind.NOTHING) ? second.items() : first.items());
            default -> null;
        };
    }

    private static Type result(Function function, List<Typed> arguments) {
        Type first = arguments.get(0).type();
        return switch (function) {
            case INDEX -> first.items();
            case ADD_LIST -> first.items().is(Kind.NOTHING) ? arguments.get(1).type() : first;
            default -> {
                Type type = Type.named(function.result());
                if (type == null) {
                    throw new IllegalArgumentException("no result type for " + function);
                }
                yield type;
            }
        };
    }

    /** The type checker has looked at all this; a bundle that was put together wrongly must not be evaluated to nonsense. */
    private static void check(Function function, List<Typed> arguments) {
        List<String> wanted = function.arguments();
        boolean fits = wanted.size() == arguments.size();
        for (int i = 0; fits && i < wanted.size(); i++) {
            fits = fits(wanted.get(i), arguments.get(i).type());
        }
        if (!fits) {
            throw new IllegalArgumentException(function.id() + " " + wanted + " with "
                    + arguments.stream().map(Typed::type).toList());
        }
    }

    private static boolean fits(String wanted, Type type) {
        if (wanted.equals("T")) {
            return true;
        }
        if (wanted.startsWith("list(")) {
            return type.is(Kind.LIST)
                    && (type.items().is(Kind.NOTHING)
                            || fits(wanted.substring("list(".length(), wanted.length() - 1), type.items()));
        }
        Type named = Type.named(wanted);
        return named != null && type.is(named.kind());
    }
}
