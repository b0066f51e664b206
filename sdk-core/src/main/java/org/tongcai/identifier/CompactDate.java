package org.tongcai.identifier;

import java.time.LocalDate;
import org.tongcai.identifier.IdentifierProblem.Reason;

/** Eight digits {@code yyyyMMdd} inside an identifier, judged without allocating. */
final class CompactDate {

    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    static final int YEAR = 0;
    static final int MONTH = 1;
    static final int DAY = 2;

    private CompactDate() {}

    /**
     * A fault if the eight digits at {@code at} are no date of the years {@code firstYear..lastYear}; positions are
     * relative to {@code offset}, the detail is {@link #YEAR}, {@link #MONTH} or {@link #DAY}.
     */
    static int scan(char[] text, int offset, int at, int firstYear, int lastYear) {
        int start = offset + at;
        int year = two(text, start) * 100 + two(text, start + 2);
        int month = two(text, start + 4);
        int day = two(text, start + 6);
        if (year < firstYear || year > lastYear) {
            return Fault.of(Reason.DATE, at, YEAR);
        }
        if (month < 1 || month > 12) {
            return Fault.of(Reason.DATE, at + 4, MONTH);
        }
        int days = month == 2 && isLeap(year) ? 29 : DAYS[month - 1];
        return day < 1 || day > days ? Fault.of(Reason.DATE, at + 6, DAY) : Fault.NONE;
    }

    /** The words for a fault of {@link #scan}. Names only the part that is wrong: a birth date is personal. */
    static Words explain(int fault, int firstYear, int lastYear) {
        int place = Fault.position(fault) + 1;
        return switch (Fault.detail(fault)) {
            case YEAR ->
                new Words(
                        "第" + place + "至" + (place + 3) + "位年份应在 " + firstYear + " 至 " + lastYear + " 之间",
                        "characters " + place + "-" + (place + 3) + ": the year should be " + firstYear + " to "
                                + lastYear);
            case MONTH ->
                new Words(
                        "第" + place + "至" + (place + 1) + "位月份应为 01 至 12",
                        "characters " + place + "-" + (place + 1) + ": the month should be 01 to 12");
            default ->
                new Words(
                        "第" + place + "至" + (place + 1) + "位：该月没有这一天",
                        "characters " + place + "-" + (place + 1) + ": the month has no such day");
        };
    }

    static LocalDate parse(String text, int at) {
        return LocalDate.of(
                Integer.parseInt(text, at, at + 4, 10),
                Integer.parseInt(text, at + 4, at + 6, 10),
                Integer.parseInt(text, at + 6, at + 8, 10));
    }

    private static int two(char[] text, int index) {
        return (text[index] - '0') * 10 + (text[index + 1] - '0');
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
}
