package org.tongcai.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.bundle.Node;

/** The formats of the dialect, section 3. */
class TextFormatTest {
    private static boolean is(TextFormat format, String text) {
        return format.matches(text.toCharArray(), text.length());
    }

    private static boolean decimal(String text, int digits, int fraction, boolean signed) {
        return TextFormat.decimal(text.toCharArray(), text.length(), new Node.DecimalShape(digits, fraction, signed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T00:00:00Z",
                "2026-03-01T23:59:59+08:00",
                "2026-03-01T09:30:00.123456789-05:30",
                "2024-02-29T00:00:00Z"
            })
    void momentsWithAnOffset(String text) {
        assertEquals(true, is(TextFormat.DATE_TIME, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01t00:00:00Z",
                "2026-03-01T00:00:00z",
                "2026-03-01T00:00:60Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01 00:00:00Z",
                "2026-03-01T00:00:00",
                "2026-03-01T00:00Z",
                "2026-03-01T00:00:00.Z",
                "2026-03-01T00:00:00.1234567890Z",
                "2026-02-29T00:00:00Z",
                "2026-03-01T00:00:00+0800",
                "2026-03-01T00:00:00+14:01",
                "2026-03-01T00:00:00-15:00",
                "2026-03-01T00:00:00+24:00",
                "2026-03-01T00:00:00+08:60",
                "2026-03-01T00:00:00Z ",
                "2026-03-01",
                "",
                "2026-03-01T00:00:00+08:00x"
            })
    void noMoments(String text) {
        assertEquals(false, is(TextFormat.DATE_TIME, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.cn/a?b=c&d=%E4%B8%AD#e",
                "mailto:a@example.cn",
                "urn:uuid:1",
                "http://[::1]:8080/",
                "file:///a",
                "a:b"
            })
    void addresses(String text) {
        assertEquals(true, is(TextFormat.URI, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.example.cn",
                "/a",
                "http:",
                "http://",
                "1a:b",
                "http://例子",
                "http://a b",
                "http://a/%zz",
                "http://a/#b#c",
                "http://a/[b]",
                "",
                ":",
                "http://a\\b"
            })
    void noAddresses(String text) {
        assertEquals(false, is(TextFormat.URI, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01", "1000-12"})
    void months(String text) {
        assertEquals(true, is(TextFormat.YEAR_MONTH, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-00", "0999-12", "2026-13", "2026-1", "202601", "2026/01", "2026-01-01", ""})
    void noMonths(String text) {
        assertEquals(false, is(TextFormat.YEAR_MONTH, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.5", "-0.5", "999999999999.99", "-1", "10", "0.00"})
    void decimals(String text) {
        assertEquals(true, decimal(text, 14, 2, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".5",
                "1.",
                "01",
                "+1",
                "1e3",
                "-0",
                "-0.00",
                "1000000000000",
                "0.001",
                "1,000",
                "１",
                "1 ",
                "1.2.3"
            })
    void noDecimals(String text) {
        assertEquals(false, decimal(text, 14, 2, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.0"})
    void aShapeMayBarSignAndFraction(String text) {
        assertEquals(false, decimal(text, 5, 0, false));
    }

    @Property
    void datesAreThoseOfTheCalendar(@ForAll("dates") String text) {
        boolean exists;
        try {
            exists = LocalDate.parse(
                                    text,
                                    DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT))
                            .getYear()
                    >= 1000;
        } catch (DateTimeParseException e) {
            exists = false;
        }
        assertEquals(exists, is(TextFormat.DATE, text));
    }

    @Provide
    Arbitrary<String> dates() {
        Arbitrary<String> near = Arbitraries.integers()
                .between(0, 9_999 * 14 * 33)
                .map(n -> String.format("%04d-%02d-%02d", n / 14 / 33, n / 33 % 14, n % 33));
        return Arbitraries.oneOf(near, near.map(text -> text.replace('-', '/')), near.map(text -> text.substring(1)));
    }

    @Property
    void decimalsAreThoseOfAPattern(@ForAll("figures") String text) {
        boolean form =
                Pattern.matches("-?(0|[1-9][0-9]{0,3})(\\.[0-9]{1,3})?", text) && !Pattern.matches("-[0.]+", text);
        assertEquals(form, decimal(text, 7, 3, true), text);
    }

    @Provide
    Arbitrary<String> figures() {
        return Arbitraries.strings().withChars('0', '1', '9', '.', '-').ofMaxLength(9);
    }
}
