package org.tongcai.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;

/** One year: a bit for each working day and for each holiday, with counts before each word. Days count from 0. */
final class YearDays {

    private static final int WORDS = 6;

    private final long[] working = new long[WORDS];
    private final long[] holidays = new long[WORDS];

    /** Working days before each word; the last entry is the total. */
    private final int[] before = new int[WORDS + 1];

    /** Starts with Monday to Friday; the notice is then applied with the setters, and {@link #count} closes it. */
    YearDays(int year) {
        int length = Year.of(year).length();
        DayOfWeek first = LocalDate.of(year, 1, 1).getDayOfWeek();
        for (int day = 0; day < length; day++) {
            if (first.plus(day).compareTo(DayOfWeek.SATURDAY) < 0) {
                set(working, day);
            }
        }
    }

    void setHoliday(int day) {
        set(holidays, day);
        working[day >> 6] &= ~(1L << (day & 63));
    }

    void setMakeupWorkday(int day) {
        set(working, day);
    }

    YearDays count() {
        for (int word = 0; word < WORDS; word++) {
            before[word + 1] = before[word] + Long.bitCount(working[word]);
        }
        return this;
    }

    boolean isWorking(int day) {
        return get(working, day);
    }

    boolean isHoliday(int day) {
        return get(holidays, day);
    }

    int total() {
        return before[WORDS];
    }

    /** How many working days lie before {@code day}. */
    int workingBefore(int day) {
        int word = day >> 6;
        long lower = (1L << (day & 63)) - 1;
        return before[word] + Long.bitCount(working[word] & lower);
    }

    /** The working day that has {@code rank} working days before it; {@code rank} is 0 to {@link #total()} - 1. */
    int working(int rank) {
        int word = 0;
        while (before[word + 1] <= rank) {
            word++;
        }
        long bits = working[word];
        for (int skip = rank - before[word]; skip > 0; skip--) {
            bits &= bits - 1;
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    private static void set(long[] bits, int day) {
        bits[day >> 6] |= 1L << (day & 63);
    }

    private static boolean get(long[] bits, int day) {
        return (bits[day >> 6] & 1L << (day & 63)) != 0;
    }
}
