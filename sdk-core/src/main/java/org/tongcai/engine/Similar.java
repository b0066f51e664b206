package org.tongcai.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.CodeList;

/** Guesses what was meant; only for findings that are kept. */
final class Similar {
    /** Longer words are no typing errors. */
    private static final int MAX_LENGTH = 48;

    private Similar() {}

    /** The closest word; null where none is close. */
    static @Nullable String closest(String word, Iterable<String> words) {
        if (word.length() > MAX_LENGTH) {
            return null;
        }
        int best = Math.max(1, word.length() / 3) + 1;
        String found = null;
        int[] row = new int[word.length() * 2 + 2];
        for (String candidate : words) {
            int difference = Math.abs(candidate.length() - word.length());
            if (difference < best) {
                int distance = distance(word, candidate, best, row);
                if (distance < best) {
                    best = distance;
                    found = candidate;
                }
            }
        }
        return found;
    }

    /** What to add to "is not in the code list": the code of the name that was written, or the closest code; else nothing. */
    static Bilingual code(String text, CodeList list) {
        for (CodeList.Entry entry : list.entries()) {
            if (entry.name().zh().equals(text) || entry.name().en().equalsIgnoreCase(text)) {
                return suggestion(entry.code(), entry.name());
            }
        }
        String code = closest(text, list.entries().stream().map(CodeList.Entry::code)::iterator);
        if (code == null) {
            return Bilingual.EMPTY;
        }
        List<CodeList.Entry> entries = list.entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).code().equals(code)) {
                return suggestion(code, entries.get(i).name());
            }
        }
        return Bilingual.EMPTY;
    }

    private static Bilingual suggestion(String code, Bilingual name) {
        String en = name.en().isEmpty() ? name.zh() : name.en();
        return new Bilingual("；是否应为 " + code + "（" + name.zh() + "）", "; did you mean " + code + " (" + en + ")");
    }

    /** Levenshtein distance, or at least {@code bound} where it is not below. */
    private static int distance(String a, String b, int bound, int[] row) {
        int width = b.length() + 1;
        for (int j = 0; j < width; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int least = i;
            for (int j = 1; j < width; j++) {
                int substituted = diagonal + (same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
                least = Math.min(least, row[j]);
            }
            if (least >= bound) {
                return bound;
            }
        }
        return row[b.length()];
    }

    /** Equal but for the case of ASCII letters. */
    private static boolean same(char a, char b) {
        return a == b || (a | 0x20) == (b | 0x20) && (a | 0x20) >= 'a' && (a | 0x20) <= 'z';
    }
}
