package org.tongcai.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody who mistyped may have meant. */
final class Suggestions {
    static final int MOST = 3;

    private Suggestions() {}

    /** The closest candidates, closest first; those that contain the text count as close. */
    static List<String> of(String text, Collection<String> candidates) {
        String wanted = text.toLowerCase(Locale.ROOT);
        record Scored(String name, int distance) {}
        return candidates.stream()
                .distinct()
                .map(name -> new Scored(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(s -> s.distance() <= Math.max(2, wanted.length() / 3))
                .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
                .limit(MOST)
                .map(Scored::name)
                .toList();
    }

    /** The sentence that offers them; empty for none. */
    static String zh(List<String> names) {
        return names.isEmpty() ? "" : "；是否指 " + String.join("、", names) + "？";
    }

    /** The sentence that offers them; empty for none. */
    static String en(List<String> names) {
        return names.isEmpty() ? "" : "; did you mean " + String.join(", ", names) + "?";
    }

    /** Levenshtein distance; at most 2 where the candidate contains the text. */
    private static int distance(String a, String b) {
        int distance = levenshtein(a, b);
        return a.length() > 2 && b.contains(a) ? Math.min(2, distance) : distance;
    }

    private static int levenshtein(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
