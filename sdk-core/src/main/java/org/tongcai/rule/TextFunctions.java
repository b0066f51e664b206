package org.tongcai.rule;

import org.jspecify.annotations.Nullable;

/** Operators and functions on texts. */
final class TextFunctions {
    private TextFunctions() {}

    /** A question about two texts. */
    private interface Question {
        boolean test(long x, @Nullable Object xs, long y, @Nullable Object ys);
    }

    static @Nullable Expr of(Function function, Expr[] args) {
        Expr a = args[0];
        Expr b = args.length > 1 ? args[1] : a;
        return switch (function) {
            case ADD_STRING ->
                f -> {
                    long x = a.eval(f);
                    Object xs = f.side;
                    long y = b.eval(f);
                    return Texts.join(x, xs, y, f.side, f);
                };
            case LT_STRING -> ask(a, b, (x, xs, y, ys) -> Texts.compare(x, xs, y, ys) < 0);
            case LE_STRING -> ask(a, b, (x, xs, y, ys) -> Texts.compare(x, xs, y, ys) <= 0);
            case GT_STRING -> ask(a, b, (x, xs, y, ys) -> Texts.compare(x, xs, y, ys) > 0);
            case GE_STRING -> ask(a, b, (x, xs, y, ys) -> Texts.compare(x, xs, y, ys) >= 0);
            case CONTAINS -> ask(a, b, Texts::contains);
            case STARTS_WITH -> ask(a, b, Texts::starts);
            case ENDS_WITH -> ask(a, b, Texts::ends);
            case SIZE_STRING ->
                f -> {
                    long x = a.eval(f);
                    return Texts.size(x, f.side);
                };
            default -> null;
        };
    }

    private static Expr.Test ask(Expr a, Expr b, Question question) {
        return f -> {
            long x = a.eval(f);
            Object xs = f.side;
            long y = b.eval(f);
            return question.test(x, xs, y, f.side);
        };
    }
}
