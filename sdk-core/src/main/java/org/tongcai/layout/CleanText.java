package org.tongcai.layout;

/** Text of documents made harmless for eyes and terminals: line breaks stay, everything that steers or hides is dropped. */
final class CleanText {
    private CleanText() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && isUnfit(c)) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (c == '\t') {
                out.append(' ');
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                out.append('\uFFFD'); // unpaired
            } else if (c == '\n' || c > Character.MAX_VALUE || !isUnfit((char) c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** Controls, surrogates (to be looked at in pairs), invisible characters, those that change the reading direction. */
    private static boolean isUnfit(char c) {
        return c < 0x20
                || c >= 0x7F && c <= 0x9F
                || c == '\u061C'
                || c == '\u200B'
                || c == '\u200E'
                || c == '\u200F'
                || c >= '\u2028' && c <= '\u202E'
                || c >= '\u2060' && c <= '\u2069'
                || c == '\uFEFF'
                || c >= '\uFFFE'
                || Character.isSurrogate(c);
    }
}
