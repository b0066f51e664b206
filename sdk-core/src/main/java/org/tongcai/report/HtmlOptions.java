package org.tongcai.report;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Manifest;

/**
 * How an HTML report looks. Immutable; start from {@link #DEFAULT}.
 *
 * @param locale the language that the page opens in: English where it is {@code en}, Chinese otherwise; the reader can switch
 * @param createdAt date and time in the header; null: when the report is finished
 * @param maxFindings findings listed in the table, at least 1; charts and counts always cover all of them
 * @param typeTitles titles of document types by name; a type without one is shown by its name
 */
public record HtmlOptions(
        Locale locale, @Nullable OffsetDateTime createdAt, int maxFindings, Map<String, Bilingual> typeTitles) {
    /** Chinese, now, at most 5,000 findings in the table. */
    public static final HtmlOptions DEFAULT = new HtmlOptions(Locale.SIMPLIFIED_CHINESE, null, 5_000, Map.of());

    public HtmlOptions {
        typeTitles = Map.copyOf(typeTitles);
        if (maxFindings < 1) {
            throw new IllegalArgumentException("maxFindings must be at least 1, is " + maxFindings);
        }
    }

    /** The same opening in another language. */
    public HtmlOptions withLocale(Locale other) {
        return new HtmlOptions(other, createdAt, maxFindings, typeTitles);
    }

    /** The same with another date and time in the header. */
    public HtmlOptions withCreatedAt(@Nullable OffsetDateTime time) {
        return new HtmlOptions(locale, time, maxFindings, typeTitles);
    }

    /** The same with another bound of the table. */
    public HtmlOptions withMaxFindings(int most) {
        return new HtmlOptions(locale, createdAt, most, typeTitles);
    }

    /** The same with the titles of the document types of a standard. */
    public HtmlOptions withTypeTitles(Manifest manifest) {
        Map<String, Bilingual> titles = new HashMap<>();
        manifest.documentTypes().forEach(type -> titles.put(type.name(), type.title()));
        return new HtmlOptions(locale, createdAt, maxFindings, titles);
    }

    OffsetDateTime timeOrNow() {
        return (createdAt == null ? OffsetDateTime.now(ZoneId.systemDefault()) : createdAt)
                .truncatedTo(ChronoUnit.SECONDS);
    }
}
