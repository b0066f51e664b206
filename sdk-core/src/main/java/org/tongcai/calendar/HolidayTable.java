package org.tongcai.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rows of holiday tables, read and checked, before they become a calendar. */
final class HolidayTable {

    private static final String HEADER = "date,kind,name,notice";
    private static final int COLUMNS = 4;

    private final NavigableMap<LocalDate, Kind> days = new TreeMap<>();

    enum Kind {
        HOLIDAY("holiday"),
        MAKEUP_WORKDAY("makeup-workday");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    void read(InputStream table) {
        try {
            BufferedReader reader = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8));
            String header = reader.readLine();
            if (header == null || !withoutMark(header).equals(HEADER)) {
                throw new IllegalArgumentException("line 1: a holiday table starts with " + HEADER);
            }
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    addRow(line, number);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the holiday table cannot be read", e);
        }
    }

    private void addRow(String line, int number) {
        String[] cells = line.split(",", COLUMNS);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("line " + number + ": expected " + HEADER);
        }
        LocalDate date = date(cells[0], number);
        Kind kind = kind(cells[1], number);
        Kind known = days.putIfAbsent(date, kind);
        if (known != null && known != kind) {
            throw new IllegalArgumentException(
                    "line " + number + ": " + date + " is both " + known.text + " and " + kind.text);
        }
    }

    private static LocalDate date(String cell, int number) {
        try {
            LocalDate date = LocalDate.parse(cell);
            // Years are kept in an array: a typing error in one must not become its length.
            if (date.getYear() >= 1949 && date.getYear() < 3000) {
                return date;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("line " + number + ": no date: " + cell, e);
        }
        throw new IllegalArgumentException("line " + number + ": no year of a holiday notice: " + cell);
    }

    private static Kind kind(String cell, int number) {
        for (Kind kind : Kind.values()) {
            if (kind.text.equals(cell)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("line " + number + ": no kind of day: " + cell);
    }

    private static String withoutMark(String header) {
        return header.startsWith("\uFEFF") ? header.substring(1) : header;
    }

    /**
     * The years whose own notice is in the table. A notice may reach back into December of the year before (that of 2019
     * gave 2018-12-31 off), so a few rows do not make a year; New Year's Day and National Day, which every notice
     * declares off, do.
     */
    NavigableMap<Integer, YearDays> years() {
        TreeSet<Integer> complete = new TreeSet<>();
        for (LocalDate date : days.keySet()) {
            int year = date.getYear();
            if (isHoliday(LocalDate.of(year, 1, 1)) && isHoliday(LocalDate.of(year, 10, 1))) {
                complete.add(year);
            }
        }
        NavigableMap<Integer, YearDays> years = new TreeMap<>();
        for (int year : complete) {
            years.put(year, year(year));
        }
        return years;
    }

    private YearDays year(int year) {
        YearDays result = new YearDays(year);
        Map<LocalDate, Kind> own = days.subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true);
        own.forEach((date, kind) -> {
            int day = date.getDayOfYear() - 1;
            if (kind == Kind.HOLIDAY) {
                result.setHoliday(day);
            } else {
                result.setMakeupWorkday(day);
            }
        });
        return result.count();
    }

    private boolean isHoliday(LocalDate date) {
        return days.get(date) == Kind.HOLIDAY;
    }
}
