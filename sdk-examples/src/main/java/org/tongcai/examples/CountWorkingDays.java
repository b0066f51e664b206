package org.tongcai.examples;

import java.time.LocalDate;
import org.tongcai.Standard;
import org.tongcai.calendar.CalendarYearMissingException;
import org.tongcai.calendar.WorkCalendar;

/** Count legal periods: 日 are not 工作日, the first day does not count, and make-up Sundays are working days. */
public final class CountWorkingDays {
    private CountWorkingDays() {}

    /** No arguments. */
    public static void main(String[] args) {
        WorkCalendar calendar = Standard.load().bundle().calendar();

        // A notice of 2026-02-12 that stands for five working days: the Spring Festival lies in between.
        LocalDate notice = LocalDate.of(2026, 2, 12);
        System.out.println("5 工作日: " + calendar.plusWorkingDays(notice, 5));

        // Twenty days between tender notice and opening; a last day that is off moves to the next working day.
        LocalDate tender = LocalDate.of(2026, 9, 11);
        System.out.println("20 日: " + calendar.plusDaysRolled(tender, 20));

        System.out.println(
                "工作日: " + calendar.workingDaysBetween(LocalDate.of(2026, 9, 28), LocalDate.of(2026, 10, 12)));

        // The State Council announces each year's holidays the November before. A year without its notice is never
        // guessed.
        try {
            System.out.println(calendar.plusWorkingDays(LocalDate.of(2035, 1, 4), 5));
        } catch (CalendarYearMissingException e) {
            System.out.println("not known: " + e.getMessage());
        }
    }
}
