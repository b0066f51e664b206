package org.tongcai.rule;

import org.jspecify.annotations.Nullable;

/** The five macros. {@code all} and {@code exists} are decided by an item even where another one is in error; the others are not. */
final class Macros {
    private final Expr range;
    /** The list of a document that is walked where it lies; null for a computed one. */
    private final @Nullable Path path;

    private final Type item;
    private final int variable;

    Macros(Expr range, Type item, int variable) {
        this.range = range;
        this.path = range instanceof Path.Sequence sequence ? sequence.path() : null;
        this.item = item;
        this.variable = variable;
    }

    /** Opens the list: the place of its first item, -1 where it is empty; what the place lies in goes to the side. */
    private int open(Frame f) {
        if (path != null) {
            long list = path.cell(f);
            f.side = f.source;
            return f.source.first((int) list);
        }
        range.eval(f);
        return Lists.items(f.side).size() == 0 ? -1 : 0;
    }

    private static int next(@Nullable Object list, int at) {
        if (list instanceof Facts facts) {
            return facts.next(at);
        }
        return at + 1 < Lists.items(list).size() ? at + 1 : -1;
    }

    private void bind(@Nullable Object list, int at, Frame f) {
        if (list instanceof Facts facts) {
            f.cells[variable] = Path.item(facts, facts.value(at), item, f);
            f.sides[variable] = f.side;
        } else {
            Items items = Lists.items(list);
            f.cells[variable] = items.cell(at);
            f.sides[variable] = items.side(at);
        }
    }

    Expr.Test all(Expr.Test body) {
        return f -> search(body, false, f);
    }

    Expr.Test exists(Expr.Test body) {
        return f -> search(body, true, f);
    }

    private boolean search(Expr.Test body, boolean decides, Frame f) {
        int at = open(f);
        Object list = f.side;
        Undetermined error = null;
        int mark = f.mark();
        for (; at >= 0; at = next(list, at)) {
            try {
                bind(list, at, f);
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
            int at = open(f);
            Object list = f.side;
            int found = 0;
            int mark = f.mark();
            for (; at >= 0; at = next(list, at)) {
                bind(list, at, f);
                found += body.test(f) ? 1 : 0;
                f.release(mark);
            }
            return found == 1;
        };
    }

    Expr filter(Expr.Test body) {
        return f -> {
            int at = open(f);
            Object list = f.side;
            Items result = f.claim();
            int mark = f.mark();
            for (; at >= 0; at = next(list, at)) {
                bind(list, at, f);
                if (body.test(f)) {
                    result.add(f.cells[variable], f.sides[variable]);
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
            int at = open(f);
            Object list = f.side;
            Items result = f.claim();
            int mark = f.mark();
            for (; at >= 0; at = next(list, at)) {
                bind(list, at, f);
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
