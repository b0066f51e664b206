package org.tongcai.rule;

/** A compiled expression and its type. */
record Typed(Expr expr, Type type) {
    /** As an expression of type bool. */
    Expr.Test test() {
        if (type.is(Type.Kind.BOOL) && expr instanceof Expr.Test test) {
            return test;
        }
        throw new IllegalArgumentException("bool expected, found " + type);
    }
}
