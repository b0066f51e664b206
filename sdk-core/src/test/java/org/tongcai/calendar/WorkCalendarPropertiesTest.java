package org.tongcai.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Counting by prefix sums agrees with counting day by day, on invented tables of three years. */
class WorkCalendarPropertiesTest {

    private static final int FIRST_YEAR = 2039;
    private static final LocalDate FIRST = LocalDate.of(FIRST_YEAR, 1, 1);
    private static final int DAYS = 365 + 366 + 365;

    /** Days that are kept this far from the ends leave room for 150 working days either way. */
    private static final int ROOM = 365;

    /** The rows by day from {@link #FIRST}, true for a holiday. */
    private record Sample(Map<Integer, Boolean> rows, WorkCalendar calendar) {

        boolean isWorkingDay(LocalDate date) {
            Boolean holiday = rows.get((int) WorkCalendar.daysBetween(FIRST, date));
            return holiday == null ? date.getDayOfWeek().getValue() <= 5 : !holiday;
        }

        LocalDate stepping(LocalDate start, int n) {
            LocalDate day = start;
            for (int left = Math.abs(n); left > 0; ) {
                day = day.plusDays(Integer.signum(n));
                left -= isWorkingDay(day) ? 1 : 0;
            }
            return day;
        }

        int counting(LocalDate a, LocalDate b) {
            int count = 0;
            for (LocalDate day = a.plusDays(1); !day.isAfter(b); day = day.plusDays(1)) {
                count += isWorkingDay(day) ? 1 : 0;
            }
            return count;
        }
    }

    @Property(tries = 300)
    void agreesWithCountingDayByDay(
            @ForAll @From("samples") Sample sample,
            @ForAll @From("middleDays") LocalDate start,
            @ForAll @IntRange(min = -150, max = 150) int n) {
        LocalDate end = sample.calendar().plusWorkingDays(start, n);
        assertEquals(sample.stepping(start, n), end);
        assertEquals(n, sample.calendar().workingDaysBetween(start, end));
    }

    @Property(tries = 300)
    void betweenAgreesWithCountingDayByDay(
            @ForAll @From("samples") Sample sample,
            @ForAll @From("anyDays") LocalDate a,
            @ForAll @From("anyDays") LocalDate b) {
        LocalDate from = a.isBefore(b) ? a : b;
        LocalDate to = a.isBefore(b) ? b : a;
        int forwards = sample.calendar().workingDaysBetween(from, to);
        assertEquals(sample.counting(from, to), forwards);
        int backwards = sample.calendar().workingDaysBetween(to, from);
        int ends = (sample.isWorkingDay(to) ? 1 : 0) - (sample.isWorkingDay(from) ? 1 : 0);
        assertEquals(from.equals(to) ? 0 : -(forwards - ends), backwards);
    }

    @Property(tries = 300)
    void laterStartsAndLongerPeriodsNeverEndEarlier(
            @ForAll @From("samples") Sample sample,
            @ForAll @From("middleDays") LocalDate start,
            @ForAll @IntRange(min = 0, max = 149) int n) {
        WorkCalendar calendar = sample.calendar();
        LocalDate end = calendar.plusWorkingDays(start, n);
        assertTrue(calendar.plusWorkingDays(start, n + 1).isAfter(end));
        assertFalse(calendar.plusWorkingDays(start.plusDays(1), n).isBefore(end));
        assertFalse(calendar.plusDaysRolled(start, n + 1).isBefore(calendar.plusDaysRolled(start, n)));
    }

    @Property(tries = 300)
    void rolledPeriodsEndOnTheFirstWorkingDay(
            @ForAll @From("samples") Sample sample,
            @ForAll @From("middleDays") LocalDate start,
            @ForAll @IntRange(min = 0, max = 90) int n) {
        LocalDate last = start.plusDays(n);
        LocalDate rolled = sample.calendar().plusDaysRolled(start, n);
        assertTrue(sample.isWorkingDay(rolled));
        assertEquals(sample.isWorkingDay(last) ? last : sample.stepping(last, 1), rolled);
    }

    @Property(tries = 100)
    void everyDayIsWhatItsRowSays(@ForAll @From("samples") Sample sample) {
        for (int i = 0; i < DAYS; i++) {
            LocalDate date = FIRST.plusDays(i);
            assertEquals(sample.isWorkingDay(date), sample.calendar().isWorkingDay(date), date::toString);
            assertEquals(
                    Boolean.TRUE.equals(sample.rows().get(i)), sample.calendar().isHoliday(date), date::toString);
        }
    }

    @Provide
    Arbitrary<LocalDate> anyDays() {
        return Arbitraries.integers().between(0, DAYS - 1).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<LocalDate> middleDays() {
        return Arbitraries.integers().between(ROOM, DAYS - 1 - ROOM).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<Sample> samples() {
        Arbitrary<Integer> start = Arbitraries.integers().between(0, DAYS - 1);
        Arbitrary<Integer> length = Arbitraries.integers().between(1, 9);
        Arbitrary<Boolean> holiday = Arbitraries.of(true, true, true, false);
        return Combinators.combine(start, length, holiday)
                .as((first, days, off) -> new int[] {first, off ? days : 1, off ? 1 : 0})
                .list()
                .ofMaxSize(24)
                .map(WorkCalendarPropertiesTest::sample);
    }

    private static Sample sample(Iterable<int[]> runs) {
        Map<Integer, Boolean> rows = new TreeMap<>();
        for (int[] run : runs) {
            for (int day = run[0]; day < Math.min(run[0] + run[1], DAYS); day++) {
                rows.put(day, run[2] == 1);
            }
        }
        for (int year = FIRST_YEAR; year < FIRST_YEAR + 3; year++) {
            rows.put((int) WorkCalendar.daysBetween(FIRST, LocalDate.of(year, 1, 1)), true);
            rows.put((int) WorkCalendar.daysBetween(FIRST, LocalDate.of(year, 10, 1)), true);
        }
        StringBuilder csv = new StringBuilder("date,kind,name,notice\n");
        rows.forEach((day, off) -> csv.append(FIRST.plusDays(day))
                .append(off ? ",holiday" : ",makeup-workday")
                .append(",示例,示例\n"));
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        return new Sample(rows, WorkCalendar.read(new ByteArrayInputStream(bytes)));
    }
}
