package org.tongcai.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.tongcai.calendar.CalendarYearMissingException;
import org.tongcai.calendar.WorkCalendar;

/** Days as numbers do what {@link LocalDate} does. */
class DaysPropertiesTest {
    private final WorkCalendar calendar = new Sample().calendar();
    private final Workdays workdays = new Workdays(calendar);

    private interface Step {
        LocalDate apply(LocalDate day, long n);
    }

    private interface Counted {
        long apply(long day, long n);
    }

    private static void same(Step expected, Counted actual, long day, long n) {
        LocalDate result;
        try {
            result = expected.apply(LocalDate.ofEpochDay(day), n);
        } catch (DateTimeException | ArithmeticException e) {
            assertThrows(Undetermined.class, () -> actual.apply(day, n));
            return;
        }
        assertEquals(result.toEpochDay(), actual.apply(day, n));
    }

    @Property
    void stepsOnThePlainCalendar(
            @ForAll @LongRange(min = -400_000, max = 3_000_000) long day, @ForAll long far, @ForAll short near) {
        for (long n : new long[] {far, near}) {
            same(LocalDate::plusDays, Days::plusDays, day, n);
            same(LocalDate::plusMonths, Days::plusMonths, day, n);
            same(LocalDate::plusYears, Days::plusYears, day, n);
        }
        assertEquals(LocalDate.ofEpochDay(day).getYear(), Days.year(day));
    }

    /** The days reach beyond the years that the calendar has, on both sides. */
    @Property
    void stepsOnTheWorkingCalendar(
            @ForAll @LongRange(min = 15_500, max = 21_500) long day, @ForAll @LongRange(min = -400, max = 400) long n) {
        LocalDate date = LocalDate.ofEpochDay(day);
        LocalDate other = date.plusDays(n);
        alike(() -> calendar.plusWorkingDays(date, (int) n).toEpochDay(), () -> workdays.plus(day, n));
        alike(() -> (long) calendar.workingDaysBetween(date, other), () -> workdays.between(day, other.toEpochDay()));
        alike(() -> calendar.isWorkingDay(date) ? 1L : 0L, () -> workdays.isWorkday(day) ? 1L : 0L);
        if (n >= 0) {
            alike(
                    () -> calendar.plusDaysRolled(date, (int) n).toEpochDay(),
                    () -> Days.plusDaysRolled(workdays, day, n));
        }
    }

    private static void alike(Supplier<Long> expected, Supplier<Long> actual) {
        long result;
        try {
            result = expected.get();
        } catch (CalendarYearMissingException e) {
            assertThrows(Undetermined.class, actual::get);
            return;
        }
        assertEquals(result, actual.get());
    }
}
