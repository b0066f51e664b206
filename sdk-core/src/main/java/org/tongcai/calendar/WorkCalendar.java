package org.tongcai.calendar;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Working days and periods by the holiday notices of the State Council. Immutable and thread-safe.
 *
 * <p>A period counts from the day after it starts; if its last day is a holiday it ends on the first day after it
 * (财政部令第87号第八十五条, 财政部令第94号第四十二条, 财政部令第110号第四十九条). 日 are calendar days, 工作日 are working days.
 *
 * <p>Every day given to a method or reached by counting must lie in one of {@link #years()}; otherwise the method throws
 * {@link CalendarYearMissingException}. Notices are usually issued in November for the year to come, and one may still
 * move the last days of December of the year before it: a result there is final only once both years are loaded.
 *
 * <p>Counting costs a step for each year that is crossed, not for each day.
 */
public final class WorkCalendar {

    private final NavigableMap<Integer, YearDays> loaded;
    private final int firstYear;

    /** From {@link #firstYear} on; null for a year without its notice. */
    private final @Nullable YearDays[] years;

    private WorkCalendar(NavigableMap<Integer, YearDays> loaded) {
        this.loaded = Collections.unmodifiableNavigableMap(loaded);
        this.firstYear = loaded.firstKey();
        this.years = new YearDays[loaded.lastKey() - firstYear + 1];
        loaded.forEach((year, days) -> years[year - firstYear] = days);
    }

    /**
     * Reads one or more holiday tables, such as the one of the standard and one for a year issued since.
     *
     * <p>CSV in UTF-8 with the header {@code date,kind,name,notice}: ISO date; {@code holiday} or {@code makeup-workday};
     * name of the holiday; number of the notice. The same row may occur twice. A year is taken up when its own notice is
     * there, which is seen by 1 January and 1 October being holidays. The streams are not closed.
     *
     * @throws IllegalArgumentException if a table is malformed (with the line), contradicts itself or another, or no year
     *     is complete
     * @throws java.io.UncheckedIOException if reading fails
     */
    public static WorkCalendar read(InputStream... tables) {
        HolidayTable all = new HolidayTable();
        for (InputStream table : tables) {
            all.read(table);
        }
        NavigableMap<Integer, YearDays> years = all.years();
        if (years.isEmpty()) {
            throw new IllegalArgumentException("no year is complete: 1 January and 1 October must be holidays");
        }
        return new WorkCalendar(years);
    }

    /** The years with a notice, ascending; unmodifiable. */
    public NavigableSet<Integer> years() {
        return loaded.navigableKeySet();
    }

    /** Whether people work on that day: Monday to Friday unless declared off, and the make-up days on weekends. */
    public boolean isWorkingDay(LocalDate date) {
        return year(date.getYear()).isWorking(index(date));
    }

    /**
     * Whether a notice declares the day off 放假. A weekend day is a holiday only if the notice names it; see {@link
     * #isWorkingDay} for whether people work.
     */
    public boolean isHoliday(LocalDate date) {
        return year(date.getYear()).isHoliday(index(date));
    }

    /** The first working day after {@code date}, which is not counted itself. */
    public LocalDate nextWorkingDay(LocalDate date) {
        return plusWorkingDays(date, 1);
    }

    /**
     * The day {@code n} working days after {@code start}, which is not counted, whether it is a working day or not;
     * before it for a negative {@code n}. {@code start} itself for 0.
     */
    public LocalDate plusWorkingDays(LocalDate start, int n) {
        int year = start.getYear();
        YearDays days = year(year);
        if (n == 0) {
            return start;
        }
        // Ranks count working days from the start of the year at hand; below 0 they lie in the years before it.
        long rank = n > 0
                ? (long) days.workingBefore(index(start)) + (days.isWorking(index(start)) ? 1 : 0) + n - 1
                : (long) days.workingBefore(index(start)) + n;
        while (rank < 0) {
            year--;
            days = year(year);
            rank += days.total();
        }
        while (rank >= days.total()) {
            rank -= days.total();
            year++;
            days = year(year);
        }
        return LocalDate.ofYearDay(year, days.working((int) rank) + 1);
    }

    /** {@link #plusDaysRolled(LocalDate, int, RollOver)} over all rest days. */
    public LocalDate plusDaysRolled(LocalDate start, int n) {
        return plusDaysRolled(start, n, RollOver.REST_DAYS);
    }

    /**
     * The last day of a period of {@code n} calendar days: {@code start} is not counted, and a last day that is off moves
     * on as {@code rollOver} says.
     *
     * @param n 0 or more
     * @throws IllegalArgumentException if {@code n} is negative: the law moves ends of periods on, never back
     */
    public LocalDate plusDaysRolled(LocalDate start, int n, RollOver rollOver) {
        if (n < 0) {
            throw new IllegalArgumentException("a period has 0 days or more, not " + n);
        }
        LocalDate last = start.plusDays(n);
        return switch (rollOver) {
            case NONE -> last;
            case REST_DAYS -> isWorkingDay(last) ? last : nextWorkingDay(last);
            case HOLIDAYS_ONLY -> firstOutsideHolidays(last);
        };
    }

    /** Day by day: the longest holiday so far had ten days. */
    private LocalDate firstOutsideHolidays(LocalDate date) {
        LocalDate day = date;
        while (isHoliday(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /**
     * How many working days lie after {@code a} up to and including {@code b}. When {@code b} is before {@code a}: minus
     * the working days from {@code b} on and before {@code a}. So {@code workingDaysBetween(a, plusWorkingDays(a, n))} is
     * {@code n} for every {@code n}.
     */
    public int workingDaysBetween(LocalDate a, LocalDate b) {
        if (b.isBefore(a)) {
            return -countBetween(b, a, 0);
        }
        return countBetween(a, b, 1);
    }

    /** Working days in [from + shift, to + shift). */
    private int countBetween(LocalDate from, LocalDate to, int shift) {
        int year = from.getYear();
        YearDays days = year(year);
        int count = -days.workingBefore(index(from) + shift);
        for (; year < to.getYear(); days = year(++year)) {
            count += days.total();
        }
        return count + days.workingBefore(index(to) + shift);
    }

    /** How many calendar days lie after {@code a} up to and including {@code b}; negative when {@code b} is earlier. */
    public static long daysBetween(LocalDate a, LocalDate b) {
        return ChronoUnit.DAYS.between(a, b);
    }

    private static int index(LocalDate date) {
        return date.getDayOfYear() - 1;
    }

    private YearDays year(int year) {
        int index = year - firstYear;
        YearDays days = index >= 0 && index < years.length ? years[index] : null;
        if (days == null) {
            throw new CalendarYearMissingException(year, text());
        }
        return days;
    }

    private String text() {
        return loaded.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** The years that are loaded. */
    @Override
    public String toString() {
        return "WorkCalendar[" + text() + "]";
    }
}
