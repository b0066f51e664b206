package org.tongcai.engine;

/** What the characters of an element or attribute say where they are no mere text. Stateless. */
final class XmlScalars {
    private XmlScalars() {}

    static boolean is(char[] text, int from, int to, String word) {
        int n = word.length();
        if (to - from != n) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (text[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A true of XML Schema, as {@code xsi:nil} has it. */
    static boolean isTrue(char[] text, int length) {
        int from = from(text, length);
        int to = to(text, from, length);
        return is(text, from, to, "true") || is(text, from, to, "1");
    }

    static boolean isFalse(char[] text, int length) {
        int from = from(text, length);
        int to = to(text, from, length);
        return is(text, from, to, "false") || is(text, from, to, "0");
    }

    private static int from(char[] text, int length) {
        int from = 0;
        while (from < length && XmlChars.isBlank(text[from])) {
            from++;
        }
        return from;
    }

    private static int to(char[] text, int from, int length) {
        int to = length;
        while (to > from && XmlChars.isBlank(text[to - 1])) {
            to--;
        }
        return to;
    }

    /** Whether this is a number of JSON. */
    static boolean isNumber(char[] text, int from, int to) {
        int p = from < to && text[from] == '-' ? from + 1 : from;
        int q = digits(text, p, to);
        if (q == p || text[p] == '0' && q > p + 1) {
            return false;
        }
        if (q < to && text[q] == '.') {
            p = q + 1;
            q = digits(text, p, to);
            if (q == p) {
                return false;
            }
        }
        if (q < to && (text[q] | 0x20) == 'e') {
            p = q + 1;
            if (p < to && (text[p] == '+' || text[p] == '-')) {
                p++;
            }
            q = digits(text, p, to);
            if (q == p) {
                return false;
            }
        }
        return q == to;
    }

    /** Whether a number has neither fraction nor exponent. */
    static boolean isWhole(char[] text, int from, int to) {
        return digits(text, text[from] == '-' ? from + 1 : from, to) == to;
    }

    /** A whole number, pinned to the range of long. */
    static long whole(char[] text, int from, int to) {
        boolean negative = text[from] == '-';
        int p = negative ? from + 1 : from;
        // Up to 18 digits fit into a long; longer numbers are beyond every bound that the dialect allows.
        long value = to - p > 18 ? Long.MAX_VALUE : 0;
        for (int i = p; value != Long.MAX_VALUE && i < to; i++) {
            value = value * 10 + (text[i] - '0');
        }
        return negative ? -value : value;
    }

    private static int digits(char[] text, int from, int to) {
        int p = from;
        while (p < to && text[p] >= '0' && text[p] <= '9') {
            p++;
        }
        return p;
    }

    /**
     * Takes the current text for a qualified name: blanks around it go.
     *
     * @return where the local name begins, {@link Events#length} being its end; -1 where the name is in another namespace than ours
     */
    static int local(Events text, XmlNamespaces namespaces, String ours) {
        char[] chars = text.chars;
        int from = from(chars, text.length);
        int to = to(chars, from, text.length);
        System.arraycopy(chars, from, chars, 0, to - from);
        text.length = to - from;
        int colon = -1;
        for (int i = 0; i < text.length && colon < 0; i++) {
            colon = chars[i] == ':' ? i : -1;
        }
        String uri = colon < 0 ? namespaces.byDefault : namespaces.find(chars, 0, colon);
        return ours.equals(uri) ? colon + 1 : -1;
    }
}
