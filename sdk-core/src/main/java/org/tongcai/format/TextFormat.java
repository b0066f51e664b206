package org.tongcai.format;

import org.tongcai.Bilingual;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.Node;

/**
 * The formats of the dialect, matched by hand: RFC 3339 dates and times with the dialect's restrictions, decimals, absolute URIs
 * (RFC 3986). Immutable and thread-safe; nothing is allocated where characters are given as an array.
 */
public enum TextFormat {
    /** Full-date of RFC 3339 that exists in the Gregorian calendar, from year 1000. */
    DATE("date", "日期（YYYY-MM-DD）", "date (YYYY-MM-DD)"),
    /** Date-time of RFC 3339 with offset, at most nine digits of fraction. */
    DATE_TIME(
            "date-time", "带时区的时间（YYYY-MM-DDThh:mm:ss+08:00）", "date and time with offset (YYYY-MM-DDThh:mm:ss+08:00)"),
    /** Year and month, from year 1000. */
    YEAR_MONTH("year-month", "年月（YYYY-MM）", "year and month (YYYY-MM)"),
    /** A decimal of some shape; see {@link #decimal}. */
    DECIMAL("decimal", "十进制数", "decimal"),
    /** Absolute URI in ASCII of at most 2,000 characters. */
    URI("uri", "网址（绝对 URI）", "absolute URI");

    /** Bound of the dialect. */
    private static final int MAX_URI = 2_000;

    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /** Characters of a URI that need no second look: unreserved and reserved but for "#", "[" and "]". */
    private static final boolean[] URI_CHARACTER = new boolean[128];

    static {
        for (char c = 0; c < 128; c++) {
            URI_CHARACTER[c] = letter(c) || digit(c) || "-._~:/?@!$&'()*+,;=".indexOf(c) >= 0;
        }
    }

    private final String id;
    private final Bilingual title;

    TextFormat(String id, String zh, String en) {
        this.id = id;
        this.title = new Bilingual(zh, en);
    }

    /** The format that the dialect calls {@code id}; {@link BundleException} where there is none. */
    public static TextFormat of(String id) {
        for (TextFormat format : values()) {
            if (format.id.equals(id)) {
                return format;
            }
        }
        throw new BundleException("unknown format " + id, null);
    }

    /** The format in words. */
    public Bilingual title() {
        return title;
    }

    /** Whether the text has the format; {@link #DECIMAL} has a method of its own. */
    public boolean matches(CharSequence text) {
        char[] chars = text.toString().toCharArray();
        return matches(chars, chars.length);
    }

    /** Whether the first {@code length} characters have the format; {@link #DECIMAL} has a method of its own. */
    public boolean matches(char[] text, int length) {
        return switch (this) {
            case DATE -> length == 10 && date(text);
            case DATE_TIME -> dateTime(text, length);
            case YEAR_MONTH -> length == 7 && yearMonth(text);
            case URI -> uri(text, length);
            case DECIMAL -> throw new IllegalStateException();
        };
    }

    /** Whether the first seven characters are a year and a month. */
    private static boolean yearMonth(char[] t) {
        int month = two(t, 5);
        return two(t, 0) >= 10 && two(t, 2) >= 0 && t[4] == '-' && month >= 1 && month <= 12;
    }

    /** Whether the first ten characters are a date of the Gregorian calendar. */
    private static boolean date(char[] t) {
        if (!yearMonth(t) || t[7] != '-') {
            return false;
        }
        int day = two(t, 8);
        int month = two(t, 5);
        if (day < 1) {
            return false;
        }
        if (month == 2 && day == 29) {
            int year = two(t, 0) * 100 + two(t, 2);
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        }
        return day <= DAYS[month - 1];
    }

    /** At most 14 hours, the bound of xs:dateTime. */
    private static boolean offset(int hours, int minutes) {
        return within(minutes, 59) && (within(hours, 13) || (hours == 14 && minutes == 0));
    }

    private static boolean dateTime(char[] t, int length) {
        if (length < 20 || !date(t) || t[10] != 'T' || t[13] != ':' || t[16] != ':') {
            return false;
        }
        if (!within(two(t, 11), 23) || !within(two(t, 14), 59) || !within(two(t, 17), 59)) {
            return false;
        }
        int p = 19;
        if (t[p] == '.') {
            int from = ++p;
            while (p < length && t[p] >= '0' && t[p] <= '9') {
                p++;
            }
            if (p == from || p - from > 9) {
                return false;
            }
        }
        if (p == length - 1) {
            return t[p] == 'Z';
        }
        return p == length - 6
                && (t[p] == '+' || t[p] == '-')
                && t[p + 3] == ':'
                && offset(two(t, p + 1), two(t, p + 4));
    }

    private static boolean within(int value, int most) {
        return value >= 0 && value <= most;
    }

    /** The two digits at {@code p} as a number; -1 where they are not digits. */
    private static int two(char[] t, int p) {
        int tens = t[p] - '0';
        int ones = t[p + 1] - '0';
        return (tens | ones) < 0 || tens > 9 || ones > 9 ? -1 : tens * 10 + ones;
    }

    /** Whether the text is a decimal of the shape: no leading zeros, no plus, no exponent, no negative zero. */
    public static boolean decimal(CharSequence text, Node.DecimalShape shape) {
        char[] chars = text.toString().toCharArray();
        return decimal(chars, chars.length, shape);
    }

    /** Whether the first {@code length} characters are a decimal of the shape. */
    public static boolean decimal(char[] t, int length, Node.DecimalShape shape) {
        int p = 0;
        boolean negative = length > 0 && t[0] == '-';
        if (negative) {
            if (!shape.signed()) {
                return false;
            }
            p = 1;
        }
        int from = p;
        int any = 0;
        while (p < length && t[p] >= '0' && t[p] <= '9') {
            any |= t[p++] - '0';
        }
        int before = p - from;
        if (before == 0 || before > 1 && t[from] == '0' || before > Math.max(1, shape.digits() - shape.fraction())) {
            return false;
        }
        if (shape.digits() == shape.fraction() && any != 0) {
            return false;
        }
        if (p < length) {
            if (t[p++] != '.') {
                return false;
            }
            int point = p;
            while (p < length && t[p] >= '0' && t[p] <= '9') {
                any |= t[p++] - '0';
            }
            if (p == point || p - point > shape.fraction() || p < length) {
                return false;
            }
        }
        return !negative || any != 0;
    }

    private static boolean uri(char[] t, int length) {
        if (length > MAX_URI || length == 0 || !letter(t[0])) {
            return false;
        }
        int p = 1;
        while (p < length && (letter(t[p]) || digit(t[p]) || t[p] == '+' || t[p] == '-' || t[p] == '.')) {
            p++;
        }
        if (p >= length - 1 || t[p++] != ':') {
            return false;
        }
        int authorityEnd = p;
        if (p + 1 < length && t[p] == '/' && t[p + 1] == '/') {
            authorityEnd = p + 2;
            while (authorityEnd < length && "/?#".indexOf(t[authorityEnd]) < 0) {
                authorityEnd++;
            }
            if (authorityEnd == length && authorityEnd == p + 2) {
                return false;
            }
        }
        boolean fragment = false;
        for (; p < length; p++) {
            char c = t[p];
            if (c < 128 && URI_CHARACTER[c]) {
                continue;
            }
            if (c == '%' && p + 2 < length && hex(t[p + 1]) && hex(t[p + 2])) {
                p += 2;
            } else if (c == '#' && !fragment) {
                fragment = true;
            } else if (c != '[' && c != ']' || p >= authorityEnd) {
                return false;
            }
        }
        return true;
    }

    private static boolean letter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean hex(char c) {
        return digit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
    }
}
