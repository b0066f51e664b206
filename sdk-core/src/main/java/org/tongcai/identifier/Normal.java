package org.tongcai.identifier;

/**
 * What people and word processors do to identifiers, undone: full-width forms, odd dashes, stray blanks. Only ASCII is
 * ever produced or changed in case, so no digit of another script becomes valid by normalising.
 */
final class Normal {

    private Normal() {}

    static char halfWidth(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - 0xFEE0);
        }
        return c == '\u3000' ? ' ' : c;
    }

    static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }

    static String halfWidth(String text) {
        return map(text, Normal::halfWidth);
    }

    /** Upper-cases ASCII letters only: {@link String#toUpperCase()} would turn "ß" into two letters. */
    static String upper(String text) {
        return map(text, Normal::upper);
    }

    static String lower(String text) {
        return map(text, c -> c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }

    /** Hyphens, dashes and the minus sign become "-". */
    static String dashes(String text) {
        return map(text, c -> (c >= '\u2010' && c <= '\u2015') || c == '\u2212' ? '-' : c);
    }

    /** Without blanks and invisible characters at both ends. */
    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Without blanks and invisible characters anywhere. */
    static String unspaced(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isBlank(c)) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    /** The character at {@code index} for a message: in quotes, with its code point when it could be mistaken. */
    static String visible(char[] text, int index) {
        int codePoint = Character.codePointAt(text, index);
        if (codePoint > 0x20 && codePoint < 0x7F) {
            return "“" + (char) codePoint + "”";
        }
        String name = String.format("U+%04X", codePoint);
        boolean printable = Character.isLetterOrDigit(codePoint);
        return printable ? "“" + Character.toString(codePoint) + "”(" + name + ")" : name;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL;
    }

    private static String map(String text, CharMapping mapping) {
        int i = 0;
        int length = text.length();
        while (i < length && mapping.apply(text.charAt(i)) == text.charAt(i)) {
            i++;
        }
        if (i == length) {
            return text;
        }
        char[] chars = text.toCharArray();
        for (; i < length; i++) {
            chars[i] = mapping.apply(chars[i]);
        }
        return new String(chars);
    }

    @FunctionalInterface
    private interface CharMapping {
        char apply(char c);
    }
}
