package org.tongcai.rule;

/** A named intermediate value: computed when it is first needed and kept for the judgement, so that one that only messages need costs nothing. */
class Let implements Expr {
    /** As many as there are bits to remember them by. */
    static final int MOST = 64;

    private final Expr expr;
    private final int variable;
    private final long bit;
    private final boolean list;

    private Let(Typed value, int variable, int number) {
        this.expr = value.expr();
        this.variable = variable;
        this.bit = 1L << number;
        this.list = value.type().is(Type.Kind.LIST);
    }

    static Typed of(Typed value, int variable, int number, Type type) {
        if (number >= MOST) {
            throw new IllegalArgumentException("more than " + MOST + " names");
        }
        return new Typed(
                value.type().is(Type.Kind.BOOL) ? new Flag(value, variable, number) : new Let(value, variable, number),
                type);
    }

    @Override
    public long eval(Frame f) {
        if ((f.known & bit) == 0) {
            long cell = expr.eval(f);
            f.sides[variable] = list ? f.keep(Lists.items(f.side)) : f.side;
            f.cells[variable] = cell;
            f.known |= bit;
        }
        f.side = f.sides[variable];
        return f.cells[variable];
    }

    private static final class Flag extends Let implements Expr.Test {
        Flag(Typed value, int variable, int number) {
            super(value, variable, number);
        }

        @Override
        public boolean test(Frame f) {
            return super.eval(f) != 0;
        }

        @Override
        public long eval(Frame f) {
            return super.eval(f);
        }
    }
}
