package org.tongcai.client.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The short way of reading moments says what the library says, of moments and of what only looks like one. */
class MomentsPropertiesTest {
    private static @Nullable OffsetDateTime library(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable OffsetDateTime ours(String text) {
        try {
            return Moments.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Property(tries = 300)
    void moments(@ForAll("moments") OffsetDateTime moment) {
        assertEquals(moment, Moments.parse(moment.toString()));
    }

    @Property(tries = 1000)
    void almostMoments(@ForAll("almost") String text) {
        assertEquals(library(text), ours(text), text);
    }

    @Example
    void edges() {
        for (String text : new String[] {
            "",
            "2026-11-22",
            "2026-11-22T08:00:00",
            "2026-11-22T08:00:00Z",
            "2026-11-22T08:00:00z",
            "2026-11-22T08:00:00.Z",
            "2026-11-22T08:00:00.123456789+08:00",
            "2026-11-22T08:00:00.1234567890+08:00",
            "2026-11-22T08:00+08:00",
            "2026-11-22T24:00:00+08:00",
            "2026-02-29T08:00:00+08:00",
            "2026-13-01T08:00:00+08:00",
            "2026-11-22T08:00:60+08:00",
            "2026-11-22T08:00:00+18:00",
            "2026-11-22T08:00:00+18:01",
            "2026-11-22T08:00:00+19:00",
            "2026-11-22T08:00:00+08:60",
            "2026-11-22T08:00:00-00:00",
            "2026-11-22T08:00:00+08:00:30",
            "２026-11-22T08:00:00Z",
            "+12026-11-22T08:00:00Z"
        }) {
            assertEquals(library(text), ours(text), text);
        }
    }

    @Provide
    Arbitrary<OffsetDateTime> moments() {
        return Combinators.combine(
                        Arbitraries.longs().between(-62_135_596_800L, 253_402_300_799L),
                        Arbitraries.of(0, 1, 120_000_000, 123_456_789, 999_999_999),
                        Arbitraries.integers().between(-18 * 60, 18 * 60))
                .as((second, nanos, minutes) -> LocalDateTime.ofEpochSecond(second, nanos, ZoneOffset.UTC)
                        .atOffset(ZoneOffset.ofTotalSeconds(60 * minutes)));
    }

    @Provide
    Arbitrary<String> almost() {
        return Combinators.combine(
                        moments(),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.chars().with("0129:-+.TZ "))
                .as((moment, at, other) -> {
                    StringBuilder text = new StringBuilder(moment.toString());
                    text.setCharAt(Math.min(at, text.length() - 1), other);
                    return text.toString();
                });
    }
}
