package org.tongcai.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tongcai.bundle.BundleException;

/**
 * A pattern of the dialect as an automaton: decides in one step a character, without backtracking and without allocation. The pattern
 * is turned into a position automaton (Glushkov), then into a deterministic one; where that would explode, sets of positions are
 * followed instead, still in linear time. Immutable, thread-safe. Works on code points, as JSON Schema and XSD do.
 */
final class TextPattern {
    private static final int MAX_POSITIONS = 20_000;
    /** Transitions of the deterministic automaton; a pattern that needs more is followed by sets. */
    private static final int MAX_CELLS = 1 << 18;

    private final String source;
    /** Class of characters below 128, then the lower edges of classes above. */
    private final byte[] ascii = new byte[128];

    private final int[] edges;
    private final int[] edgeClass;
    private final int classes;

    /**
     * state + class → next state; a state is its number times the length of a row, 0 is dead. Behind the classes of a row stands 1 where
     * the text may end in its state. Null where sets are followed.
     */
    private final int @org.jspecify.annotations.Nullable [] moves;

    private final List<BitSet> follow;
    private final BitSet first;
    private final BitSet last;
    private final boolean empty;
    /** For each class the positions that take it. */
    private final BitSet[] takers;

    private TextPattern(String source, Positions positions, Fragment whole) {
        this.source = source;
        this.first = whole.first;
        this.last = whole.last;
        this.empty = whole.empty;
        this.follow = positions.follow;

        TreeSet<Integer> points = new TreeSet<>(List.of(0));
        positions.sets.forEach(set -> set.edges(points));
        points.remove(Character.MAX_CODE_POINT + 1);
        Map<BitSet, Integer> known = new HashMap<>();
        List<BitSet> byClass = new ArrayList<>();
        edges = points.stream().mapToInt(Integer::intValue).toArray();
        edgeClass = new int[edges.length];
        for (int i = 0; i < edges.length; i++) {
            BitSet taking = new BitSet();
            for (int p = 0; p < positions.sets.size(); p++) {
                if (positions.sets.get(p).contains(edges[i])) {
                    taking.set(p);
                }
            }
            edgeClass[i] = known.computeIfAbsent(taking, key -> {
                byClass.add(key);
                return byClass.size() - 1;
            });
        }
        classes = byClass.size();
        takers = byClass.toArray(BitSet[]::new);
        for (int c = 0; c < 128; c++) {
            // Classes of ASCII fit into a byte, because there are at most 128 of them there, numbered from the lowest
            // edge.
            ascii[c] = (byte) edgeClass[edge(c)];
        }

        this.moves = determine();
    }

    static TextPattern compile(String source) {
        Positions positions = new Positions(source);
        Fragment whole = positions.build(PatternSyntax.parse(source));
        return new TextPattern(source, positions, whole);
    }

    String source() {
        return source;
    }

    /** Whether the whole of the first {@code length} characters matches. */
    boolean matches(char[] text, int length) {
        int[] table = moves;
        if (table == null) {
            return follows(text, length);
        }
        int state = classes + 1;
        byte[] low = ascii;
        for (int i = 0; i < length; i++) {
            char c = text[i];
            int kind;
            if (c < 128) {
                kind = low[c];
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text[i + 1])) {
                kind = edgeClass[edge(Character.toCodePoint(c, text[++i]))];
            } else {
                kind = edgeClass[edge(c)];
            }
            state = table[state + kind];
            if (state == 0) {
                return false;
            }
        }
        return table[state + classes] != 0;
    }

    private boolean follows(char[] text, int length) {
        if (length == 0) {
            return empty;
        }
        BitSet now = new BitSet();
        BitSet next = new BitSet();
        int i = 0;
        while (i < length) {
            int c = Character.codePointAt(text, i, length);
            next.clear();
            if (i == 0) {
                next.or(first);
            } else {
                for (int p = now.nextSetBit(0); p >= 0; p = now.nextSetBit(p + 1)) {
                    next.or(follow.get(p));
                }
            }
            next.and(takers[edgeClass[edge(c)]]);
            if (next.isEmpty()) {
                return false;
            }
            BitSet swap = now;
            now = next;
            next = swap;
            i += Character.charCount(c);
        }
        return now.intersects(last);
    }

    private int edge(int codePoint) {
        int found = Arrays.binarySearch(edges, codePoint);
        return found >= 0 ? found : -found - 2;
    }

    /** Subset construction; null where it grows too large. State 0 is dead, state 1 the start. */
    private int @org.jspecify.annotations.Nullable [] determine() {
        List<BitSet> states = new ArrayList<>();
        Map<BitSet, Integer> known = new HashMap<>();
        BitSet dead = new BitSet();
        BitSet start = new BitSet();
        states.add(dead);
        states.add(start);
        known.put(dead, 0);
        List<int[]> rows = new ArrayList<>();
        rows.add(new int[classes + 1]);
        for (int s = 1; s < states.size(); s++) {
            BitSet reach = new BitSet();
            if (s == 1) {
                reach.or(first);
            } else {
                BitSet here = states.get(s);
                for (int p = here.nextSetBit(0); p >= 0; p = here.nextSetBit(p + 1)) {
                    reach.or(follow.get(p));
                }
            }
            int[] row = new int[classes + 1];
            row[classes] = (s == 1 ? empty : states.get(s).intersects(last)) ? 1 : 0;
            for (int c = 0; c < classes; c++) {
                BitSet target = (BitSet) reach.clone();
                target.and(takers[c]);
                Integer state = known.get(target);
                if (state == null) {
                    state = states.size();
                    known.put(target, state);
                    states.add(target);
                }
                row[c] = state * row.length;
            }
            rows.add(row);
            if ((long) states.size() * classes > MAX_CELLS) {
                return null;
            }
        }
        return rows.stream().flatMapToInt(Arrays::stream).toArray();
    }

    /** Part of the position automaton: where it may begin and end, and whether it may be nothing at all. */
    private record Fragment(BitSet first, BitSet last, boolean empty) {}

    /** Collects positions and what may follow each. */
    private static final class Positions {
        private final String source;
        final List<Ranges> sets = new ArrayList<>();
        final List<BitSet> follow = new ArrayList<>();

        Positions(String source) {
            this.source = source;
        }

        Fragment build(PatternSyntax.Part part) {
            if (part instanceof PatternSyntax.Part.One one) {
                if (sets.size() >= MAX_POSITIONS) {
                    throw new BundleException("pattern is too large: " + source, null);
                }
                BitSet here = new BitSet();
                here.set(sets.size());
                sets.add(one.set());
                follow.add(new BitSet());
                return new Fragment(here, here, false);
            }
            if (part instanceof PatternSyntax.Part.Chain chain) {
                Fragment all = new Fragment(new BitSet(), new BitSet(), true);
                for (PatternSyntax.Part each : chain.parts()) {
                    all = chain(all, build(each));
                }
                return all;
            }
            if (part instanceof PatternSyntax.Part.Choice choice) {
                BitSet first = new BitSet();
                BitSet last = new BitSet();
                boolean empty = false;
                for (PatternSyntax.Part each : choice.parts()) {
                    Fragment branch = build(each);
                    first.or(branch.first);
                    last.or(branch.last);
                    empty |= branch.empty;
                }
                return new Fragment(first, last, empty);
            }
            PatternSyntax.Part.Times times = (PatternSyntax.Part.Times) part;
            Fragment all = new Fragment(new BitSet(), new BitSet(), true);
            for (int i = 0; i < times.least(); i++) {
                Fragment once = build(times.part());
                all = chain(all, times.most() < 0 && i == times.least() - 1 ? loop(once) : once);
            }
            if (times.most() < 0 && times.least() == 0) {
                Fragment once = loop(build(times.part()));
                all = new Fragment(once.first, once.last, true);
            }
            for (int i = times.least(); i < times.most(); i++) {
                Fragment once = build(times.part());
                all = chain(all, new Fragment(once.first, once.last, true));
            }
            return all;
        }

        private Fragment chain(Fragment a, Fragment b) {
            link(a.last, b.first);
            BitSet first = (BitSet) a.first.clone();
            if (a.empty) {
                first.or(b.first);
            }
            BitSet last = (BitSet) b.last.clone();
            if (b.empty) {
                last.or(a.last);
            }
            return new Fragment(first, last, a.empty && b.empty);
        }

        private Fragment loop(Fragment a) {
            link(a.last, a.first);
            return a;
        }

        private void link(BitSet from, BitSet to) {
            for (int p = from.nextSetBit(0); p >= 0; p = from.nextSetBit(p + 1)) {
                follow.get(p).or(to);
            }
        }
    }
}
