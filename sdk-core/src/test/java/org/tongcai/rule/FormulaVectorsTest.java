package org.tongcai.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The vectors of {@code spec/cases/formulas} and of the calendar, through the rule language. */
class FormulaVectorsTest {
    private final Calculator calculator = new Calculator(new Sample());

    @TestFactory
    Stream<DynamicContainer> formulas() throws IOException {
        try (Stream<Path> files = Files.list(Vectors.spec("cases/formulas"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .map(this::formula);
        }
    }

    private DynamicContainer formula(Path file) {
        Map<String, Object> json = Vectors.read(file);
        Function function = Arrays.stream(Function.values())
                .filter(f -> f.symbol().equals(json.get("function")))
                .findFirst()
                .orElseThrow();
        return dynamicContainer(
                function.id(),
                Vectors.objects(json, "vectors").stream()
                        .map(vector -> dynamicTest(vector.get("arguments").toString(), () -> check(function, vector))));
    }

    private void check(Function function, Map<String, Object> vector) {
        List<Object> call = new ArrayList<>(List.of(function.id()));
        List<?> arguments = (List<?>) vector.get("arguments");
        for (int i = 0; i < arguments.size(); i++) {
            call.add(literal(function.arguments().get(i), arguments.get(i)));
        }
        Object value = calculator.value(call);
        Object expected = vector.get("expect");
        if (expected.equals("null")) {
            assertTrue(value instanceof Undetermined, () -> "a value: " + value);
        } else if (value instanceof BigDecimal decimal) {
            assertEquals(0, decimal.compareTo(new BigDecimal((String) expected)), () -> value + ", not " + expected);
        } else {
            assertEquals(expected, value);
        }
    }

    private static Object literal(String type, Object value) {
        if (type.equals("decimal")) {
            return List.of("D", value);
        } else if (type.startsWith("list(")) {
            List<Object> list = new ArrayList<>(List.of("[]"));
            ((List<?>) value).forEach(item -> list.add(literal(type.substring(5, type.length() - 1), item)));
            return list;
        }
        return value;
    }

    @TestFactory
    Stream<DynamicTest> days() {
        return Vectors.objects(Vectors.read(Vectors.spec("business/calendar/vectors.json")), "vectors").stream()
                .filter(vector -> !vector.get("expect").equals("null"))
                .map(vector -> dynamicTest(vector.toString(), () -> {
                    List<Object> start = List.of("T", vector.get("start"));
                    Object value = switch ((String) vector.get("kind")) {
                        case "workingDays" -> calculator.value(List.of("plus_workdays", start, vector.get("n")));
                        case "calendarDaysRolled" ->
                            calculator.value(List.of("plus_days_rolled", start, vector.get("n")));
                        case "workingDaysBetween" ->
                            calculator.value(List.of("workdays", start, List.of("T", vector.get("end"))));
                        default -> calculator.value(List.of("is_workday", start));
                    };
                    assertEquals(String.valueOf(vector.get("expect")), String.valueOf(value));
                }));
    }

    @Test
    void theSizeTableHasEveryIndustryAndEverySizeThatHasBounds() throws IOException {
        TreeSet<String> expected = new TreeSet<>();
        for (String line : Files.readAllLines(Vectors.spec("business/codelists/sme-industry.csv"))) {
            String industry = line.substring(0, line.indexOf(','));
            if (!industry.equals("code")) {
                expected.addAll(List.of(industry + " LARGE", industry + " MEDIUM", industry + " SMALL"));
            }
        }
        TreeSet<String> found = new TreeSet<>();
        Vectors.sizes().forEach(bounds -> found.add(bounds.industry() + " " + bounds.size()));
        assertEquals(expected, found);
        assertEquals(found.size(), Vectors.sizes().size());
    }
}
