package org.tongcai.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The document being written, as UTF-8 in one reused buffer. Not thread-safe. */
final class Output {
    private static final int INITIAL = 1 << 13;
    /** Larger buffers are not kept from document to document. */
    private static final int KEPT = 1 << 20;

    private static final byte[] SMALLEST = Long.toString(Long.MIN_VALUE).getBytes(StandardCharsets.US_ASCII);

    byte[] bytes = new byte[INITIAL];
    /** Bytes written. */
    int size;

    private byte[] scratch = {};
    private long[] order = new long[32];
    private int most;

    /** Starts a document of at most so many bytes. */
    void begin(int most) {
        size = 0;
        this.most = most;
    }

    /** Ends it, large buffers given up. */
    void close() {
        size = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[INITIAL];
        }
        if (scratch.length > KEPT) {
            scratch = new byte[0];
        }
    }

    /** Refuses a document that became too large. */
    void requireFit() {
        if (size > most) {
            throw Refusal.TOO_LARGE;
        }
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            requireFit();
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }

    void put(int ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
    }

    void put(byte[] ascii) {
        int n = ascii.length;
        room(n);
        System.arraycopy(ascii, 0, bytes, size, n);
        size += n;
    }

    /** Writes a name or digits: ASCII by the rules of the standard. */
    void put(String ascii) {
        int n = ascii.length();
        room(n);
        for (int i = 0; i < n; i++) {
            bytes[size++] = (byte) ascii.charAt(i);
        }
    }

    /** A line feed and so many levels of two blanks. */
    void line(int depth) {
        int n = 1 + 2 * depth;
        room(n);
        bytes[size] = '\n';
        Arrays.fill(bytes, size + 1, size + n, (byte) ' ');
        size += n;
    }

    void put(long number) {
        if (number == Long.MIN_VALUE) {
            put(SMALLEST);
            return;
        }
        room(20);
        long rest = number;
        if (rest < 0) {
            bytes[size++] = '-';
            rest = -rest;
        }
        int digits = 1;
        for (long power = 10; digits < 19 && rest >= power; power *= 10) {
            digits++;
        }
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    /** Writes a text without unpaired surrogates and control characters. */
    void text(char[] chars, int length, Escapes escapes) {
        room(Math.multiplyExact(length, Escapes.LONGEST));
        byte[] out = bytes;
        boolean[] special = escapes.special;
        int p = size;
        int i = 0;
        while (i < length) {
            char c = chars[i];
            if (c < 0x80) {
                if (!special[c]) {
                    out[p++] = (byte) c;
                } else {
                    byte[] escape = escapes.of(c);
                    System.arraycopy(escape, 0, out, p, escape.length);
                    p += escape.length;
                }
            } else if (c < 0x800) {
                out[p] = (byte) (0xC0 | c >> 6);
                out[p + 1] = (byte) (0x80 | c & 0x3F);
                p += 2;
            } else if ((c & 0xF800) != 0xD800) {
                out[p] = (byte) (0xE0 | c >> 12);
                out[p + 1] = (byte) (0x80 | c >> 6 & 0x3F);
                out[p + 2] = (byte) (0x80 | c & 0x3F);
                p += 3;
            } else {
                int point = Character.toCodePoint(c, chars[++i]);
                out[p] = (byte) (0xF0 | point >> 18);
                out[p + 1] = (byte) (0x80 | point >> 12 & 0x3F);
                out[p + 2] = (byte) (0x80 | point >> 6 & 0x3F);
                out[p + 3] = (byte) (0x80 | point & 0x3F);
                p += 4;
            }
            i++;
        }
        size = p;
    }

    /**
     * Puts segments that stand one after the other up to the end into another order.
     *
     * @param marks pairs: where the segment belongs, where it starts
     */
    void arrange(int[] marks, int from, int to) {
        int start = marks[from + 1];
        int length = size - start;
        if (scratch.length < length) {
            scratch = new byte[Math.max(length, scratch.length * 2)];
        }
        System.arraycopy(bytes, start, scratch, 0, length);
        int count = (to - from) / 2;
        if (order.length < count) {
            order = new long[count * 2];
        }
        for (int i = 0; i < count; i++) {
            order[i] = (long) marks[from + 2 * i] << 32 | i;
        }
        Arrays.sort(order, 0, count);
        int p = start;
        for (int i = 0; i < count; i++) {
            int mark = from + 2 * (int) order[i] + 1;
            int first = marks[mark];
            int n = (mark + 2 < to ? marks[mark + 2] : size) - first;
            System.arraycopy(scratch, first - start, bytes, p, n);
            p += n;
        }
    }
}
