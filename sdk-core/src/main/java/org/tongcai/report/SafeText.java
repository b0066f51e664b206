package org.tongcai.report;

import org.tongcai.Deceptive;

/**
 * Text that comes out of judged documents is hostile until proven otherwise. {@link #wellFormed} makes it encodable as UTF-8; {@link #visible} makes it harmless
 * for an eye and a terminal as well: no escape sequences, no line breaks, no reordering.
 */
final class SafeText {
    private static final char REPLACEMENT = '\uFFFD';

    private SafeText() {}

    /** The same text with unpaired surrogates (a value cut in the middle of a character, say) replaced by U+FFFD. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaceUnpaired(text);
            }
        }
        return text;
    }

    private static String replaceUnpaired(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> out.appendCodePoint(
                        c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c));
        return out.toString();
    }

    /** Well-formed text in which control characters, invisible characters and those that change the reading direction are spelled out. */
    static String visible(String text) {
        String safe = wellFormed(text);
        for (int i = 0; i < safe.length(); i++) {
            if (Deceptive.is(safe.charAt(i))) {
                return spellOut(safe);
            }
        }
        return safe;
    }

    private static String spellOut(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Deceptive.is(c)) {
                out.append(c);
            } else if (c < 0x20) {
                out.append((char) ('\u2400' + c)); // control pictures: ␊ for a line feed
            } else {
                out.append(String.format("‹U+%04X›", (int) c));
            }
        }
        return out.toString();
    }
}
