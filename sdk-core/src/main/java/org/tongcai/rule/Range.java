package org.tongcai.rule;

import org.jspecify.annotations.Nullable;

/**
 * A list that is gone through, each item bound to a variable. A list of the document is walked where it lies. The places are
 * {@code for (int at = range.open(f); at >= 0; at = range.next(list, at))} with {@code list} the side after opening.
 */
final class Range {
    private final Expr expr;
    /** The list of a document; null for a computed one. */
    private final @Nullable Path path;

    private final Type item;
    private final int variable;

    Range(Expr expr, Type item, int variable) {
        this.expr = expr;
        this.path = expr instanceof Path.Sequence sequence ? sequence.path() : null;
        this.item = item;
        this.variable = variable;
    }

    int variable() {
        return variable;
    }

    /** The place of the first item, -1 where there is none; what places lie in goes to the side. */
    int open(Frame f) {
        if (path != null) {
            return first(path.cell(f), f);
        }
        expr.eval(f);
        return Lists.items(f.side).size() == 0 ? -1 : 0;
    }

    /** The same, but an absent list has no items. */
    int openIfThere(Frame f) {
        if (path == null) {
            return open(f);
        }
        long list = path.cellOrAbsent(f);
        return list == Facts.ABSENT ? -1 : first(list, f);
    }

    private static int first(long list, Frame f) {
        f.side = f.source;
        return f.source.first((int) list);
    }

    int next(@Nullable Object list, int at) {
        if (list instanceof Facts facts) {
            return facts.next(at);
        }
        return at + 1 < Lists.items(list).size() ? at + 1 : -1;
    }

    void bind(@Nullable Object list, int at, Frame f) {
        if (list instanceof Facts facts) {
            f.cells[variable] = Path.item(facts, facts.value(at), item, f);
            f.sides[variable] = f.side;
        } else {
            Items items = Lists.items(list);
            f.cells[variable] = items.cell(at);
            f.sides[variable] = items.side(at);
        }
    }
}
