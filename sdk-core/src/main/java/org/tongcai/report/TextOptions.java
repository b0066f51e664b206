package org.tongcai.report;

import java.util.Locale;

/**
 * How a text report looks. Immutable; start from {@link #DEFAULT}.
 *
 * @param locale English where its language is {@code en}, Chinese otherwise
 * @param colour whether to use ANSI colours; ask for it only where a terminal reads along
 * @param verbose whether accepted documents without findings get a line each instead of only being counted
 */
public record TextOptions(Locale locale, boolean colour, boolean verbose) {
    /** Chinese, without colour, brief. */
    public static final TextOptions DEFAULT = new TextOptions(Locale.SIMPLIFIED_CHINESE, false, false);

    /** The same in another language. */
    public TextOptions withLocale(Locale other) {
        return new TextOptions(other, colour, verbose);
    }

    /** The same with or without colour. */
    public TextOptions withColour(boolean wanted) {
        return new TextOptions(locale, wanted, verbose);
    }

    /** The same with or without a line for each accepted document. */
    public TextOptions withVerbose(boolean wanted) {
        return new TextOptions(locale, colour, wanted);
    }
}
