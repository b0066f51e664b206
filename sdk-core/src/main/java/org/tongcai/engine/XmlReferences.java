package org.tongcai.engine;

/** Character references and the five entities that XML has without a DTD. Stateless. */
final class XmlReferences {
    /** Longer ones may be padded with zeros, but nobody writes them. */
    private static final int MAX_LENGTH = 64;

    private XmlReferences() {}

    /** The place of the semicolon that ends the reference at {@code p}. */
    static int end(byte[] in, int p, int end, int start) {
        int q = p + 1;
        if (q < end && in[q] == '#') {
            q++;
            if (q < end && in[q] == 'x') {
                q++;
            }
            while (q < end && Character.digit(in[q], 16) >= 0 && q - p <= MAX_LENGTH) {
                q++;
            }
        } else {
            q = XmlChars.ncName(in, q, end, start);
            if (q == p + 1 && q < end) {
                throw XmlChars.fault(
                        p - start,
                        "“&”应写成 &amp;，或后接实体名和分号",
                        "'&' should be written &amp;, or be followed by a name and a semicolon");
            }
        }
        if (q >= end) {
            throw XmlChars.truncated(end, start);
        }
        if (in[q] != ';') {
            throw XmlChars.unexpected(in, q, end, start, "引用应以分号结束", "a reference should end with a semicolon");
        }
        return q;
    }

    /** The character that the reference from {@code p} to the semicolon at {@code close} stands for. */
    static int character(byte[] in, int p, int close, int start) {
        int size = close - p - 1;
        if (in[p + 1] == '#') {
            return number(in, p, close, start);
        }
        if (size == 2 && in[p + 2] == 't') {
            if (in[p + 1] == 'l') {
                return '<';
            }
            if (in[p + 1] == 'g') {
                return '>';
            }
        }
        if (size == 3 && XmlChars.at(in, p + 1, close, "amp")) {
            return '&';
        }
        if (size == 4 && XmlChars.at(in, p + 1, close, "quot")) {
            return '"';
        }
        if (size == 4 && XmlChars.at(in, p + 1, close, "apos")) {
            return '\'';
        }
        String name = XmlChars.shown(in, p + 1, close);
        throw XmlChars.fault(p - start, "没有实体 " + name, "there is no entity " + name);
    }

    private static int number(byte[] in, int p, int close, int start) {
        boolean hexadecimal = in[p + 2] == 'x';
        int radix = hexadecimal ? 16 : 10;
        int from = p + (hexadecimal ? 3 : 2);
        int value = 0;
        for (int i = from; i < close; i++) {
            int digit = Character.digit(in[i], radix);
            if (digit < 0) {
                throw XmlChars.unexpected(in, i, close, start, "此处应为数字", "a digit is expected");
            }
            value = Math.min(value * radix + digit, Character.MAX_CODE_POINT + 1);
        }
        if (from == close || value > Character.MAX_CODE_POINT || value >= 0xD800 && value < 0xE000) {
            throw XmlChars.fault(p - start, "字符引用不是一个字符", "the reference is that of no character");
        }
        return value;
    }

    /** Characters that the dialect bars from documents, as in {@link JsonText}. */
    static boolean isForbidden(int c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c >= 0x7F && c < 0xA0 || c == 0xFFFE || c == 0xFFFF;
    }
}
