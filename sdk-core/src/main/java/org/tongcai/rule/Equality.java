package org.tongcai.rule;

import org.jspecify.annotations.Nullable;
import org.tongcai.rule.Type.Kind;

/** When two values of one type are the same: decimals by value, moments on the time line, lists item by item. */
@FunctionalInterface
interface Equality {
    boolean same(long x, @Nullable Object xs, long y, @Nullable Object ys);

    /**
     * The equality of a type.
     *
     * @throws IllegalArgumentException for objects, of which only some fields are noted
     */
    static Equality of(Type type) {
        return switch (type.kind()) {
            case BOOL, INT, DATE -> (x, xs, y, ys) -> x == y;
            case DATETIME -> (x, xs, y, ys) -> x >> Facts.OFFSET_BITS == y >> Facts.OFFSET_BITS;
            case DECIMAL -> (x, xs, y, ys) -> Decimals.compare(x, xs, y, ys) == 0;
            case STRING -> Texts::same;
            case NOTHING -> (x, xs, y, ys) -> false;
            case OBJECT -> throw new IllegalArgumentException("objects are not compared: " + type);
            case LIST -> {
                Equality item = of(type.items());
                yield (x, xs, y, ys) -> lists(Lists.items(xs), Lists.items(ys), item);
            }
        };
    }

    private static boolean lists(Items a, Items b, Equality item) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!item.same(a.cell(i), a.side(i), b.cell(i), b.side(i))) {
                return false;
            }
        }
        return true;
    }

    /** The same number for the same values. */
    static int hash(Type type, long cell, @Nullable Object side) {
        return switch (type.kind()) {
            case STRING -> Texts.hash(cell, side);
            case DECIMAL -> Decimals.hash(cell, side);
            case DATETIME -> Long.hashCode(cell >> Facts.OFFSET_BITS);
            case LIST -> Lists.items(side).size();
            default -> Long.hashCode(cell);
        };
    }

    /** The equality of two expressions; one of them may be an empty list. */
    static Expr.Test test(Type left, Expr a, Type right, Expr b, boolean wanted) {
        Type type = left.is(Kind.LIST) && left.items().is(Kind.NOTHING) ? right : left;
        if (type.is(Kind.INT) || type.is(Kind.DATE) || type.is(Kind.BOOL)) {
            return f -> (a.eval(f) == b.eval(f)) == wanted;
        }
        if (type.is(Kind.STRING)) {
            return a instanceof Expr.Constant text ? text(b, text, wanted) : text(a, b, wanted);
        }
        Equality equality = of(type);
        return f -> {
            long x = a.eval(f);
            Object xs = f.side;
            long y = b.eval(f);
            return equality.same(x, xs, y, f.side) == wanted;
        };
    }

    private static Expr.Test text(Expr a, Expr b, boolean wanted) {
        if (b instanceof Expr.Constant text) {
            return text(a, text, wanted);
        }
        return f -> {
            long x = a.eval(f);
            Object xs = f.side;
            long y = b.eval(f);
            return Texts.same(x, xs, y, f.side) == wanted;
        };
    }

    private static Expr.Test text(Expr a, Expr.Constant constant, boolean wanted) {
        long y = constant.cell();
        Object ys = constant.constantSide();
        if (a instanceof Path.Text field) {
            return f -> {
                long x = field.eval(f);
                return Texts.same(x, f.side, y, ys) == wanted;
            };
        }
        return f -> {
            long x = a.eval(f);
            return Texts.same(x, f.side, y, ys) == wanted;
        };
    }
}
