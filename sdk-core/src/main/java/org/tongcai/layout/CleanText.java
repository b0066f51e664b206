package org.tongcai.layout;

import org.tongcai.Deceptive;

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

    /** What deceives, surrogates (to be looked at in pairs) and noncharacters. */
    private static boolean isUnfit(char c) {
        return Deceptive.is(c) || c >= '\uFFFE' || Character.isSurrogate(c);
    }
}
