package org.tongcai.rule;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The state of one evaluation: variables, the day, a pool of lists. Belongs to one thread; reused from document to document. */
final class Frame {
    /** The document that is judged; variable {@code doc}. */
    Facts document = new Facts();
    /** Second half of the value that was computed last; see {@link Expr}. */
    @Nullable
    Object side;
    /** Where the cell that {@link Path#cell} found lies. */
    Facts source = document;
    /** The day whose law decides, in days since 1970-01-01. */
    long day;
    /** Region of the document: place and length in {@link #regionChars}. */
    char[] regionChars = {};

    int regionFrom;
    int regionLength;
    /** Variables. */
    long[] cells = new long[16];

    @Nullable
    Object[] sides = new Object[16];
    /** Which {@code let} variables have been computed, a bit each. */
    long known;

    private Items[] pool = {new Items(), new Items()};
    private int top;

    /** Makes room for a rule with so many variables. */
    void reserve(int variables) {
        if (variables > cells.length) {
            cells = Arrays.copyOf(cells, variables);
            sides = Arrays.copyOf(sides, variables);
        }
    }

    /** An empty list, valid until the next {@link #release} to a mark before it. */
    Items claim() {
        if (top == pool.length) {
            int known = pool.length;
            pool = Arrays.copyOf(pool, known * 2);
            for (int i = known; i < pool.length; i++) {
                pool[i] = new Items();
            }
        }
        Items items = pool[top++];
        items.clear();
        return items;
    }

    int mark() {
        return top;
    }

    void release(int mark) {
        top = mark;
    }

    /** Lets go of the document and everything that refers to it. */
    void end() {
        top = 0;
        side = null;
        Arrays.fill(sides, null);
        for (Items items : pool) {
            items.release();
        }
    }
}
