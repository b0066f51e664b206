package org.tongcai.rule;

/** A compiled expression and its type. */
record Typed(Expr expr, Type type) {
    Typed {
        if (type.is(Type.Kind.BOOL) != expr instanceof Expr.Test) {
            throw new IllegalArgumentException("an expression of type " + type + " is evaluated as another");
        }
    }

    /** As an expression of type bool. */
    Expr.Test test() {
        if (expr instanceof Expr.Test test) {
            return test;
        }
        throw new IllegalArgumentException("bool expected, found " + type);
    }
}
