package org.tongcai.calendar;

import java.io.Serial;

/**
 * Thrown when a day lies in a year whose holiday notice is not in the calendar. Nothing is guessed: without the notice,
 * Monday to Friday is wrong on some thirty days a year.
 */
public final class CalendarYearMissingException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int year;
    private final String messageZh;

    CalendarYearMissingException(int year, String years) {
        super("the calendar has no State Council holiday notice for " + year + " (it has " + years
                + "): load the table of " + year + " with WorkCalendar.read");
        this.year = year;
        this.messageZh = "日历中没有 " + year + " 年的国务院放假通知（现有：" + years + "），请用 WorkCalendar.read 载入 " + year + " 年的放假调休表";
    }

    /** The year that is missing. */
    public int year() {
        return year;
    }

    /** The message in Chinese. */
    public String messageZh() {
        return messageZh;
    }
}
