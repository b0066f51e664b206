package org.tongcai.rule;

/** The five macros. {@code all} and {@code exists} are decided by an item even where another one is in error; the others are not. */
final class Macros {
    private final Range range;

    Macros(Range range) {
        this.range = range;
    }

    Expr.Test all(Expr.Test body) {
        return f -> search(body, false, f);
    }

    Expr.Test exists(Expr.Test body) {
        return f -> search(body, true, f);
    }

    private boolean search(Expr.Test body, boolean decides, Frame f) {
        int at = range.open(f);
        Object list = f.side;
        Undetermined error = null;
        int mark = f.mark();
        for (; at >= 0; at = range.next(list, at)) {
            try {
                range.bind(list, at, f);
                if (body.test(f) == decides) {
                    return decides;
                }
            } catch (Undetermined e) {
                error = Logic.first(error, e);
            }
            f.release(mark);
        }
        if (error != null) {
            throw error;
        }
        return !decides;
    }

    Expr.Test existsOne(Expr.Test body) {
        return f -> {
            int at = range.open(f);
            Object list = f.side;
            int found = 0;
            int mark = f.mark();
            for (; at >= 0; at = range.next(list, at)) {
                range.bind(list, at, f);
                found += body.test(f) ? 1 : 0;
                f.release(mark);
            }
            return found == 1;
        };
    }

    Expr filter(Expr.Test body) {
        return f -> {
            int at = range.open(f);
            Object list = f.side;
            Items result = f.claim();
            int mark = f.mark();
            for (; at >= 0; at = range.next(list, at)) {
                range.bind(list, at, f);
                if (body.test(f)) {
                    result.add(f.cells[range.variable()], f.sides[range.variable()]);
                }
                f.release(mark);
            }
            f.side = result;
            return 0;
        };
    }

    Expr map(Expr body, Type mapped) {
        boolean lists = mapped.is(Type.Kind.LIST);
        return f -> {
            int at = range.open(f);
            Object list = f.side;
            Items result = f.claim();
            int mark = f.mark();
            for (; at >= 0; at = range.next(list, at)) {
                range.bind(list, at, f);
                long cell = body.eval(f);
                // What an item refers to must outlive the pool.
                result.add(cell, lists ? Lists.kept(Lists.items(f.side)) : f.side);
                f.release(mark);
            }
            f.side = result;
            return 0;
        };
    }
}
