package org.tongcai.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first of many wordings in a text, in one pass whatever the wordings (Aho and Corasick, 1975). Immutable.
 */
final class Wordings {
    private final List<String> words;
    /** Of each node: the characters that lead on, sorted, and where to. */
    private final char[][] keys;

    private final int[][] targets;
    /** Of each node: the node of its longest proper suffix, its length, and the longest wording that ends there (-1: none). */
    private final int[] fallback;

    private final int[] depth;
    private final int[] found;

    /** Where one of these is found, there is no wording; null for none. */
    private final @Nullable Wordings exceptions;

    /**
     * A group.
     *
     * @param wordings what to look for
     * @param exceptions what makes the whole group be silent
     */
    Wordings(List<String> wordings, List<String> exceptions) {
        this(wordings, exceptions.isEmpty() ? null : new Wordings(exceptions, (Wordings) null));
    }

    private Wordings(List<String> wordings, @Nullable Wordings exceptions) {
        this.exceptions = exceptions;
        words = wordings.stream().filter(w -> !w.isEmpty()).toList();
        List<TreeMap<Character, Integer>> tree = new ArrayList<>();
        tree.add(new TreeMap<>());
        List<Integer> ends = new ArrayList<>();
        List<Integer> depths = new ArrayList<>(List.of(0));
        for (String word : words) {
            int node = 0;
            for (int i = 0; i < word.length(); i++) {
                Integer next = tree.get(node).get(word.charAt(i));
                if (next == null) {
                    next = tree.size();
                    tree.add(new TreeMap<>());
                    depths.add(i + 1);
                    tree.get(node).put(word.charAt(i), next);
                }
                node = next;
            }
            ends.add(node);
        }
        int nodes = tree.size();
        keys = new char[nodes][];
        targets = new int[nodes][];
        for (int node = 0; node < nodes; node++) {
            StringBuilder letters = new StringBuilder();
            tree.get(node).keySet().forEach(letters::append);
            keys[node] = letters.toString().toCharArray();
            targets[node] =
                    tree.get(node).values().stream().mapToInt(Integer::intValue).toArray();
        }
        depth = depths.stream().mapToInt(Integer::intValue).toArray();
        fallback = new int[nodes];
        found = new int[nodes];
        Arrays.fill(found, -1);
        for (int word = words.size() - 1; word >= 0; word--) {
            found[ends.get(word)] = word;
        }
        link();
    }

    private void link() {
        Deque<Integer> queue = new ArrayDeque<>();
        for (int child : targets[0]) {
            queue.add(child);
        }
        while (!queue.isEmpty()) {
            int node = queue.remove();
            if (found[node] < 0) {
                found[node] = found[fallback[node]];
            }
            for (int i = 0; i < targets[node].length; i++) {
                int child = targets[node][i];
                fallback[child] = step(fallback[node], keys[node][i]);
                queue.add(child);
            }
        }
    }

    private int step(int from, char c) {
        int node = from;
        while (true) {
            int at = Arrays.binarySearch(keys[node], c);
            if (at >= 0) {
                return targets[node][at];
            }
            if (node == 0) {
                return 0;
            }
            node = fallback[node];
        }
    }

    /** The wording that begins first in the text, the longest of those that begin there; "" where there is none. */
    String first(char[] text, int from, int length) {
        int best = -1;
        int start = Integer.MAX_VALUE;
        int node = 0;
        for (int at = from; at < from + length; at++) {
            node = step(node, text[at]);
            int word = found[node];
            if (word >= 0 && at + 1 - words.get(word).length() <= start) {
                best = word;
                start = at + 1 - words.get(word).length();
            }
            if (best >= 0 && at + 1 - depth[node] > start) {
                break;
            }
        }
        if (best < 0
                || exceptions != null && !exceptions.first(text, from, length).isEmpty()) {
            return "";
        }
        return words.get(best);
    }
}
