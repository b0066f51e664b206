package org.tongcai.report;

/**
 * Columns that a text takes on a terminal: two for wide characters (UAX #11, East Asian Width W and F), none for combining marks, one for the rest. Characters
 * of ambiguous width count as one, as terminals with a non-Asian default draw them.
 */
final class DisplayWidth {
    /** First and last code points of the wide ranges, in order. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3,
        0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680,
        0x1F6FF, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD
    };

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::ofCodePoint).sum();
    }

    private static int ofCodePoint(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int i = 0; i < WIDE.length && c >= WIDE[i]; i += 2) {
            if (c <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }

    /** The text followed by blanks up to {@code width} columns. */
    static String padEnd(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** The text behind blanks up to {@code width} columns. */
    static String padStart(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text))) + text;
    }
}
