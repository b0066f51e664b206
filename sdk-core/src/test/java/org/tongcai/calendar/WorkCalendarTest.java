package org.tongcai.calendar;

import static java.time.LocalDate.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tongcai.calendar.SampleCalendar.CALENDAR;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days and periods around the holidays of real years. */
class WorkCalendarTest {

    @Test
    void knowsTheYearsWhoseOwnNoticeIsLoaded() {
        assertEquals(List.of(2019, 2024, 2025, 2026), List.copyOf(CALENDAR.years()));
        assertThrows(UnsupportedOperationException.class, () -> CALENDAR.years().remove(2019));
        assertEquals("WorkCalendar[2019, 2024, 2025, 2026]", CALENDAR.toString());
    }

    @ParameterizedTest
    @CsvSource({
        // date, working day, holiday
        "2026-02-13, true, false", // an ordinary Friday
        "2026-02-14, true, false", // a Saturday made up for the Spring Festival
        "2026-02-15, false, true", // a Sunday that the notice names
        "2026-02-23, false, true", // a Monday off
        "2026-03-07, false, false", // an ordinary Saturday is no holiday
        "2025-12-31, true, false",
        "2026-12-31, true, false",
    })
    void tellsWorkingDaysAndHolidays(LocalDate date, boolean working, boolean holiday) {
        assertEquals(working, CALENDAR.isWorkingDay(date));
        assertEquals(holiday, CALENDAR.isHoliday(date));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-10,   7, 2026-02-26", // over the Spring Festival
        "2026-02-13,   1, 2026-02-14", // a make-up Saturday counts
        "2026-02-14,   5, 2026-02-28",
        "2026-09-30,   7, 2026-10-15",
        "2025-12-31,   2, 2026-01-05", // over the turn of the year
        "2026-02-15,   1, 2026-02-24", // from within a holiday
        "2026-02-15,   0, 2026-02-15", // nothing is counted, nothing moves
        "2026-02-24,  -1, 2026-02-14",
        "2026-01-05,  -2, 2025-12-31",
        "2025-01-02, 495, 2026-12-31",
        "2026-12-31,-495, 2025-01-02",
    })
    void countsWorkingDaysWithoutTheStart(LocalDate start, int n, LocalDate expected) {
        assertEquals(expected, CALENDAR.plusWorkingDays(start, n));
        if (CALENDAR.isWorkingDay(start) || n == 0) {
            assertEquals(start, CALENDAR.plusWorkingDays(expected, -n));
        }
        assertEquals(n, CALENDAR.workingDaysBetween(start, expected));
    }

    @Test
    void nextWorkingDayIsNeverTheDayItself() {
        assertEquals(parse("2026-02-12"), CALENDAR.nextWorkingDay(parse("2026-02-11")));
        assertEquals(parse("2026-02-24"), CALENDAR.nextWorkingDay(parse("2026-02-14")));
    }

    @ParameterizedTest
    @CsvSource({
        // start, days, all rest days, holidays only, none
        "2026-01-30, 20, 2026-02-24, 2026-02-24, 2026-02-19", // ends in the Spring Festival
        "2026-01-25, 30, 2026-02-24, 2026-02-24, 2026-02-24", // ends on a working day
        "2026-03-02, 20, 2026-03-23, 2026-03-22, 2026-03-22", // ends on an ordinary Sunday
        "2026-01-25, 20, 2026-02-14, 2026-02-14, 2026-02-14", // ends on a make-up Saturday
        "2025-05-17, 15, 2025-06-03, 2025-06-03, 2025-06-01", // a holiday that ends on a Monday
        "2026-10-04,  0, 2026-10-08, 2026-10-08, 2026-10-04",
    })
    void rollsTheLastDayOn(LocalDate start, int n, LocalDate rest, LocalDate holidays, LocalDate none) {
        assertEquals(rest, CALENDAR.plusDaysRolled(start, n));
        assertEquals(rest, CALENDAR.plusDaysRolled(start, n, RollOver.REST_DAYS));
        assertEquals(holidays, CALENDAR.plusDaysRolled(start, n, RollOver.HOLIDAYS_ONLY));
        assertEquals(none, CALENDAR.plusDaysRolled(start, n, RollOver.NONE));
    }

    @Test
    void periodsAreNotNegative() {
        assertThrows(IllegalArgumentException.class, () -> CALENDAR.plusDaysRolled(parse("2026-03-02"), -1));
    }

    @Test
    void countsCalendarDaysWithoutTheFirst() {
        assertEquals(20, WorkCalendar.daysBetween(parse("2026-03-02"), parse("2026-03-22")));
        assertEquals(-1, WorkCalendar.daysBetween(parse("2026-03-02"), parse("2026-03-01")));
    }

    /** The notice of 2019 gave 2018-12-31 off; that does not make 2018 a year of which anything is known. */
    @Test
    void rowsOfAnotherNoticeDoNotMakeAYear() {
        assertMissing(2018, () -> CALENDAR.isWorkingDay(parse("2018-12-31")));
        assertMissing(2018, () -> CALENDAR.isHoliday(parse("2018-12-31")));
    }

    @Test
    void neverGuessesAYear() {
        assertMissing(2027, () -> CALENDAR.isWorkingDay(parse("2027-03-01")));
        assertMissing(2027, () -> CALENDAR.isHoliday(parse("2027-03-01")));
        assertMissing(2027, () -> CALENDAR.nextWorkingDay(parse("2026-12-31")));
        assertMissing(2027, () -> CALENDAR.plusWorkingDays(parse("2026-12-31"), Integer.MAX_VALUE));
        assertMissing(2027, () -> CALENDAR.plusDaysRolled(parse("2026-12-25"), 20));
        assertMissing(2027, () -> CALENDAR.plusDaysRolled(parse("2026-12-25"), 20, RollOver.HOLIDAYS_ONLY));
        assertMissing(2027, () -> CALENDAR.workingDaysBetween(parse("2026-12-25"), parse("2027-01-04")));
        assertMissing(2023, () -> CALENDAR.plusWorkingDays(parse("2024-01-02"), -1));
        assertMissing(2023, () -> CALENDAR.plusWorkingDays(parse("2024-01-02"), Integer.MIN_VALUE));
        assertMissing(2023, () -> CALENDAR.plusWorkingDays(parse("2023-12-29"), 0));
    }

    /** Both ends are known, the four years between them are not. */
    @Test
    void neverCountsOverAGap() {
        assertMissing(2020, () -> CALENDAR.plusWorkingDays(parse("2019-12-30"), 5));
        assertMissing(2020, () -> CALENDAR.workingDaysBetween(parse("2019-12-30"), parse("2024-01-02")));
        assertMissing(2020, () -> CALENDAR.workingDaysBetween(parse("2024-01-02"), parse("2019-12-30")));
    }

    @Test
    void saysWhatToLoad() {
        CalendarYearMissingException e =
                assertThrows(CalendarYearMissingException.class, () -> CALENDAR.isWorkingDay(parse("2027-03-01")));
        assertEquals(
                "the calendar has no State Council holiday notice for 2027 (it has 2019, 2024, 2025, 2026):"
                        + " load the table of 2027 with WorkCalendar.read",
                e.getMessage());
        assertTrue(e.messageZh().contains("2027 年的国务院放假通知"));
        assertFalse(e.messageZh().contains("2028"));
    }

    private static void assertMissing(int year, Executable call) {
        assertEquals(
                year, assertThrows(CalendarYearMissingException.class, call).year());
    }
}
