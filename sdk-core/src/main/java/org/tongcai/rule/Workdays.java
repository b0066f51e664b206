package org.tongcai.rule;

import java.time.LocalDate;
import java.time.Year;
import org.tongcai.calendar.CalendarYearMissingException;
import org.tongcai.calendar.WorkCalendar;

/**
 * A calendar of working days for counting in days since 1970-01-01: what lies within its last unbroken run of years is looked up in a
 * table, the rest is asked of the calendar. Immutable.
 */
final class Workdays {
    private final WorkCalendar calendar;
    private final long first;
    /** How many working days of the run lie before each of its days. */
    private final int[] before;
    /** The working days of the run, counted from its first day. */
    private final int[] working;

    Workdays(WorkCalendar calendar) {
        this.calendar = calendar;
        int last = calendar.years().last();
        int year = last;
        while (calendar.years().contains(year - 1)) {
            year--;
        }
        first = LocalDate.ofYearDay(year, 1).toEpochDay();
        int days = (int) (LocalDate.ofYearDay(last, 1).toEpochDay() - first)
                + Year.of(last).length();
        before = new int[days + 1];
        int[] found = new int[days];
        for (int i = 0; i < days; i++) {
            boolean works = calendar.isWorkingDay(LocalDate.ofEpochDay(first + i));
            if (works) {
                found[before[i]] = i;
            }
            before[i + 1] = before[i] + (works ? 1 : 0);
        }
        working = java.util.Arrays.copyOf(found, before[days]);
    }

    private boolean knows(long day) {
        return day >= first && day < first + before.length - 1;
    }

    private int at(long day) {
        return (int) (day - first);
    }

    boolean isWorkday(long day) {
        if (knows(day)) {
            return before[at(day) + 1] > before[at(day)];
        }
        try {
            return calendar.isWorkingDay(LocalDate.ofEpochDay(day));
        } catch (CalendarYearMissingException e) {
            throw missing(e);
        }
    }

    /** Working days after {@code a} up to and including {@code b}; see {@link WorkCalendar#workingDaysBetween}. */
    long between(long a, long b) {
        if (knows(a) && knows(b)) {
            return b >= a ? before[at(b) + 1] - before[at(a) + 1] : before[at(b)] - before[at(a)];
        }
        try {
            return calendar.workingDaysBetween(LocalDate.ofEpochDay(a), LocalDate.ofEpochDay(b));
        } catch (CalendarYearMissingException e) {
            throw missing(e);
        }
    }

    /** The {@code n}th working day after a day, before it for a negative {@code n}. */
    long plus(long day, long n) {
        if (n == 0 && knows(day)) {
            return day;
        }
        if (knows(day) && n > -before.length && n < before.length) {
            long rank = n > 0 ? before[at(day) + 1] + n - 1 : before[at(day)] + n;
            if (rank >= 0 && rank < working.length) {
                return first + working[(int) rank];
            }
        }
        try {
            return calendar.plusWorkingDays(LocalDate.ofEpochDay(day), Math.toIntExact(n))
                    .toEpochDay();
        } catch (CalendarYearMissingException e) {
            throw missing(e);
        } catch (ArithmeticException e) {
            throw Undetermined.DAY_RANGE;
        }
    }

    /** The day itself, the next working day where it is none. */
    long rolled(long day) {
        return isWorkday(day) ? day : plus(day, 1);
    }

    private static Undetermined missing(CalendarYearMissingException e) {
        return Undetermined.of("日历中没有 " + e.year() + " 年的放假通知", "the calendar has no holiday notice for " + e.year());
    }
}
