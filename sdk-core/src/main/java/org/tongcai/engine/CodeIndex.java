package org.tongcai.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.CodeList;

/**
 * A code list for asking by characters: an immutable hash table over the distinct codes; a code with several entries (spans of
 * validity) has them side by side.
 */
final class CodeIndex {
    /** Answer of {@link #find}: no such code, ever. */
    static final int ABSENT = -1;

    private final CodeList list;
    private final char[][] codes;
    /** Entries of each code. */
    private final List<List<CodeList.Entry>> spans;
    /** Whether the code is in force on every day, which most are. */
    private final boolean[] always;
    /** Linear probing, at most half full: place + 1, 0 for free. */
    private final int[] table;

    private final int mask;
    /** Shape of every code; null where there is none. */
    private final @Nullable TextPattern shape;

    CodeIndex(CodeList list) {
        this.list = list;
        String pattern = list.coverage().codePattern();
        this.shape = pattern == null ? null : TextPattern.compile(pattern);
        Map<String, List<CodeList.Entry>> grouped = new LinkedHashMap<>();
        for (CodeList.Entry entry : list.entries()) {
            grouped.computeIfAbsent(entry.code(), code -> new ArrayList<>(1)).add(entry);
        }
        int n = grouped.size();
        codes = new char[n][];
        always = new boolean[n];
        spans = new ArrayList<>(n);
        table = new int[Integer.highestOneBit(Math.max(4, n * 4 - 1))];
        mask = table.length - 1;
        int place = 0;
        for (Map.Entry<String, List<CodeList.Entry>> group : grouped.entrySet()) {
            codes[place] = group.getKey().toCharArray();
            spans.add(List.copyOf(group.getValue()));
            always[place] =
                    group.getValue().stream().anyMatch(entry -> entry.validFrom() == null && entry.validTo() == null);
            int slot = slot(Names.hash(codes[place], codes[place].length));
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = ++place;
        }
    }

    CodeList list() {
        return list;
    }

    /** The place of a code, or {@link #ABSENT}. */
    int find(char[] text, int length) {
        for (int slot = slot(Names.hash(text, length)); ; slot = (slot + 1) & mask) {
            int place = table[slot] - 1;
            if (place < 0 || Arrays.equals(codes[place], 0, codes[place].length, text, 0, length)) {
                return place;
            }
        }
    }

    /** Whether the code at {@code place} is in force on every day: then no day need be known. */
    boolean always(int place) {
        return always[place];
    }

    /** Whether the code at {@code place} is in force on {@code day}. */
    boolean inForce(int place, LocalDate day) {
        for (CodeList.Entry entry : spans.get(place)) {
            if (entry.inForce(day)) {
                return true;
            }
        }
        return false;
    }

    /** All spans of the code at {@code place}, in the order of the list. */
    List<CodeList.Entry> spans(int place) {
        return spans.get(place);
    }

    /** Whether a code that is not in the list may exist all the same on {@code day}: the list says itself what it may lack. */
    boolean mayExist(char[] text, int length, LocalDate day) {
        if (shape != null && !shape.matches(text, length)) {
            return false;
        }
        LocalDate until = list.coverage().completeUntil();
        return (until != null && day.isAfter(until))
                || list.coverage().unverified().contains(new String(text, 0, length));
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & mask;
    }
}
