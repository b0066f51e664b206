package org.tongcai.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.tongcai.Check;

/**
 * Decodes JSON strings into the buffer of an {@link Events}: one loop decodes UTF-8 and escapes, counts code points and notes the first
 * character that documents must not hold. Not thread-safe.
 */
final class JsonText {
    static final byte PLAIN = 0;
    private static final byte QUOTE = 1;
    private static final byte ESCAPE = 2;
    private static final byte CONTROL = 3;
    private static final byte DELETE = 4;
    private static final byte TWO = 5;
    private static final byte THREE = 6;
    private static final byte FOUR = 7;
    private static final byte NEVER = 8;

    /** What each byte means where a character may begin. */
    static final byte[] CLASS = new byte[256];

    static {
        Arrays.fill(CLASS, 0, 0x20, CONTROL);
        CLASS['"'] = QUOTE;
        CLASS['\\'] = ESCAPE;
        CLASS[0x7F] = DELETE;
        Arrays.fill(CLASS, 0x80, 0xC2, NEVER);
        Arrays.fill(CLASS, 0xC2, 0xE0, TWO);
        Arrays.fill(CLASS, 0xE0, 0xF0, THREE);
        Arrays.fill(CLASS, 0xF0, 0xF5, FOUR);
        Arrays.fill(CLASS, 0xF5, 0x100, NEVER);
    }

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Chars kept free behind what was decoded. */
    private static final int RESERVE = 16;

    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final long BLANKS = ONES * ' ';
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    /** The bits that tell two sequences of three bytes. */
    private static final long TWO_OF_THREE = 0xC0C0F0C0C0F0L;

    private final Events target;

    JsonText(Events target) {
        this.target = target;
    }

    /** Decodes the string whose opening quote stands at {@code from}; the position after its closing quote. */
    int read(byte[] in, int from, int end, int start, int maxLength) {
        char[] out = target.chars;
        int n = 0;
        int pairs = 0;
        int forbidden = -1;
        boolean surrogates = false;
        int p = from + 1;
        while (true) {
            // Runs of ASCII, eight bytes at a time: all eight are stored, and as many are taken as come before the
            // first
            // byte that is not plain. A byte gives at most one char and a sequence of four two: the reserve covers
            // both.
            int stop = Math.min(end - 8, p + out.length - RESERVE - n);
            while (p <= stop) {
                long word = (long) LONG.get(in, p);
                long special =
                        (word | word - BLANKS | (word ^ QUOTES) - ONES | (word ^ BACKSLASHES) - ONES | word + ONES)
                                & TOPS;
                out[n] = (char) (word & 0xFF);
                out[n + 1] = (char) (word >>> 8 & 0xFF);
                out[n + 2] = (char) (word >>> 16 & 0xFF);
                out[n + 3] = (char) (word >>> 24 & 0xFF);
                out[n + 4] = (char) (word >>> 32 & 0xFF);
                out[n + 5] = (char) (word >>> 40 & 0xFF);
                out[n + 6] = (char) (word >>> 48 & 0xFF);
                out[n + 7] = (char) (word >>> 56);
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
                if (CLASS[b & 0xFF] != PLAIN) {
                    break;
                }
                out[n + i] = (char) b;
                i++;
            }
            p += i;
            n += i;
            if (i >= span) {
                if (p >= end) {
                    throw Fault.json(end - start, "输入提前结束：文本没有结束的引号", "the input ends too early: a text is not closed");
                }
                out = Arrays.copyOf(out, out.length * 2);
                target.chars = out;
                continue;
            }
            byte b = in[p];
            switch (CLASS[b & 0xFF]) {
                case THREE -> {
                    // Chinese characters come in runs, too: two at a time as long as eight bytes are there.
                    while (p <= stop) {
                        long word = (long) LONG.get(in, p);
                        int c = (int) (word << 12 & 0xF000 | word >>> 2 & 0xFC0 | word >>> 16 & 0x3F);
                        int d = (int) (word >>> 12 & 0xF000 | word >>> 26 & 0xFC0 | word >>> 40 & 0x3F);
                        if ((word & TWO_OF_THREE) != 0x8080E08080E0L || isRare(c) || isRare(d)) {
                            break;
                        }
                        out[n] = (char) c;
                        out[n + 1] = (char) d;
                        n += 2;
                        p += 6;
                    }
                    if (CLASS[in[p] & 0xFF] == THREE) {
                        if (sequence(in, p, end) != 3) {
                            throw malformed(in, p, start);
                        }
                        int c = three(in[p], in[p + 1], in[p + 2]);
                        if (c >= 0xFFFE && forbidden < 0) {
                            forbidden = c;
                        }
                        out[n++] = (char) c;
                        p += 3;
                    }
                }
                case QUOTE -> {
                    if (n > maxLength) {
                        throw Fault.limit(Check.LIMIT_STRING, from - start, maxLength);
                    }
                    target.length = n;
                    target.codePoints = n - pairs;
                    target.forbidden = forbidden;
                    if (surrogates) {
                        pair(out, n);
                    }
                    return p + 1;
                }
                case ESCAPE -> {
                    int c = escape(in, p, end, start);
                    if (forbidden < 0 && isForbidden(c)) {
                        forbidden = c;
                    }
                    surrogates |= Character.isSurrogate((char) c);
                    out[n++] = (char) c;
                    p += in[p + 1] == 'u' ? 6 : 2;
                }
                case DELETE -> {
                    forbidden = forbidden < 0 ? b : forbidden;
                    out[n++] = (char) b;
                    p++;
                }
                case TWO -> {
                    if (sequence(in, p, end) != 2) {
                        throw malformed(in, p, start);
                    }
                    int c = (b & 0x1F) << 6 | in[p + 1] & 0x3F;
                    if (c < 0xA0 && forbidden < 0) {
                        forbidden = c;
                    }
                    out[n++] = (char) c;
                    p += 2;
                }
                case FOUR -> {
                    if (sequence(in, p, end) != 4) {
                        throw malformed(in, p, start);
                    }
                    int c = (b & 0x07) << 18 | (in[p + 1] & 0x3F) << 12 | (in[p + 2] & 0x3F) << 6 | in[p + 3] & 0x3F;
                    out[n++] = Character.highSurrogate(c);
                    out[n++] = Character.lowSurrogate(c);
                    pairs++;
                    p += 4;
                }
                case CONTROL ->
                    throw Fault.json(
                            p - start,
                            String.format("文本中的控制字符 U+%04X 必须转义", b),
                            String.format("the control character U+%04X must be escaped in text", b));
                default -> throw malformed(in, p, start);
            }
        }
    }

    /** Whether a decoded sequence of three needs a second look: overlong, surrogate or noncharacter. */
    static boolean isRare(int c) {
        // One comparison for everything below the surrogates.
        return (c - 0x800 & 0xFFFF) >= 0xD000 && (c < 0xE000 || c >= 0xFFFE);
    }

    /** Counts code points where surrogates were written as escapes, and notes one that stands alone. */
    private void pair(char[] out, int n) {
        int pairs = 0;
        for (int i = 0; i < n; i++) {
            char c = out[i];
            if (Character.isHighSurrogate(c) && i + 1 < n && Character.isLowSurrogate(out[i + 1])) {
                pairs++;
                i++;
            } else if (Character.isSurrogate(c) && target.forbidden < 0) {
                target.forbidden = c;
            }
        }
        target.codePoints = n - pairs;
    }

    /** The character of a sequence of three; -1 where it is overlong, a surrogate or not a sequence. */
    private static int three(byte a, byte b, byte c) {
        if ((b & 0xC0) != 0x80 || (c & 0xC0) != 0x80) {
            return -1;
        }
        int value = (a & 0x0F) << 12 | (b & 0x3F) << 6 | c & 0x3F;
        return value < 0x800 || value >= 0xD800 && value < 0xE000 ? -1 : value;
    }

    /** Length of the well-formed UTF-8 sequence at {@code p}; 0 where there is none. */
    static int sequence(byte[] in, int p, int end) {
        int left = end - p;
        switch (CLASS[in[p] & 0xFF]) {
            case TWO:
                return left >= 2 && (in[p + 1] & 0xC0) == 0x80 ? 2 : 0;
            case THREE:
                return left >= 3 && three(in[p], in[p + 1], in[p + 2]) >= 0 ? 3 : 0;
            case FOUR:
                if (left < 4
                        || (in[p + 1] & 0xC0) != 0x80
                        || (in[p + 2] & 0xC0) != 0x80
                        || (in[p + 3] & 0xC0) != 0x80) {
                    return 0;
                }
                int top = (in[p] & 0x07) << 6 | in[p + 1] & 0x3F;
                return top >= 0x10 && top < 0x110 ? 4 : 0;
            case NEVER:
                return 0;
            default:
                return 1;
        }
    }

    static Fault malformed(byte[] in, int p, int start) {
        String hex = String.format("0x%02X", in[p]);
        String zh = "字节 " + hex + " 处不是 UTF-8 序列";
        String en = "no UTF-8 sequence at byte " + hex;
        return looksLikeGbk(in, p)
                ? Fault.encoding(p - start, zh + "，看来是 GBK 或 GB18030", en + "; it looks like GBK or GB18030")
                : Fault.encoding(p - start, zh, en);
    }

    /** Two Chinese characters of GB 2312, the commonest half of GBK, in a row: what old Chinese systems export. */
    private static boolean looksLikeGbk(byte[] in, int p) {
        if (p + 4 > in.length) {
            return false;
        }
        for (int i = p; i < p + 4; i += 2) {
            int lead = in[i] & 0xFF;
            int trail = in[i + 1] & 0xFF;
            if (lead < 0xB0 || lead > 0xF7 || trail < 0xA1 || trail > 0xFE) {
                return false;
            }
        }
        return true;
    }

    private static int escape(byte[] in, int p, int end, int start) {
        if (p + 1 >= end) {
            throw Fault.json(end - start, "输入提前结束：转义不完整", "the input ends too early: an escape is incomplete");
        }
        switch (in[p + 1]) {
            case '"', '\\', '/':
                return in[p + 1];
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                int value = 0;
                for (int i = 2; i < 6; i++) {
                    if (p + i >= end) {
                        throw Fault.json(
                                end - start, "输入提前结束：转义不完整", "the input ends too early: an escape is incomplete");
                    }
                    int digit = Character.digit((char) (in[p + i] & 0xFF), 16);
                    if (digit < 0 || in[p + i] < 0) {
                        throw Fault.json(p - start, "\\u 之后应为四位十六进制数字", "four hexadecimal digits must follow \\u");
                    }
                    value = value << 4 | digit;
                }
                return value;
            default:
                throw Fault.json(p - start, "JSON 没有这种转义", "JSON has no such escape");
        }
    }

    /** Characters that the dialect bars from documents, surrogates aside. */
    private static boolean isForbidden(int c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c >= 0x7F && c < 0xA0 || c >= 0xFFFE;
    }
}
