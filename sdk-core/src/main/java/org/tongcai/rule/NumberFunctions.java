package org.tongcai.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Operators and functions on whole numbers and decimals. */
final class NumberFunctions {
    private NumberFunctions() {}

    /** An operation on two decimals. */
    private interface Operation {
        long apply(long x, @Nullable Object xs, long y, @Nullable Object ys, Frame f);
    }

    /** Bits of the signs of a comparison, in their order. */
    private static final int LESS = 1;

    private static final int EQUAL = 2;
    private static final int GREATER = 4;

    static @Nullable Expr whole(Function function, Expr[] args) {
        Expr a = args[0];
        Expr b = args.length > 1 ? args[1] : a;
        return switch (function) {
            case ADD_INT -> exact(f -> Math.addExact(a.eval(f), b.eval(f)));
            case SUB_INT -> exact(f -> Math.subtractExact(a.eval(f), b.eval(f)));
            case MUL_INT -> exact(f -> Math.multiplyExact(a.eval(f), b.eval(f)));
            case NEG_INT -> exact(f -> Math.negateExact(a.eval(f)));
            case DIV_INT ->
                f -> {
                    long x = a.eval(f);
                    long y = divisor(b.eval(f));
                    if (x == Long.MIN_VALUE && y == -1) {
                        throw Undetermined.OVERFLOW;
                    }
                    return x / y;
                };
            case MOD_INT ->
                f -> {
                    long x = a.eval(f);
                    long y = divisor(b.eval(f));
                    if (x == Long.MIN_VALUE && y == -1) {
                        throw Undetermined.OVERFLOW;
                    }
                    return x % y;
                };
            case LT_INT -> (Expr.Test) f -> a.eval(f) < b.eval(f);
            case LE_INT -> (Expr.Test) f -> a.eval(f) <= b.eval(f);
            case GT_INT -> (Expr.Test) f -> a.eval(f) > b.eval(f);
            case GE_INT -> (Expr.Test) f -> a.eval(f) >= b.eval(f);
            case SUM_INT ->
                exact(f -> {
                    a.eval(f);
                    Items items = Lists.items(f.side);
                    long sum = 0;
                    for (int i = 0; i < items.size(); i++) {
                        sum = Math.addExact(sum, items.cell(i));
                    }
                    return sum;
                });
            default -> null;
        };
    }

    private static long divisor(long y) {
        if (y == 0) {
            throw Undetermined.BY_ZERO;
        }
        return y;
    }

    private static Expr exact(Expr expr) {
        return f -> {
            try {
                return expr.eval(f);
            } catch (ArithmeticException e) {
                throw Undetermined.OVERFLOW;
            }
        };
    }

    static @Nullable Expr decimal(Function function, Expr[] args) {
        Expr a = args[0];
        Expr b = args.length > 1 ? args[1] : a;
        return switch (function) {
            case DEC ->
                f -> {
                    long text = a.eval(f);
                    return Decimals.parse(text, f.side, f);
                };
            case DEC_INT -> ofInt(a);
            case ADD_DEC ->
                f -> {
                    long x = a.eval(f);
                    Object xs = f.side;
                    long y = b.eval(f);
                    return Decimals.add(x, xs, y, f.side, f);
                };
            case SUB_DEC ->
                operation(a, b, (x, xs, y, ys, f) -> {
                    long minus = Decimals.negate(y, ys, f);
                    return Decimals.add(x, xs, minus, f.side, f);
                });
            case MUL_DEC -> product(a, b);
            case MUL_DEC_INT -> product(a, ofInt(b));
            case MUL_INT_DEC -> product(ofInt(a), b);
            case DIV_DEC -> operation(a, b, Decimals::divide);
            case DIV_DEC_INT -> operation(a, ofInt(b), Decimals::divide);
            case NEG_DEC ->
                f -> {
                    long x = a.eval(f);
                    return Decimals.negate(x, f.side, f);
                };
            case ABS ->
                f -> {
                    long x = a.eval(f);
                    return Decimals.sign(x, f.side) < 0 ? Decimals.negate(x, f.side, f) : x;
                };
            case ROUND ->
                f -> {
                    long x = a.eval(f);
                    Object xs = f.side;
                    long digits = b.eval(f);
                    return Decimals.round(x, xs, digits, f);
                };
            case MIN_DEC ->
                operation(a, b, (x, xs, y, ys, f) -> pick(Decimals.compare(x, xs, y, ys) <= 0, x, xs, y, ys, f));
            case MAX_DEC ->
                operation(a, b, (x, xs, y, ys, f) -> pick(Decimals.compare(x, xs, y, ys) >= 0, x, xs, y, ys, f));
            case EQ_DEC_INT -> comparison(a, ofInt(b), EQUAL);
            case EQ_INT_DEC -> comparison(ofInt(a), b, EQUAL);
            case NE_DEC_INT -> comparison(a, ofInt(b), LESS | GREATER);
            case NE_INT_DEC -> comparison(ofInt(a), b, LESS | GREATER);
            case LT_DEC -> comparison(a, b, LESS);
            case LE_DEC -> comparison(a, b, LESS | EQUAL);
            case GT_DEC -> comparison(a, b, GREATER);
            case GE_DEC -> comparison(a, b, GREATER | EQUAL);
            case LT_DEC_INT -> comparison(a, ofInt(b), LESS);
            case LE_DEC_INT -> comparison(a, ofInt(b), LESS | EQUAL);
            case GT_DEC_INT -> comparison(a, ofInt(b), GREATER);
            case GE_DEC_INT -> comparison(a, ofInt(b), GREATER | EQUAL);
            default -> null;
        };
    }

    private static Expr ofInt(Expr whole) {
        if (whole instanceof Expr.Constant constant) {
            Frame f = new Frame();
            long cell = Decimals.cell(constant.cell(), f);
            return new Expr.Constant(cell, f.side);
        }
        return f -> Decimals.cell(whole.eval(f), f);
    }

    private static Expr product(Expr a, Expr b) {
        return f -> {
            long x = a.eval(f);
            Object xs = f.side;
            long y = b.eval(f);
            return Decimals.multiply(x, xs, y, f.side, f);
        };
    }

    private static Expr operation(Expr a, Expr b, Operation operation) {
        return f -> {
            long x = a.eval(f);
            Object xs = f.side;
            long y = b.eval(f);
            return operation.apply(x, xs, y, f.side, f);
        };
    }

    /** A comparison that holds where the bit of the sign is among the wanted. */
    private static Expr.Test comparison(Expr a, Expr b, int wanted) {
        if (b instanceof Expr.Constant constant) {
            long y = constant.cell();
            Object ys = constant.constantSide();
            return f -> {
                long x = a.eval(f);
                return (wanted & LESS << 1 + Integer.signum(Decimals.compare(x, f.side, y, ys))) != 0;
            };
        }
        return f -> {
            long x = a.eval(f);
            Object xs = f.side;
            long y = b.eval(f);
            return (wanted & LESS << 1 + Integer.signum(Decimals.compare(x, xs, y, f.side))) != 0;
        };
    }

    private static long pick(boolean first, long x, @Nullable Object xs, long y, @Nullable Object ys, Frame f) {
        f.side = first ? xs : ys;
        return first ? x : y;
    }

    /** Functions on lists of decimals. */
    static @Nullable Expr aggregate(Function function, Expr[] args) {
        Expr list = args[0];
        return switch (function) {
            case SUM ->
                f -> {
                    list.eval(f);
                    return sum(Lists.items(f.side), f);
                };
            case LOWEST -> extreme(list, -1);
            case HIGHEST -> extreme(list, 1);
            case MEAN ->
                f -> {
                    list.eval(f);
                    Items items = filled(f);
                    long sum = sum(items, f);
                    Object side = f.side;
                    return Decimals.divide(sum, side, Decimals.cell(items.size(), f), null, f);
                };
            case MEDIAN ->
                f -> {
                    list.eval(f);
                    return Decimals.cell(median(filled(f)), f);
                };
            default -> null;
        };
    }

    private static Items filled(Frame f) {
        Items items = Lists.items(f.side);
        if (items.size() == 0) {
            throw Undetermined.EMPTY_LIST;
        }
        return items;
    }

    private static long sum(Items items, Frame f) {
        long sum = 0;
        Object side = null;
        for (int i = 0; i < items.size(); i++) {
            sum = Decimals.add(sum, side, items.cell(i), items.side(i), f);
            side = f.side;
        }
        f.side = side;
        return sum;
    }

    private static Expr extreme(Expr list, int wanted) {
        return f -> {
            list.eval(f);
            Items items = filled(f);
            int best = 0;
            for (int i = 1; i < items.size(); i++) {
                if (Decimals.compare(items.cell(i), items.side(i), items.cell(best), items.side(best)) * wanted > 0) {
                    best = i;
                }
            }
            f.side = items.side(best);
            return items.cell(best);
        };
    }

    private static BigDecimal median(Items items) {
        BigDecimal[] sorted = new BigDecimal[items.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = Decimals.big(items.cell(i), items.side(i));
        }
        java.util.Arrays.sort(sorted);
        BigDecimal upper = sorted[sorted.length / 2];
        if (sorted.length % 2 == 1) {
            return upper;
        }
        return sorted[sorted.length / 2 - 1].add(upper).divide(BigDecimal.valueOf(2), java.math.MathContext.DECIMAL128);
    }
}
