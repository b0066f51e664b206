package org.tongcai.rule;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The items of a computed list, each a cell and its side. Taken from the pool of a {@link Frame}, so that lists cost no allocation. */
final class Items {
    private long[] cells = new long[16];
    private @Nullable Object[] sides = new Object[16];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    long cell(int i) {
        return cells[i];
    }

    @Nullable
    Object side(int i) {
        return sides[i];
    }

    void add(long cell, @Nullable Object side) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, size * 2);
            sides = Arrays.copyOf(sides, size * 2);
        }
        cells[size] = cell;
        sides[size++] = side;
    }

    void addAll(Items other) {
        for (int i = 0; i < other.size; i++) {
            add(other.cells[i], other.sides[i]);
        }
    }

    /** Lets go of what the items refer to, and of much room. */
    void release() {
        if (size == 0 && sides[0] == null) {
            return;
        }
        size = 0;
        if (cells.length > 1024) {
            cells = new long[16];
            sides = new Object[16];
        } else {
            Arrays.fill(sides, null);
        }
    }
}
