package org.tongcai.client.json;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads moments. What platforms write is read digit by digit: the formatter of the library makes thirty objects for each, and a batch has
 * a thousand of them. Whatever looks otherwise is left to the library.
 */
final class Moments {
    private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";

    private Moments() {}

    /**
     * A moment with offset.
     *
     * @throws DateTimeException if it is none
     */
    static OffsetDateTime parse(String text) {
        OffsetDateTime plain = plain(text);
        return plain == null ? OffsetDateTime.parse(text) : plain;
    }

    private static @Nullable OffsetDateTime plain(String text) {
        int length = text.length();
        if (length <= SHAPE.length() || !matches(text, 0, SHAPE)) {
            return null;
        }
        int at = SHAPE.length();
        int nanos = 0;
        if (text.charAt(at) == '.') {
            int from = ++at;
            while (at < length && isDigit(text, at)) {
                nanos = at - from < 9 ? 10 * nanos + digit(text, at) : nanos;
                at++;
            }
            if (at == from || at - from > 9) {
                return null;
            }
            for (int digits = at - from; digits < 9; digits++) {
                nanos *= 10;
            }
        }
        ZoneOffset offset = offset(text, at);
        return offset == null
                ? null
                : OffsetDateTime.of(
                        100 * two(text, 0) + two(text, 2),
                        two(text, 5),
                        two(text, 8),
                        two(text, 11),
                        two(text, 14),
                        two(text, 17),
                        nanos,
                        offset);
    }

    private static @Nullable ZoneOffset offset(String text, int at) {
        if (text.length() == at + 1 && text.charAt(at) == 'Z') {
            return ZoneOffset.UTC;
        }
        if (text.length() != at + 6 || !matches(text, at + 1, "dd:dd")) {
            return null;
        }
        char sign = text.charAt(at);
        if (sign != '+' && sign != '-') {
            return null;
        }
        int minutes = 60 * two(text, at + 1) + two(text, at + 4);
        return two(text, at + 4) > 59 ? null : ZoneOffset.ofTotalSeconds((sign == '+' ? 60 : -60) * minutes);
    }

    private static boolean matches(String text, int from, String shape) {
        for (int i = 0; i < shape.length(); i++) {
            char wanted = shape.charAt(i);
            if (wanted == 'd' ? !isDigit(text, from + i) : text.charAt(from + i) != wanted) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(String text, int at) {
        char c = text.charAt(at);
        return c >= '0' && c <= '9';
    }

    private static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }

    private static int two(String text, int at) {
        return 10 * digit(text, at) + digit(text, at + 1);
    }
}
