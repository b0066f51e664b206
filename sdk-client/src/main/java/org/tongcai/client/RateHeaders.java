package org.tongcai.client;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads what a platform says about the pace it wants. */
final class RateHeaders {
    private static final Pattern REMAINING = Pattern.compile(";\\s*r=([0-9]{1,9})");
    private static final Pattern RESET = Pattern.compile(";\\s*t=([0-9]{1,9})");
    private static final long SECOND = 1_000_000_000L;
    private static final long MOST_SECONDS = 999_999_999L;

    private RateHeaders() {}

    /** Nanoseconds of {@code Retry-After}, in seconds or as a date; -1 where there is none that can be read. */
    static long retryAfter(Headers headers) {
        String value = headers.get("Retry-After");
        if (value == null) {
            return -1;
        }
        String text = value.strip();
        if (text.matches("[0-9]{1,9}")) {
            return Long.parseLong(text) * SECOND;
        }
        Instant until = date(text);
        if (until == null) {
            return -1;
        }
        // By the platform's own clock where it tells it: clocks are not the same everywhere.
        String told = headers.get("Date");
        Instant theirs = told == null ? null : date(told);
        Duration wait = Duration.between(theirs == null ? Instant.now() : theirs, until);
        return wait.isNegative() ? 0 : Math.min(wait.toSeconds(), MOST_SECONDS) * SECOND + wait.toNanosPart();
    }

    private static @Nullable Instant date(String text) {
        try {
            return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Nanoseconds until there is quota again, where {@code RateLimit} says that none is left; else 0. */
    static long exhausted(Headers headers) {
        String value = headers.get("RateLimit");
        Long remaining = value == null ? null : number(REMAINING, value);
        if (value == null || remaining == null || remaining > 0) {
            return 0;
        }
        Long reset = number(RESET, value);
        return reset == null ? 0 : reset * SECOND;
    }

    private static @Nullable Long number(Pattern pattern, String value) {
        Matcher matcher = pattern.matcher(value);
        return matcher.find() ? Long.valueOf(matcher.group(1)) : null;
    }
}
