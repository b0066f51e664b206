package org.tongcai.rule;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days as days since 1970-01-01, moments as {@link Facts} has them. */
final class Days {
    private static final long FIRST = LocalDate.MIN.toEpochDay();
    private static final long LAST = LocalDate.MAX.toEpochDay();
    private static final long MILLIS_A_MINUTE = 60_000;
    private static final long MILLIS_A_DAY = 86_400_000;

    private Days() {}

    /** A day as documents write it. */
    static long parse(String text) {
        try {
            return LocalDate.parse(text).toEpochDay();
        } catch (DateTimeException e) {
            throw Undetermined.NO_DAY;
        }
    }

    static long plusDays(long day, long n) {
        long result;
        try {
            result = Math.addExact(day, n);
        } catch (ArithmeticException e) {
            throw Undetermined.DAY_RANGE;
        }
        return inRange(result);
    }

    private static long inRange(long day) {
        if (day < FIRST || day > LAST) {
            throw Undetermined.DAY_RANGE;
        }
        return day;
    }

    static long plusMonths(long day, long n) {
        try {
            return LocalDate.ofEpochDay(day).plusMonths(n).toEpochDay();
        } catch (DateTimeException | ArithmeticException e) {
            throw Undetermined.DAY_RANGE;
        }
    }

    static long plusYears(long day, long n) {
        try {
            return LocalDate.ofEpochDay(day).plusYears(n).toEpochDay();
        } catch (DateTimeException | ArithmeticException e) {
            throw Undetermined.DAY_RANGE;
        }
    }

    static long year(long day) {
        return LocalDate.ofEpochDay(day).getYear();
    }

    static long plusDaysRolled(Workdays calendar, long day, long n) {
        long last = plusDays(day, n);
        if (n < 0) {
            throw Undetermined.DAY_RANGE;
        }
        return calendar.rolled(last);
    }

    static long millis(long moment) {
        return moment >> Facts.OFFSET_BITS;
    }

    /** Offset from UTC in minutes. */
    static int offset(long moment) {
        return (int) (moment & (1 << Facts.OFFSET_BITS) - 1) - Facts.OFFSET_BIAS;
    }

    /** The day of a moment in its own offset. */
    static long dateOf(long moment) {
        return Math.floorDiv(millis(moment) + offset(moment) * MILLIS_A_MINUTE, MILLIS_A_DAY);
    }

    static long minutes(long a, long b) {
        return (millis(b) - millis(a)) / MILLIS_A_MINUTE;
    }
}
