package org.tongcai.compiler.strict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.bundle.Node;

class ShapesTest {
    private static final Pattern DATE = Pattern.compile(Shapes.DATE_PATTERN);
    private static final Pattern DATE_TIME = Pattern.compile(Shapes.DATE_TIME_PATTERN);
    private static final Pattern URI = Pattern.compile(Shapes.URI_PATTERN);

    /** The Gregorian calendar repeats after 400 years, so these are all the dates that there are. */
    @Test
    void datesAreThoseOfTheCalendar() {
        for (int year = 1800; year < 2200; year++) {
            for (int month = 0; month <= 13; month++) {
                for (int day = 0; day <= 32; day++) {
                    String text = String.format("%04d-%02d-%02d", year, month, day);
                    boolean exists = month >= 1
                            && month <= 12
                            && day >= 1
                            && day <= LocalDate.of(year, month, 1).lengthOfMonth();
                    assertEquals(exists, DATE.matcher(text).matches(), text);
                }
            }
        }
    }

    @Test
    void leapDaysFollowTheCenturies() {
        for (int year = 1000; year <= 9999; year++) {
            String text = String.format("%04d-02-29", year);
            assertEquals(Year.isLeap(year), DATE.matcher(text).matches(), text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T09:30:00+08:00, true",
        "2026-11-21T09:30:00Z, true",
        "2026-11-21T09:30:00.123456789-13:59, true",
        "2026-11-21T09:30:00+14:00, true",
        "2026-11-21T09:30:00+14:01, false",
        "0999-11-21T09:30:00Z, false",
        "2026-11-21t09:30:00z, false",
        "2026-11-21T09:30:60Z, false",
        "2026-11-21T24:00:00Z, false",
        "2026-11-21T09:30:00.Z, false",
        "2026-11-21T09:30:00.1234567890Z, false",
        "2026-11-21T09:30Z, false",
        "2026-11-21T09:30:00, false",
        "2026-11-21T09:30:00+0800, false",
        "2026-11-21T09:30:00+24:00, false",
        "2026-11-21 09:30:00Z, false",
        "2026-02-29T09:30:00Z, false",
    })
    void momentsHaveAnOffsetAndNoLeapSecond(String text, boolean valid) {
        assertEquals(valid, DATE_TIME.matcher(text).matches());
    }

    /** Against arithmetic: a text is of the shape when it is the plain spelling of a number that fits. */
    @Property(tries = 5_000)
    void decimalsAreOfTheirShape(@ForAll("decimalTexts") String text, @ForAll("shapes") Node.DecimalShape shape) {
        boolean matches = Pattern.compile(Shapes.decimal(shape)).matcher(text).matches();
        assertEquals(fits(text, shape), matches, () -> text + " as " + shape);
    }

    @Provide
    Arbitrary<String> decimalTexts() {
        return Arbitraries.strings().withChars("0019-.+eE").ofMinLength(0).ofMaxLength(8);
    }

    @Provide
    Arbitrary<Node.DecimalShape> shapes() {
        return Arbitraries.integers()
                .between(1, 6)
                .flatMap(digits -> Arbitraries.integers()
                        .between(0, digits)
                        .flatMap(fraction -> Arbitraries.of(true, false)
                                .map(signed -> new Node.DecimalShape(digits, fraction, signed))));
    }

    private static boolean fits(String text, Node.DecimalShape shape) {
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException e) {
            return false;
        }
        boolean plain = value.toPlainString().equals(text) && text.indexOf('e') < 0 && text.indexOf('E') < 0;
        int before = value.abs().toBigInteger().signum() == 0 ? 0 : value.precision() - value.scale();
        return plain
                && value.scale() >= 0
                && value.scale() <= shape.fraction()
                && before <= shape.digits() - shape.fraction()
                && (shape.signed() || value.signum() >= 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "https://example.org/a/b?c=d#e",
                "http://[2001:db8::1]:8080/",
                "https://example.org/%E4%B8%AD",
                "file:///tmp/a",
                "urn:isbn:123",
                "mailto:a@example.org",
                "a:/",
                "a:#b"
            })
    void absoluteUris(String text) {
        assertEquals(true, URI.matcher(text).matches());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "//example.org",
                "https:",
                "https://",
                "https://例.org",
                "https://example.org/a b",
                "https://example.org/%",
                "https://example.org/%G0",
                "https://example.org/#a#b",
                "https://example.org/[a]",
                "1a:b",
                ":a",
                ""
            })
    void everythingElse(String text) {
        assertEquals(false, URI.matcher(text).matches());
    }

    @Test
    void longUrisDoNotOverflowTheMatcher() {
        String longest = "https://example.org/" + "%41a".repeat(495);
        assertEquals(Shapes.URI_LENGTH, longest.length());
        assertEquals(true, URI.matcher(longest).matches());
    }
}
