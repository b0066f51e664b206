package org.tongcai.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.tongcai.calendar.WorkCalendar;

/** Days as numbers do what {@link LocalDate} does. */
class DaysPropertiesTest {
    private final WorkCalendar calendar = new Sample().calendar();

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

    @Property
    void stepsOnTheWorkingCalendar(
            @ForAll @LongRange(min = 17_000, max = 20_000) long day, @ForAll @LongRange(min = 0, max = 400) long n) {
        LocalDate date = LocalDate.ofEpochDay(day);
        long later = Days.plusWorkdays(() -> calendar, day, n);
        assertEquals(calendar.plusWorkingDays(date, (int) n).toEpochDay(), later);
        assertEquals(n, Days.workdays(() -> calendar, day, later), "there and back");
        assertEquals(calendar.plusDaysRolled(date, (int) n).toEpochDay(), Days.plusDaysRolled(() -> calendar, day, n));
        assertEquals(calendar.isWorkingDay(date), Days.isWorkday(() -> calendar, day));
    }
}
