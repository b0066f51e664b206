package org.tongcai.report;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an HTML report looks. Immutable; start from {@link #DEFAULT}.
 *
 * @param locale the language that the page opens in: English where it is {@code en}, Chinese otherwise; the reader can switch
 * @param createdAt date and time in the header; null: when the report is finished
 * @param maxFindings findings listed in the table, at least 1; charts and counts always cover all of them
 */
public record HtmlOptions(Locale locale, @Nullable OffsetDateTime createdAt, int maxFindings) {
    /** Chinese, now, at most 5,000 findings in the table. */
    public static final HtmlOptions DEFAULT = new HtmlOptions(Locale.SIMPLIFIED_CHINESE, null, 5_000);

    public HtmlOptions {
        if (maxFindings < 1) {
            throw new IllegalArgumentException("maxFindings must be at least 1, is " + maxFindings);
        }
    }

    /** The same opening in another language. */
    public HtmlOptions withLocale(Locale other) {
        return new HtmlOptions(other, createdAt, maxFindings);
    }

    /** The same with another date and time in the header. */
    public HtmlOptions withCreatedAt(@Nullable OffsetDateTime time) {
        return new HtmlOptions(locale, time, maxFindings);
    }

    /** The same with another bound of the table. */
    public HtmlOptions withMaxFindings(int most) {
        return new HtmlOptions(locale, createdAt, most);
    }

    OffsetDateTime timeOrNow() {
        return (createdAt == null ? OffsetDateTime.now(ZoneId.systemDefault()) : createdAt)
                .truncatedTo(ChronoUnit.SECONDS);
    }
}
