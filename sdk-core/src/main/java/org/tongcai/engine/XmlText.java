package org.tongcai.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.tongcai.Check;

/**
 * Decodes character data and attribute values of XML into the buffer of an {@link Events}, as {@link JsonText} does for JSON: one loop
 * decodes UTF-8 and references, counts code points, normalises line ends and notes the first character that documents must not hold.
 * Not thread-safe.
 */
final class XmlText {
    private static final byte PLAIN = 0;
    private static final byte STOP = 1;
    private static final byte REFERENCE = 2;
    private static final byte RETURN = 3;
    private static final byte BLANK = 4;
    private static final byte LESS = 5;
    private static final byte GREATER = 6;
    private static final byte BRACKET = 7;
    private static final byte CONTROL = 8;
    private static final byte TWO = 9;
    private static final byte THREE = 10;
    private static final byte FOUR = 11;
    private static final byte NEVER = 12;

    /** What each byte means where a character may begin: in text, in CDATA, in values in double and in single quotes. */
    private static final byte[] TEXT = classes();

    private static final byte[] CDATA = classes();
    private static final byte[] DOUBLE = classes();
    private static final byte[] SINGLE = classes();

    static {
        TEXT['<'] = STOP;
        TEXT['&'] = REFERENCE;
        TEXT['>'] = GREATER;
        CDATA[']'] = BRACKET;
        for (byte[] quoted : new byte[][] {DOUBLE, SINGLE}) {
            quoted['<'] = LESS;
            quoted['&'] = REFERENCE;
            quoted['\t'] = BLANK;
            quoted['\n'] = BLANK;
        }
        DOUBLE['"'] = STOP;
        SINGLE['\''] = STOP;
    }

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Chars kept free behind what was decoded. */
    private static final int RESERVE = 16;

    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final long BLANKS = ONES * ' ';
    private static final long SECOND = ONES * 2;
    private static final long ANGLES = ONES * '>';
    private static final long AMPERSANDS = ONES * '&';
    /** The bits that tell two sequences of three bytes. */
    private static final long TWO_OF_THREE = 0xC0C0F0C0C0F0L;

    private static final long ONE_OF_THREE = 0xC0C0F0L;

    private final Events target;
    private int n;
    private int pairs;
    private int forbidden;
    private int forbiddenAt;

    XmlText(Events target) {
        this.target = target;
    }

    private static byte[] classes() {
        byte[] made = new byte[256];
        Arrays.fill(made, 0, 0x20, CONTROL);
        made['\t'] = PLAIN;
        made['\n'] = PLAIN;
        made['\r'] = RETURN;
        made[0x7F] = CONTROL;
        Arrays.fill(made, 0x80, 0xC2, NEVER);
        Arrays.fill(made, 0xC2, 0xE0, TWO);
        Arrays.fill(made, 0xE0, 0xF0, THREE);
        Arrays.fill(made, 0xF0, 0xF5, FOUR);
        Arrays.fill(made, 0xF5, 0x100, NEVER);
        return made;
    }

    /** Starts a value, which may come in pieces. */
    void begin() {
        n = 0;
        pairs = 0;
        forbidden = -1;
    }

    /** Decodes text up to the next {@code <}, whose place is the answer. */
    int text(byte[] in, int from, int end, int start, int maxLength) {
        int p = plain(in, from, end);
        return p < end && in[p] == '<' ? p : read(in, from, p, end, start, maxLength, TEXT);
    }

    /**
     * Decodes as long as there are ASCII and Chinese characters only; the place where they end. What nearly all texts consist of, alone in
     * a method, is compiled to better code than {@link #read}, which goes on wherever this ends.
     */
    private int plain(byte[] in, int from, int end) {
        char[] out = target.chars;
        int n = this.n;
        int p = from;
        int stop = Math.min(end - 8, p + out.length - RESERVE - n);
        while (p <= stop) {
            long word = (long) LONG.get(in, p);
            long special = special(word);
            ascii(out, n, word);
            if (special == 0) {
                p += 8;
                n += 8;
                continue;
            }
            int plain = Long.numberOfTrailingZeros(special) >>> 3;
            p += plain;
            n += plain;
            if ((in[p] & 0xF0) != 0xE0) {
                break;
            }
            int before = p;
            while (p <= stop) {
                word = (long) LONG.get(in, p);
                int c = (int) (word << 12 & 0xF000 | word >>> 2 & 0xFC0 | word >>> 16 & 0x3F);
                int d = (int) (word >>> 12 & 0xF000 | word >>> 26 & 0xFC0 | word >>> 40 & 0x3F);
                if ((word & ONE_OF_THREE) != 0x8080E0L || JsonText.isRare(c)) {
                    break;
                }
                out[n] = (char) c;
                out[n + 1] = (char) d;
                if ((word & TWO_OF_THREE) != 0x8080E08080E0L || JsonText.isRare(d)) {
                    n++;
                    p += 3;
                    break;
                }
                n += 2;
                p += 6;
            }
            if (p == before || in[p] == '<') {
                break;
            }
        }
        this.n = n;
        return p;
    }

    /** A bit for each byte from the first on that is not plain ASCII text: controls, blanks but the space, markup, what is not ASCII. */
    private static long special(long word) {
        // Less-than and greater-than differ in one bit.
        return (word | word - BLANKS | ((word | SECOND) ^ ANGLES) - ONES | (word ^ AMPERSANDS) - ONES | word + ONES)
                & TOPS;
    }

    /** Where at the latest a byte is the quote that ends a value: a bit for each, and perhaps for what comes after the first. */
    private static long quote(long word, long quotes) {
        return (word ^ quotes) - ONES & TOPS;
    }

    private static void ascii(char[] out, int n, long word) {
        out[n] = (char) (word & 0xFF);
        out[n + 1] = (char) (word >>> 8 & 0xFF);
        out[n + 2] = (char) (word >>> 16 & 0xFF);
        out[n + 3] = (char) (word >>> 24 & 0xFF);
        out[n + 4] = (char) (word >>> 32 & 0xFF);
        out[n + 5] = (char) (word >>> 40 & 0xFF);
        out[n + 6] = (char) (word >>> 48 & 0xFF);
        out[n + 7] = (char) (word >>> 56);
    }

    /** Decodes the CDATA section whose content begins at {@code from}; the place behind it. */
    int cdata(byte[] in, int from, int end, int start, int maxLength) {
        return read(in, from, from, end, start, maxLength, CDATA) + 3;
    }

    /** Decodes the attribute value whose opening quote stands before {@code from}; the place of the closing quote. */
    int attribute(byte[] in, int from, int end, int start, int maxLength) {
        int close = read(in, from, from, end, start, maxLength, in[from - 1] == '"' ? DOUBLE : SINGLE);
        if (forbidden >= 0 && (forbidden < 0x20 || forbidden >= 0xFFFE)) {
            throw XmlChars.barred(forbiddenAt - start, forbidden);
        }
        finish(from - start, maxLength);
        return close;
    }

    /** Hands over what was decoded. */
    void finish(int position, int maxLength) {
        if (n > maxLength) {
            throw Fault.limit(Check.LIMIT_STRING, position, maxLength);
        }
        target.length = n;
        target.codePoints = n - pairs;
        target.forbidden = forbidden;
    }

    /** Whether nothing but blanks was decoded. */
    boolean isBlank() {
        char[] text = target.chars;
        for (int i = 0; i < n; i++) {
            if (!XmlChars.isBlank(text[i])) {
                return false;
            }
        }
        return true;
    }

    private void forbid(int c, int p) {
        if (forbidden < 0) {
            forbidden = c;
            forbiddenAt = p;
        }
    }

    /** Decodes from {@code at} on what begins at {@code from}, up to its end, whose place is the answer. */
    private int read(byte[] in, int from, int at, int end, int start, int maxLength, byte[] classes) {
        char[] out = target.chars;
        int n = this.n;
        int p = at;
        long quotes = classes == DOUBLE ? ONES * '"' : classes == SINGLE ? ONES * '\'' : ONES * '<';
        while (true) {
            // Runs of ASCII, eight bytes at a time, as in JsonText.
            int stop = Math.min(end - 8, p + out.length - RESERVE - n);
            while (p <= stop && classes != CDATA) {
                long word = (long) LONG.get(in, p);
                long special = special(word) | quote(word, quotes);
                ascii(out, n, word);
                if (special != 0) {
                    int plain = Long.numberOfTrailingZeros(special) >>> 3;
                    p += plain;
                    n += plain;
                    break;
                }
                p += 8;
                n += 8;
            }
            int span = Math.min(end - p, out.length - RESERVE - n);
            int i = 0;
            while (i < span) {
                byte b = in[p + i];
                if (classes[b & 0xFF] != PLAIN) {
                    break;
                }
                out[n + i] = (char) b;
                i++;
            }
            p += i;
            n += i;
            if (i >= span) {
                if (p >= end) {
                    throw open(end, start, classes);
                }
                if (n > maxLength) {
                    boolean quoted = classes == DOUBLE || classes == SINGLE;
                    throw Fault.limit(Check.LIMIT_STRING, quoted ? from - start : target.token, maxLength);
                }
                out = Arrays.copyOf(out, out.length * 2);
                target.chars = out;
                continue;
            }
            byte b = in[p];
            switch (classes[b & 0xFF]) {
                case STOP -> {
                    this.n = n;
                    return p;
                }
                case THREE -> {
                    while (p <= stop) {
                        long word = (long) LONG.get(in, p);
                        int c = (int) (word << 12 & 0xF000 | word >>> 2 & 0xFC0 | word >>> 16 & 0x3F);
                        int d = (int) (word >>> 12 & 0xF000 | word >>> 26 & 0xFC0 | word >>> 40 & 0x3F);
                        if ((word & TWO_OF_THREE) != 0x8080E08080E0L || JsonText.isRare(c) || JsonText.isRare(d)) {
                            break;
                        }
                        out[n] = (char) c;
                        out[n + 1] = (char) d;
                        n += 2;
                        p += 6;
                    }
                    if (classes[in[p] & 0xFF] == THREE) {
                        int c = XmlChars.codePoint(in, p, XmlChars.size(in, p, end, start));
                        if (c >= 0xFFFE) {
                            forbid(c, p);
                        }
                        out[n++] = (char) c;
                        p += 3;
                    }
                }
                case TWO -> {
                    int c = XmlChars.codePoint(in, p, XmlChars.size(in, p, end, start));
                    if (c < 0xA0) {
                        forbid(c, p);
                    }
                    out[n++] = (char) c;
                    p += 2;
                }
                case FOUR -> {
                    int c = XmlChars.codePoint(in, p, XmlChars.size(in, p, end, start));
                    out[n++] = Character.highSurrogate(c);
                    out[n++] = Character.lowSurrogate(c);
                    pairs++;
                    p += 4;
                }
                case REFERENCE -> {
                    int close = XmlReferences.end(in, p, end, start);
                    int c = XmlReferences.character(in, p, close, start);
                    if (XmlReferences.isForbidden(c)) {
                        forbid(c, p);
                    }
                    if (c > 0xFFFF) {
                        out[n++] = Character.highSurrogate(c);
                        out[n++] = Character.lowSurrogate(c);
                        pairs++;
                    } else {
                        out[n++] = (char) c;
                    }
                    p = close + 1;
                }
                case RETURN -> {
                    out[n++] = classes == TEXT || classes == CDATA ? '\n' : ' ';
                    p += p + 1 < end && in[p + 1] == '\n' ? 2 : 1;
                }
                case BLANK -> {
                    out[n++] = ' ';
                    p++;
                }
                case GREATER -> {
                    if (p - from >= 2 && in[p - 1] == ']' && in[p - 2] == ']') {
                        throw XmlChars.fault(p - 2 - start, "文本中不得有“]]>”", "']]>' must not stand in text");
                    }
                    out[n++] = '>';
                    p++;
                }
                case BRACKET -> {
                    if (XmlChars.at(in, p, end, "]]>")) {
                        this.n = n;
                        return p;
                    }
                    out[n++] = ']';
                    p++;
                }
                case LESS ->
                    throw XmlChars.fault(p - start, "属性值中不得有“<”", "'<' must not stand in the value of an attribute");
                case CONTROL -> {
                    forbid(b, p);
                    out[n++] = (char) b;
                    p++;
                }
                default -> throw JsonText.malformed(in, p, start);
            }
        }
    }

    private static Fault open(int end, int start, byte[] classes) {
        if (classes == CDATA) {
            return XmlChars.fault(
                    end - start, "输入提前结束：CDATA 没有结束", "the input ends too early: a CDATA section is not closed");
        }
        return classes == TEXT
                ? XmlChars.fault(end - start, "输入提前结束：元素没有结束标签", "the input ends too early: an element has no end tag")
                : XmlChars.fault(
                        end - start,
                        "输入提前结束：属性值没有结束的引号",
                        "the input ends too early: the value of an attribute is not closed");
    }
}
