package org.tongcai.layout;

/**
 * A piece of printed text. Immutable.
 *
 * @param kind what it is
 * @param text printable; empty for a blank
 */
record Run(Kind kind, String text) {
    /** A place where a value should stand. */
    static final Run BLANK = new Run(Kind.BLANK, "");

    enum Kind {
        TEXT,
        LINK,
        BLANK
    }

    static Run text(String text) {
        return new Run(Kind.TEXT, text);
    }
}
