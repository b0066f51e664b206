package org.tongcai.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A calendar of four real years with a gap: 2019 (whose notice reaches into 2018) and 2024 to 2026. */
final class SampleCalendar {

    static final WorkCalendar CALENDAR = load();

    private SampleCalendar() {}

    private static WorkCalendar load() {
        try (InputStream table = SampleCalendar.class.getResourceAsStream("sample-holidays.csv")) {
            return WorkCalendar.read(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
