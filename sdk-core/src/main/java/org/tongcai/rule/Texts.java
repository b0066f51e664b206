package org.tongcai.rule;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts as stretches of an array of characters, without strings: the cell has place and length, the side is the array. */
final class Texts {
    private Texts() {}

    static int from(long cell) {
        return (int) (cell >>> 32);
    }

    static int length(long cell) {
        return (int) cell;
    }

    static char[] chars(@Nullable Object side) {
        if (side instanceof char[] chars) {
            return chars;
        }
        throw new IllegalStateException("a text without its characters");
    }

    static String string(long cell, @Nullable Object side) {
        return new String(chars(side), from(cell), length(cell));
    }

    static boolean same(long x, @Nullable Object xs, long y, @Nullable Object ys) {
        int length = length(x);
        if (length != length(y)) {
            return false;
        }
        int a = from(x);
        int b = from(y);
        return Arrays.equals(chars(xs), a, a + length, chars(ys), b, b + length);
    }

    /** By UTF-16 units, the order of {@link String#compareTo}. */
    static int compare(long x, @Nullable Object xs, long y, @Nullable Object ys) {
        int a = from(x);
        int b = from(y);
        return Arrays.compare(chars(xs), a, a + length(x), chars(ys), b, b + length(y));
    }

    static int hash(long cell, @Nullable Object side) {
        char[] chars = chars(side);
        int hash = 0;
        for (int i = from(cell), end = i + length(cell); i < end; i++) {
            hash = 31 * hash + chars[i];
        }
        return hash;
    }

    static boolean contains(long x, @Nullable Object xs, long y, @Nullable Object ys) {
        int length = length(y);
        if (length == 0) {
            return true;
        }
        char[] text = chars(xs);
        char[] part = chars(ys);
        int from = from(y);
        char first = part[from];
        int last = from(x) + length(x) - length;
        for (int at = from(x); at <= last; at++) {
            if (text[at] == first && Arrays.equals(text, at, at + length, part, from, from + length)) {
                return true;
            }
        }
        return false;
    }

    static boolean starts(long x, @Nullable Object xs, long y, @Nullable Object ys) {
        return length(y) <= length(x) && has(chars(xs), from(x), y, ys);
    }

    static boolean ends(long x, @Nullable Object xs, long y, @Nullable Object ys) {
        return length(y) <= length(x) && has(chars(xs), from(x) + length(x) - length(y), y, ys);
    }

    private static boolean has(char[] text, int at, long y, @Nullable Object ys) {
        char[] part = chars(ys);
        int from = from(y);
        int length = length(y);
        for (int i = 0; i < length; i++) {
            if (text[at + i] != part[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** In code points. */
    static long size(long cell, @Nullable Object side) {
        return Character.codePointCount(chars(side), from(cell), length(cell));
    }

    /** Both, one after the other. */
    static long join(long x, @Nullable Object xs, long y, @Nullable Object ys, Frame f) {
        int length = Math.addExact(length(x), length(y));
        int at = f.room(length);
        char[] chars = chars(f.side);
        System.arraycopy(chars(xs), from(x), chars, at, length(x));
        System.arraycopy(chars(ys), from(y), chars, at + length(x), length(y));
        return cell(at, length);
    }

    /** The cell of a text. */
    static long cell(int from, int length) {
        return (long) from << 32 | length;
    }

    /** A string as a value. */
    static long cell(String text, Frame f) {
        int at = f.room(text.length());
        text.getChars(0, text.length(), chars(f.side), at);
        return cell(at, text.length());
    }
}
