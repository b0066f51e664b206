package org.tongcai.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.tongcai.bundle.BundleException;

/**
 * A fixed set of words, found by bytes or characters without making a string. Immutable. Places are those of the list given; all words
 * are distinct.
 */
final class Names {
    /** The empty set: every member is unknown. */
    static final Names NONE = new Names(List.of());

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final List<String> words;
    /** The same, as they are asked for once a member. */
    private final String[] strings;

    private final Spelling[] quoted;
    /** The words as they end a tag of XML, with {@code >}. */
    private final Spelling[] closed;

    private final char[][] chars;
    /** Open addressing, linear probing, at most half full: place + 1, 0 for free. */
    private final int[] table;

    private final int mask;

    Names(List<String> words) {
        this.words = List.copyOf(words);
        strings = words.toArray(String[]::new);
        int n = words.size();
        quoted = new Spelling[n];
        closed = new Spelling[n];
        chars = new char[n][];
        int size = Integer.highestOneBit(Math.max(4, n * 4 - 1));
        table = new int[size];
        mask = size - 1;
        for (int i = 0; i < n; i++) {
            String word = words.get(i);
            quoted[i] = new Spelling('"' + word + '"');
            closed[i] = new Spelling(word + '>');
            chars[i] = word.toCharArray();
            int slot = slot(hash(chars[i], chars[i].length));
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = i + 1;
        }
    }

    int size() {
        return chars.length;
    }

    String word(int place) {
        return strings[place];
    }

    /** Place of a word that is known to be there; a bundle that names another is damaged. */
    int place(String word) {
        int place = words.indexOf(word);
        if (place < 0) {
            throw new BundleException("no property " + word, null);
        }
        return place;
    }

    List<String> words() {
        return words;
    }

    /** Length of the word in bytes with its quotes where it stands at {@code p}; 0 where another does. */
    int predicted(byte[] in, int p, int end, int place) {
        return place < quoted.length && quoted[place].isAt(in, p, end) ? quoted[place].bytes.length : 0;
    }

    /** Length of the word in bytes where it stands at {@code p} with {@code >} behind it; 0 where something else does. */
    int predictedTag(byte[] in, int p, int end, int place) {
        return place < closed.length && closed[place].isAt(in, p, end) ? closed[place].bytes.length - 1 : 0;
    }

    /** Place of an ASCII word whose hash (31 · h + c) is known; {@link Events#UNKNOWN} where it is not there. */
    int find(byte[] in, int from, int to, int hash) {
        int n = to - from;
        for (int slot = slot(hash); ; slot = (slot + 1) & mask) {
            int place = table[slot] - 1;
            if (place < 0) {
                return Events.UNKNOWN;
            }
            byte[] word = quoted[place].bytes;
            if (word.length == n + 2 && Arrays.equals(in, from, to, word, 1, n + 1)) {
                return place;
            }
        }
    }

    /** Place of a word; {@link Events#UNKNOWN} where it is not there. */
    int find(char[] text, int length) {
        return find(text, 0, length);
    }

    /** Place of the word from {@code from} to {@code to}; {@link Events#UNKNOWN} where it is not there. */
    int find(char[] text, int from, int to) {
        int h = 0;
        for (int i = from; i < to; i++) {
            h = 31 * h + text[i];
        }
        for (int slot = slot(h); ; slot = (slot + 1) & mask) {
            int place = table[slot] - 1;
            if (place < 0) {
                return Events.UNKNOWN;
            }
            if (Arrays.equals(text, from, to, chars[place], 0, chars[place].length)) {
                return place;
            }
        }
    }

    /** Place of a word; {@link Events#UNKNOWN} where it is not there. */
    int find(String text) {
        for (int slot = slot(text.hashCode()); ; slot = (slot + 1) & mask) {
            int place = table[slot] - 1;
            if (place < 0) {
                return Events.UNKNOWN;
            }
            if (strings[place].equals(text)) {
                return place;
            }
        }
    }

    static int hash(char[] text, int length) {
        int h = 0;
        for (int i = 0; i < length; i++) {
            h = 31 * h + text[i];
        }
        return h;
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & mask;
    }

    /** The bytes of a word with what stands around it, compared eight at a time; the last eight may overlap those before. */
    private static final class Spelling {
        private final byte[] bytes;
        private final long head;
        private final long tail;
        /** The bits of {@link #head} that belong to the word; all where it has eight bytes or more. */
        private final long mask;

        Spelling(String text) {
            bytes = text.getBytes(StandardCharsets.UTF_8);
            int n = bytes.length;
            head = (long) LONG.get(Arrays.copyOf(bytes, Math.max(n, 8)), 0);
            tail = n < 8 ? 0 : (long) LONG.get(bytes, n - 8);
            mask = n < 8 ? (1L << n * 8) - 1 : -1;
        }

        /** Whether the word stands at {@code p}. */
        boolean isAt(byte[] in, int p, int end) {
            int n = bytes.length;
            if (p + n > end) {
                return false;
            }
            if (n < 8) {
                return p + 8 <= in.length
                        ? (((long) LONG.get(in, p) ^ head) & mask) == 0
                        : Arrays.equals(in, p, p + n, bytes, 0, n);
            }
            return (long) LONG.get(in, p) == head
                    && (long) LONG.get(in, p + n - 8) == tail
                    && (n <= 16 || Arrays.equals(in, p + 8, p + n - 8, bytes, 8, n - 8));
        }
    }
}
