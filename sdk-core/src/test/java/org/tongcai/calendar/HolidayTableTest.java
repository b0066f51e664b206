package org.tongcai.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a holiday table may look like. The years here are invented. */
class HolidayTableTest {

    private static final String HEADER = "date,kind,name,notice\n";
    private static final String YEAR_2040 = "2040-01-01,holiday,元旦,示例\n2040-10-01,holiday,国庆节,示例\n";
    private static final String YEAR_2041 = "2041-01-01,holiday,元旦,示例\n2041-10-01,holiday,国庆节,示例\n";

    @Test
    void readsSpreadsheetExports() {
        WorkCalendar calendar = WorkCalendar.read(table("\uFEFF" + (HEADER + YEAR_2040 + "\n").replace("\n", "\r\n")));
        assertEquals(List.of(2040), List.copyOf(calendar.years()));
    }

    @Test
    void readsAYearIssuedSince() {
        String decemberBefore = "2040-12-31,holiday,元旦,示例\n";
        WorkCalendar calendar =
                WorkCalendar.read(table(HEADER + YEAR_2040), table(HEADER + decemberBefore + YEAR_2041 + YEAR_2040));
        assertEquals(List.of(2040, 2041), List.copyOf(calendar.years()));
        assertTrue(calendar.isHoliday(LocalDate.of(2040, 12, 31)));
        assertEquals(LocalDate.of(2041, 1, 2), calendar.nextWorkingDay(LocalDate.of(2040, 12, 28)));
    }

    /** In 2020 the Spring Festival was extended and Monday, 3 February declared a working day. */
    @Test
    void aMakeupDayMayBeAWeekday() {
        WorkCalendar calendar = WorkCalendar.read(table(HEADER + YEAR_2040 + "2040-02-06,makeup-workday,春节,示例\n"));
        assertTrue(calendar.isWorkingDay(LocalDate.of(2040, 2, 6)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2040-02-30,holiday,春节,示例 | line 4: no date: 2040-02-30",
                "20400210,holiday,春节,示例 | line 4: no date: 20400210",
                "+999999999-01-01,holiday,元旦,示例 | line 4: no year of a holiday notice: +999999999-01-01",
                "2040-02-10,makeup_workday,春节,示例 | line 4: no kind of day: makeup_workday",
                "2040-02-10,holiday,春节 | line 4: expected date,kind,name,notice",
                "2040-01-01,makeup-workday,元旦,示例 | line 4: 2040-01-01 is both holiday and makeup-workday",
            })
    void namesTheLineThatIsWrong(String row, String message) {
        InputStream table = table(HEADER + YEAR_2040 + row);
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> WorkCalendar.read(table))
                        .getMessage());
    }

    @Test
    void wantsTheHeaderAndAWholeYear() {
        assertThrows(IllegalArgumentException.class, () -> WorkCalendar.read(table("")));
        assertThrows(IllegalArgumentException.class, () -> WorkCalendar.read(table("date,name,kind\n")));
        assertThrows(IllegalArgumentException.class, () -> WorkCalendar.read(table(HEADER)));
        assertThrows(IllegalArgumentException.class, () -> WorkCalendar.read());
        assertThrows(
                IllegalArgumentException.class, () -> WorkCalendar.read(table(HEADER + "2040-01-01,holiday,元旦,示例\n")));
    }

    @Test
    void aTableThatCannotBeReadIsNotAnEmptyOne() {
        InputStream broken = new PipedInputStream();
        assertThrows(UncheckedIOException.class, () -> WorkCalendar.read(broken));
    }

    private static InputStream table(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
