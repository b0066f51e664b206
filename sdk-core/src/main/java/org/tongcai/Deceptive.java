package org.tongcai;

/**
 * Characters that a document could use to play with a terminal, a log or a reader: controls, invisible characters, and those that change
 * the direction of reading (Unicode Technical Report 36). Stateless.
 */
public final class Deceptive {
    private Deceptive() {}

    /** Whether the character is one of them; line feeds and tabs are controls, too. */
    public static boolean is(char c) {
        return c < 0x20
                || c >= 0x7F && c <= 0x9F
                || c == '\u061C'
                || c == '\u200B'
                || c == '\u200E'
                || c == '\u200F'
                || c >= '\u2028' && c <= '\u202E'
                || c >= '\u2060' && c <= '\u2069'
                || c == '\uFEFF';
    }
}
