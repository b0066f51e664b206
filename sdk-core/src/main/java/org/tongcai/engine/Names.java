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
    private final byte[][] quoted;
    /** The quoted words, eight bytes at a time, and how far to shift the last eight to see only what belongs to the word. */
    private final long[][] words8;

    private final int[] shifts;
    /** The words as they end a tag of XML, with {@code >}, likewise. */
    private final byte[][] closed;

    private final long[][] closed8;
    private final int[] closedShifts;
    private final char[][] chars;
    /** Open addressing, linear probing, at most half full: place + 1, 0 for free. */
    private final int[] table;

    private final int mask;

    Names(List<String> words) {
        this.words = List.copyOf(words);
        int n = words.size();
        quoted = new byte[n][];
        words8 = new long[n][];
        shifts = new int[n];
        closed = new byte[n][];
        closed8 = new long[n][];
        closedShifts = new int[n];
        chars = new char[n][];
        int size = Integer.highestOneBit(Math.max(4, n * 4 - 1));
        table = new int[size];
        mask = size - 1;
        for (int i = 0; i < n; i++) {
            String word = words.get(i);
            quoted[i] = ('"' + word + '"').getBytes(StandardCharsets.UTF_8);
            words8[i] = longs(quoted[i]);
            shifts[i] = (words8[i].length * 8 - quoted[i].length) * 8;
            closed[i] = (word + '>').getBytes(StandardCharsets.UTF_8);
            closed8[i] = longs(closed[i]);
            closedShifts[i] = (closed8[i].length * 8 - closed[i].length) * 8;
            chars[i] = word.toCharArray();
            int slot = slot(hash(chars[i], chars[i].length));
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = i + 1;
        }
    }

    private static long[] longs(byte[] bytes) {
        long[] made = new long[(bytes.length + 7) / 8];
        byte[] padded = Arrays.copyOf(bytes, made.length * 8);
        for (int k = 0; k < made.length; k++) {
            made[k] = (long) LONG.get(padded, k * 8);
        }
        return made;
    }

    int size() {
        return chars.length;
    }

    String word(int place) {
        return words.get(place);
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
        return place < quoted.length ? match(in, p, end, quoted[place], words8[place], shifts[place]) : 0;
    }

    /** Length of the word in bytes where it stands at {@code p} with {@code >} behind it; 0 where something else does. */
    int predictedTag(byte[] in, int p, int end, int place) {
        return place < closed.length
                ? Math.max(0, match(in, p, end, closed[place], closed8[place], closedShifts[place]) - 1)
                : 0;
    }

    private static int match(byte[] in, int p, int end, byte[] word, long[] own, int shift) {
        int n = word.length;
        int last = own.length - 1;
        if (p + n > end) {
            return 0;
        }
        if (p + (last + 1) * 8 > in.length) {
            return Arrays.equals(in, p, p + n, word, 0, n) ? n : 0;
        }
        for (int i = 0; i < last; i++) {
            if ((long) LONG.get(in, p + i * 8) != own[i]) {
                return 0;
            }
        }
        return ((long) LONG.get(in, p + last * 8) ^ own[last]) << shift == 0 ? n : 0;
    }

    /** Place of an ASCII word whose hash (31 · h + c) is known; {@link Events#UNKNOWN} where it is not there. */
    int find(byte[] in, int from, int to, int hash) {
        int n = to - from;
        for (int slot = slot(hash); ; slot = (slot + 1) & mask) {
            int place = table[slot] - 1;
            if (place < 0) {
                return Events.UNKNOWN;
            }
            byte[] word = quoted[place];
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
            if (words.get(place).equals(text)) {
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
}
