package org.tongcai.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.CodeList;

/** A code list for asking by characters: an immutable hash table over its codes, with spans of validity as days. */
final class CodeSet {
    /** No official list is deeper; a list that leads back to itself must not hang. */
    private static final int DEEPEST = 32;

    private final Code[] table;
    private final Bilingual title;

    /** One span of validity. */
    private record Span(long from, long to, Bilingual name, char @Nullable [] parent) {
        boolean holds(long day) {
            return day >= from && day <= to;
        }
    }

    private static final class Code {
        private final char[] text;
        private final Span[] spans;
        private final boolean leaf;

        Code(String text, List<CodeList.Entry> entries, boolean leaf) {
            this.text = text.toCharArray();
            this.leaf = leaf;
            this.spans = entries.stream()
                    .map(e -> new Span(
                            day(e.validFrom(), Long.MIN_VALUE),
                            day(e.validTo(), Long.MAX_VALUE),
                            e.name(),
                            e.parent() == null ? null : e.parent().toCharArray()))
                    .toArray(Span[]::new);
        }

        /** The entry in force; the last one where none is. */
        Span on(long day) {
            for (Span span : spans) {
                if (span.holds(day)) {
                    return span;
                }
            }
            return spans[spans.length - 1];
        }
    }

    CodeSet(CodeList list) {
        title = list.title();
        Map<String, List<CodeList.Entry>> grouped = new LinkedHashMap<>();
        Set<String> parents = new HashSet<>();
        for (CodeList.Entry entry : list.entries()) {
            grouped.computeIfAbsent(entry.code(), code -> new ArrayList<>(1)).add(entry);
            if (entry.parent() != null) {
                parents.add(entry.parent());
            }
        }
        table = new Code[Integer.highestOneBit(Math.max(4, grouped.size() * 4 - 1))];
        grouped.forEach((text, entries) -> {
            Code code = new Code(text, entries, !parents.contains(text));
            table[place(code.text.length, code.text)] = code;
        });
    }

    private static long day(@Nullable LocalDate date, long otherwise) {
        return date == null ? otherwise : date.toEpochDay();
    }

    /** Where a code stands, or would. */
    private int place(long cell, @Nullable Object side) {
        int hash = Texts.hash(cell, side);
        int mask = table.length - 1;
        int place = (hash ^ hash >>> 15) & mask;
        for (Code code = table[place]; code != null; code = table[place]) {
            if (Texts.same(cell, side, code.text.length, code.text)) {
                break;
            }
            place = place + 1 & mask;
        }
        return place;
    }

    private @Nullable Code find(long cell, @Nullable Object side) {
        return table[place(cell, side)];
    }

    /** Whether the code is in the list and in force. */
    boolean has(long cell, @Nullable Object side, long day) {
        Code code = find(cell, side);
        return code != null && code.on(day).holds(day);
    }

    /** Whether no other code has it as parent; so it is with a code that the list does not know. */
    boolean isLeaf(long cell, @Nullable Object side) {
        Code code = find(cell, side);
        return code == null || code.leaf;
    }

    /** Whether a code is another one or below it. */
    boolean within(long cell, @Nullable Object side, long ancestor, @Nullable Object ancestorSide, long day) {
        if (Texts.same(cell, side, ancestor, ancestorSide)) {
            return true;
        }
        Code code = find(cell, side);
        for (int depth = 0; code != null && depth < DEEPEST; depth++) {
            char[] parent = code.on(day).parent();
            if (parent == null) {
                return false;
            }
            if (Texts.same(parent.length, parent, ancestor, ancestorSide)) {
                return true;
            }
            code = find(parent.length, parent);
        }
        return false;
    }

    /** The name of a code; null where the list does not know it. */
    @Nullable
    Bilingual name(long cell, @Nullable Object side, long day) {
        Code code = find(cell, side);
        return code == null ? null : code.on(day).name();
    }

    Bilingual title() {
        return title;
    }
}
