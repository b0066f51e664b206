package org.tongcai.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tongcai.identifier.JsonTree;

/** The day-count vectors of the standard on the holiday table of the standard. */
class CalendarVectorsTest {

    private static final Path FOLDER = JsonTree.spec().resolve("business/calendar");

    @TestFactory
    Stream<DynamicTest> vectors() throws IOException {
        Path table = FOLDER.resolve("cn-holidays.csv");
        Path vectors = FOLDER.resolve("vectors.json");
        assumeTrue(
                Files.exists(table) && Files.exists(vectors),
                () -> "the standard has no calendar at " + FOLDER.toAbsolutePath() + ": its vectors are not checked");
        WorkCalendar calendar;
        try (InputStream in = Files.newInputStream(table)) {
            calendar = WorkCalendar.read(in);
        }
        Object file = JsonTree.read(vectors);
        Object list = file instanceof Map<?, ?> object ? object.get("vectors") : file;
        List<Map<String, Object>> all = JsonTree.objects(list);
        return all.stream().map(v -> dynamicTest(name(v), () -> check(calendar, v)));
    }

    private static String name(Map<String, Object> vector) {
        return vector.get("kind") + " " + vector.get("start") + " "
                + (vector.containsKey("n") ? vector.get("n") : vector.getOrDefault("end", ""));
    }

    private static void check(WorkCalendar calendar, Map<String, Object> vector) {
        String expected = (String) vector.get("expect");
        if (expected.equals("null")) {
            assertThrows(CalendarYearMissingException.class, () -> answer(calendar, vector));
        } else {
            assertEquals(expected, answer(calendar, vector));
        }
    }

    private static String answer(WorkCalendar calendar, Map<String, Object> vector) {
        LocalDate start = LocalDate.parse((String) vector.get("start"));
        String kind = (String) vector.get("kind");
        return switch (kind) {
            case "workingDays" ->
                calendar.plusWorkingDays(start, number(vector)).toString();
            case "calendarDaysRolled" ->
                calendar.plusDaysRolled(start, number(vector)).toString();
            case "workingDaysBetween" ->
                String.valueOf(calendar.workingDaysBetween(start, LocalDate.parse((String) vector.get("end"))));
            case "workingDay" -> String.valueOf(calendar.isWorkingDay(start));
            default -> throw new AssertionError("no way to check vectors of the kind " + kind);
        };
    }

    private static int number(Map<String, Object> vector) {
        return Integer.parseInt((String) vector.get("n"));
    }
}
