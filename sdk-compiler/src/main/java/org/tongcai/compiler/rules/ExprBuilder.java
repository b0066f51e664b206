package org.tongcai.compiler.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcai.rule.Function;

/**
 * Turns a checked CEL tree into an {@link Expr}, refusing what the language does not have. One use: {@link #build} either returns the
 * expression or names what is wrong.
 */
final class ExprBuilder {
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?");
    private static final Set<String> OWN = Set.of(Scope.REFERENCES, Scope.PARAMETERS, Scope.LIMITS);

    private final CelAbstractSyntaxTree tree;
    private final Set<String> names;

    /**
     * @param tree checked
     * @param names what variables of macros must not be called
     */
    ExprBuilder(CelAbstractSyntaxTree tree, Set<String> names) {
        this.tree = tree;
        this.names = new HashSet<>(names);
    }

    /** What keeps an expression from being a rule's, and where. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        final transient RuleCheck check;
        final int at;
        final transient Object[] figures;

        Refusal(RuleCheck check, int at, Object... figures) {
            super(check.id(), null, false, false);
            this.check = check;
            this.at = at;
            this.figures = figures;
        }
    }

    Expr build() throws Refusal {
        return build(tree.getExpr());
    }

    private Expr build(CelExpr expr) throws Refusal {
        int at = at(expr);
        String type = type(expr);
        return switch (expr.getKind()) {
            case CONSTANT -> constant(expr.constant(), type, at);
            case IDENT -> {
                String name = expr.ident().name();
                if (OWN.contains(name)) {
                    throw refused(at, "单独的 " + name, name + " by itself");
                }
                if (!names.contains(name)) {
                    throw refused(at, "类型名 " + name, "names of types (" + name + ")");
                }
                yield new Expr.Variable(type, at, name);
            }
            case SELECT -> select(expr.select(), type, at);
            case CALL -> call(expr, type, at);
            case LIST -> new Expr.Items(type, at, all(expr.list().elements()));
            case COMPREHENSION -> comprehension(expr.comprehension(), type, at);
            default -> throw refused(at, "对象和映射", "structs and maps");
        };
    }

    private Expr constant(CelConstant constant, String type, int at) throws Refusal {
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> new Expr.Literal(type, at, constant.booleanValue());
            case INT64_VALUE -> new Expr.Literal(type, at, constant.int64Value());
            case STRING_VALUE -> new Expr.Literal(type, at, constant.stringValue());
            case DOUBLE_VALUE -> throw refused(at, "小数字面量（写 dec('…')）", "literals with a point (write dec('…'))");
            default -> throw refused(at, "这种字面量", "literals of this kind");
        };
    }

    private Expr select(CelExpr.CelSelect select, String type, int at) throws Refusal {
        if (select.operand().getKind() == CelExpr.ExprKind.Kind.IDENT) {
            switch (select.operand().ident().name()) {
                case Scope.REFERENCES -> {
                    return new Expr.Reference(type, at, select.field(), select.testOnly());
                }
                case Scope.PARAMETERS -> {
                    return new Expr.Parameter(type, at, select.field());
                }
                case Scope.LIMITS -> {
                    return new Expr.Limit(type, at, select.field());
                }
                default -> {
                    // a field of a value
                }
            }
        }
        Expr operand = build(select.operand());
        return new Expr.Field(type, at, operand, operand.type(), select.field(), select.testOnly());
    }

    private Expr call(CelExpr expr, String type, int at) throws Refusal {
        CelExpr.CelCall call = expr.call();
        List<CelExpr> written = new ArrayList<>();
        call.target().ifPresent(written::add);
        written.addAll(call.args());
        String logic = Language.LOGIC.get(call.function());
        if (logic != null) {
            return new Expr.Logic(type, at, logic, all(written));
        }
        List<String> overloads = tree.getReference(expr.id())
                .map(CelReference::overloadIds)
                .map(List::copyOf)
                .orElse(List.of());
        Function function = overloads.size() == 1 ? Language.function(overloads.get(0)) : null;
        if (function == null) {
            throw refused(at, "类型不定的值", "values without a fixed type");
        }
        List<Expr> arguments = all(written);
        if ((function == Function.DEC || function == Function.DATE)
                && arguments.get(0) instanceof Expr.Literal literal) {
            return exact(type, at, function, (String) literal.value());
        }
        return new Expr.Call(type, at, function, arguments);
    }

    private static Expr exact(String type, int at, Function function, String text) throws Refusal {
        boolean valid = function == Function.DEC ? DECIMAL.matcher(text).matches() : isDay(text);
        if (!valid) {
            throw new Refusal(RuleCheck.EXPRESSION_LITERAL, at, text, function.symbol());
        }
        return new Expr.Exact(type, at, text);
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** The macros are told from the shape of what they expand to; no other comprehension can be written, and none is taken. */
    private Expr comprehension(CelExpr.CelComprehension loop, String type, int at) throws Refusal {
        if (!loop.iterVar2().isEmpty()) {
            throw refused(at, "两个变量的宏", "macros with two variables");
        }
        String variable = loop.iterVar();
        Expr range = build(loop.iterRange());
        if (!names.add(variable)) {
            throw new Refusal(RuleCheck.NAME, at, variable);
        }
        Expr macro = macro(loop, variable, range, type, at);
        names.remove(variable);
        return macro;
    }

    private Expr macro(CelExpr.CelComprehension loop, String variable, Expr range, String type, int at) throws Refusal {
        CelExpr step = loop.loopStep();
        String start = start(loop.accuInit());
        if (step.getKind() == CelExpr.ExprKind.Kind.CALL) {
            CelExpr.CelCall call = step.call();
            if (start.equals("true") && call.function().equals("_&&_")) {
                return new Expr.Macro(
                        type, at, "all", variable, range, build(call.args().get(1)));
            }
            if (start.equals("false") && call.function().equals("_||_")) {
                return new Expr.Macro(
                        type, at, "exists", variable, range, build(call.args().get(1)));
            }
            if (start.equals("0") && call.function().equals("_?_:_")) {
                return new Expr.Macro(
                        type,
                        at,
                        "exists_one",
                        variable,
                        range,
                        build(call.args().get(0)));
            }
            if (start.equals("[]") && call.function().equals("_?_:_")) {
                Expr condition = build(call.args().get(0));
                Expr filter = new Expr.Macro(range.type(), at, "filter", variable, range, condition);
                Expr added = added(call.args().get(1));
                return added == null || isVariable(added, variable)
                        ? filter
                        : new Expr.Macro(type, at, "map", variable, filter, added);
            }
            Expr added = start.equals("[]") ? added(step) : null;
            if (added != null) {
                return new Expr.Macro(type, at, "map", variable, range, added);
            }
        }
        throw refused(at, "这种循环", "loops of this kind");
    }

    /** What a step {@code accu + [x]} adds. */
    private @Nullable Expr added(CelExpr step) throws Refusal {
        if (step.getKind() == CelExpr.ExprKind.Kind.CALL
                && step.call().function().equals("_+_")
                && step.call().args().get(1).getKind() == CelExpr.ExprKind.Kind.LIST) {
            return build(step.call().args().get(1).list().elements().get(0));
        }
        return null;
    }

    private static boolean isVariable(Expr expr, String name) {
        return expr instanceof Expr.Variable variable && variable.name().equals(name);
    }

    private static String start(CelExpr init) {
        if (init.getKind() == CelExpr.ExprKind.Kind.LIST) {
            return init.list().elements().isEmpty() ? "[]" : "";
        }
        if (init.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            return "";
        }
        return switch (init.constant().getKind()) {
            case BOOLEAN_VALUE -> String.valueOf(init.constant().booleanValue());
            case INT64_VALUE -> String.valueOf(init.constant().int64Value());
            default -> "";
        };
    }

    private List<Expr> all(List<CelExpr> written) throws Refusal {
        List<Expr> all = new ArrayList<>();
        for (CelExpr expr : written) {
            all.add(build(expr));
        }
        return List.copyOf(all);
    }

    private String type(CelExpr expr) throws Refusal {
        String type = tree.getType(expr.id()).map(RuleType::of).orElse("");
        boolean known = type.isEmpty() || !type.contains("dyn");
        if (!known && !isEmptyList(expr)) {
            throw refused(at(expr), "类型不定的值", "values without a fixed type");
        }
        return type;
    }

    private static boolean isEmptyList(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.LIST
                && expr.list().elements().isEmpty();
    }

    private int at(CelExpr expr) {
        Integer position = tree.getSource().getPositionsMap().get(expr.id());
        return position == null ? 0 : position;
    }

    private static Refusal refused(int at, String zh, String en) {
        return new Refusal(RuleCheck.EXPRESSION_BANNED, at, zh, en);
    }
}
