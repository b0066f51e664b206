package org.tongcai.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A set of code points as sorted, disjoint, inclusive ranges {@code low0, high0, low1, high1 …}. Immutable. */
final class Ranges {
    private final int[] bounds;

    private Ranges(int[] bounds) {
        this.bounds = bounds;
    }

    static Ranges of(int codePoint) {
        return new Ranges(new int[] {codePoint, codePoint});
    }

    /** The union of {@code {low, high}} pairs in any order. */
    static Ranges of(List<int[]> pairs) {
        List<int[]> sorted = new ArrayList<>(pairs);
        sorted.sort(Comparator.comparingInt(pair -> pair[0]));
        List<int[]> merged = new ArrayList<>();
        for (int[] pair : sorted) {
            int[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && pair[0] <= last[1] + 1) {
                last[1] = Math.max(last[1], pair[1]);
            } else {
                merged.add(pair.clone());
            }
        }
        return new Ranges(merged.stream().flatMapToInt(java.util.Arrays::stream).toArray());
    }

    /** All other code points. */
    Ranges negated() {
        List<int[]> others = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            if (bounds[i] > next) {
                others.add(new int[] {next, bounds[i] - 1});
            }
            next = bounds[i + 1] + 1;
        }
        if (next <= Character.MAX_CODE_POINT) {
            others.add(new int[] {next, Character.MAX_CODE_POINT});
        }
        return of(others);
    }

    boolean contains(int codePoint) {
        for (int i = 0; i < bounds.length; i += 2) {
            if (codePoint >= bounds[i] && codePoint <= bounds[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Adds the points where membership changes. */
    void edges(java.util.Set<Integer> edges) {
        for (int i = 0; i < bounds.length; i += 2) {
            edges.add(bounds[i]);
            edges.add(bounds[i + 1] + 1);
        }
    }
}
