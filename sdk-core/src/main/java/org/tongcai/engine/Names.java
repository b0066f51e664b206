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
        chars = new char[n][];
        int size = Integer.highestOneBit(Math.max(4, n * 4 - 1));
        table = new int[size];
        mask = size - 1;
        for (int i = 0; i < n; i++) {
            String word = words.get(i);
            quoted[i] = ('"' + word + '"').getBytes(StandardCharsets.UTF_8);
            int count = (quoted[i].length + 7) / 8;
            byte[] padded = Arrays.copyOf(quoted[i], count * 8);
            words8[i] = new long[count];
            for (int k = 0; k < count; k++) {
                words8[i][k] = (long) LONG.get(padded, k * 8);
            }
            shifts[i] = (count * 8 - quoted[i].length) * 8;
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
        if (place >= quoted.length) {
            return 0;
        }
        int n = quoted[place].length;
        long[] own = words8[place];
        int last = own.length - 1;
        if (p + n > end) {
            return 0;
        }
        if (p + (last + 1) * 8 > in.length) {
            return Arrays.equals(in, p, p + n, quoted[place], 0, n) ? n : 0;
        }
        for (int i = 0; i < last; i++) {
            if ((long) LONG.get(in, p + i * 8) != own[i]) {
                return 0;
            }
        }
        return ((long) LONG.get(in, p + last * 8) ^ own[last]) << shifts[place] == 0 ? n : 0;
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
        for (int slot = slot(hash(text, length)); ; slot = (slot + 1) & mask) {
            int place = table[slot] - 1;
            if (place < 0) {
                return Events.UNKNOWN;
            }
            if (Arrays.equals(text, 0, length, chars[place], 0, chars[place].length)) {
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
