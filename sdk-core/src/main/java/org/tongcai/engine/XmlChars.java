package org.tongcai.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tongcai.Bilingual;
import org.tongcai.Check;

/** Which characters XML 1.0 (fifth edition) has where, and what is said where another stands. Stateless. */
final class XmlChars {
    static final byte OTHER = 0;
    /** May stand in a name, but not first. */
    static final byte PART = 1;
    /** May stand in a name, first as well. */
    static final byte START = 2;

    static final byte COLON = 3;
    /** Begins a sequence of UTF-8, or should not be there at all. */
    static final byte WIDE = 4;

    /** What each byte means to names. */
    static final byte[] NAME = new byte[256];

    /** First and last of the characters beyond ASCII that may begin a name. */
    private static final int[] STARTS = {
        0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x37D, 0x37F, 0x1FFF, 0x200C, 0x200D, 0x2070, 0x218F, 0x2C00,
        0x2FEF, 0x3001, 0xD7FF, 0xF900, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0xEFFFF
    };

    private static final int SHOWN = 60;

    static {
        Arrays.fill(NAME, 'a', 'z' + 1, START);
        Arrays.fill(NAME, 'A', 'Z' + 1, START);
        Arrays.fill(NAME, '0', '9' + 1, PART);
        NAME['_'] = START;
        NAME['-'] = PART;
        NAME['.'] = PART;
        NAME[':'] = COLON;
        Arrays.fill(NAME, 0x80, 0x100, WIDE);
    }

    private XmlChars() {}

    /** The first place from {@code p} on that holds no blank. */
    static int blank(byte[] in, int p, int end) {
        int q = p;
        while (q < end && isBlank(in[q])) {
            q++;
        }
        return q;
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** Whether a character beyond ASCII may stand in a name. */
    static boolean inName(int c, boolean first) {
        for (int i = 0; i < STARTS.length; i += 2) {
            if (c <= STARTS[i + 1]) {
                if (c >= STARTS[i]) {
                    return true;
                }
                break;
            }
        }
        return !first && (c == 0xB7 || c >= 0x300 && c <= 0x36F || c == 0x203F || c == 0x2040);
    }

    /** The end of the name without colon that begins at {@code p}; {@code p} where there is none. */
    static int ncName(byte[] in, int p, int end, int start) {
        int q = p;
        while (q < end) {
            byte kind = NAME[in[q] & 0xFF];
            if (kind == WIDE) {
                int size = size(in, q, end, start);
                if (!inName(codePoint(in, q, size), q == p)) {
                    return q;
                }
                q += size;
            } else if (kind == START || kind == PART && q > p) {
                q++;
            } else {
                return q;
            }
        }
        return q;
    }

    /** Length of the sequence of UTF-8 at {@code p}; a fault where there is none. */
    static int size(byte[] in, int p, int end, int start) {
        int size = JsonText.sequence(in, p, end);
        if (size == 0) {
            throw JsonText.malformed(in, p, start);
        }
        return size;
    }

    static int codePoint(byte[] in, int p, int size) {
        return switch (size) {
            case 1 -> in[p];
            case 2 -> (in[p] & 0x1F) << 6 | in[p + 1] & 0x3F;
            case 3 -> (in[p] & 0x0F) << 12 | (in[p + 1] & 0x3F) << 6 | in[p + 2] & 0x3F;
            default -> (in[p] & 0x07) << 18 | (in[p + 1] & 0x3F) << 12 | (in[p + 2] & 0x3F) << 6 | in[p + 3] & 0x3F;
        };
    }

    /** The place behind the character at {@code p}, which may be any that XML has. */
    static int any(byte[] in, int p, int end, int start) {
        byte b = in[p];
        if (b >= 0x20 || b > 0 && isBlank(b)) {
            return p + 1;
        }
        if (b >= 0) {
            throw barred(p - start, b);
        }
        int size = size(in, p, end, start);
        int c = codePoint(in, p, size);
        if (c == 0xFFFE || c == 0xFFFF) {
            throw barred(p - start, c);
        }
        return p + size;
    }

    /** Whether {@code word}, which is ASCII, stands at {@code p}. */
    static boolean at(byte[] in, int p, int end, String word) {
        int n = word.length();
        if (end - p < n) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (in[p + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    // ---- faults

    static Fault fault(int position, String zh, String en) {
        return new Fault(Check.SYNTAX_XML, position, new Bilingual(zh, en), Encoding.XML);
    }

    static Fault namespaces(int position, String zh, String en) {
        return new Fault(Check.SYNTAX_XML, position, new Bilingual(zh, en), Encoding.XML_NAMES);
    }

    static Fault colon(int position) {
        return namespaces(position, "名称中的冒号位置不对", "a colon at the wrong place in a name");
    }

    static Fault barred(int position, int c) {
        return fault(
                position,
                String.format("此处不得有字符 U+%04X", c),
                String.format("the character U+%04X must not stand here", c));
    }

    static Fault truncated(int end, int start) {
        return fault(end - start, "输入提前结束", "the input ends too early");
    }

    /** Something stands at {@code p} that should not. */
    static Fault unexpected(byte[] in, int p, int end, int start, String zh, String en) {
        if (p >= end) {
            return truncated(end, start);
        }
        int size = JsonText.sequence(in, p, end);
        if (size == 0) {
            return JsonText.malformed(in, p, start);
        }
        int c = codePoint(in, p, size);
        if (c <= ' ' || c >= 0x7F && c < 0xA0) {
            String code = String.format("U+%04X", c);
            return fault(p - start, zh + "，实为 " + code, en + ", found " + code);
        }
        String found = new String(in, p, size, StandardCharsets.UTF_8);
        return fault(p - start, zh + "，实为“" + found + "”", en + ", found '" + found + "'");
    }

    static String name(byte[] in, int from, int to) {
        return new String(in, from, to - from, StandardCharsets.UTF_8);
    }

    /** A piece of the document for a message; not too long. */
    static String shown(byte[] in, int from, int to) {
        int stop = Math.min(to, from + SHOWN);
        while (stop < to && stop > from && (in[stop] & 0xC0) == 0x80) {
            stop--;
        }
        return new String(in, from, stop - from, StandardCharsets.UTF_8) + (stop < to ? "…" : "");
    }
}
