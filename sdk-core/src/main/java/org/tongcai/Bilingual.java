package org.tongcai;

import java.util.Locale;

/**
 * A text in Chinese (authoritative) and English. Immutable.
 *
 * @param zh the Chinese text; never null, may be empty
 * @param en the English text; never null, may be empty where only Chinese exists
 */
public record Bilingual(String zh, String en) {
    /** Neither language says anything. */
    public static final Bilingual EMPTY = new Bilingual("", "");

    /** The text for a reader of the given language: English for {@code en}, Chinese otherwise or where English is missing. */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) && !en.isEmpty() ? en : zh;
    }

    /** Both texts with {@code separator} and the other's text behind; used for title paths. */
    public Bilingual join(String separator, Bilingual next) {
        return new Bilingual(
                zh + separator + next.zh,
                (en.isEmpty() ? zh : en) + separator + (next.en.isEmpty() ? next.zh : next.en));
    }

    /** The Chinese text. */
    @Override
    public String toString() {
        return zh;
    }
}
