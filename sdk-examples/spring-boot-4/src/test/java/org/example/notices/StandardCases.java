package org.example.notices;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The standard's own test cases of award notices: each constraint of each field broken once ({@code spec/cases/README.md}). */
final class StandardCases {
    /** One in so many of them: what a host makes of a finding does not depend on the field. */
    private static final int EVERY = Integer.getInteger("cases.every", 4);

    private static final Path CASES = Path.of(System.getProperty("spec.directory"), "cases");

    private StandardCases() {}

    /**
     * One of them.
     *
     * @param findings {@code ruleId pointer} of each error that must be found
     */
    record Case(String id, String document, String verdict, List<String> findings) {
        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Case> ofAwardNotices() throws IOException {
        List<Map<String, Object>> cases =
                JsonPath.parse(text("testcases/awardNotice.json")).read("$.cases");
        return IntStream.range(0, cases.size())
                .filter(number -> number % EVERY == 0)
                .mapToObj(cases::get)
                .map(StandardCases::read);
    }

    private static Case read(Map<String, Object> written) {
        List<String> findings = new ArrayList<>();
        for (Map<String, Object> finding : JsonPath.<List<Map<String, Object>>>read(written, "$.expect.findings")) {
            findings.add((finding.get("ruleId") + " " + finding.get("pointer")).trim());
        }
        Object document = JsonPath.parse(text((String) written.get("base"))).json();
        if (written.get("patch") instanceof List<?> patch) {
            for (Object operation : patch) {
                document = patched((Map<?, ?>) operation, document);
            }
        }
        return new Case(
                (String) written.get("id"),
                JsonPath.parse(document).jsonString(),
                JsonPath.read(written, "$.expect.verdict"),
                findings);
    }

    private static Object patched(Map<?, ?> operation, Object document) {
        int times = operation.get("repeat") instanceof Integer n ? n : 1;
        String path = (String) operation.get("path");
        if (path.isEmpty()) {
            return value(operation, times);
        }
        switch ((String) operation.get("op")) {
            case "add" -> add(document, path, value(operation, times));
            case "replace" -> {
                remove(document, path);
                add(document, path, value(operation, times));
            }
            case "remove" -> remove(document, path);
            case "copy" -> {
                for (int i = 0; i < times; i++) {
                    add(document, path, copy(at(document, steps((String) operation.get("from")))));
                }
            }
            default -> throw new IllegalArgumentException(operation.toString());
        }
        return document;
    }

    private static Object value(Map<?, ?> operation, int times) {
        Object value = operation.get("value");
        return times == 1 ? value : ((String) value).repeat(times);
    }

    @SuppressWarnings("unchecked")
    private static void add(Object document, String path, Object value) {
        List<String> steps = steps(path);
        Object parent = at(document, steps.subList(0, steps.size() - 1));
        String last = steps.get(steps.size() - 1);
        if (parent instanceof List<?> list) {
            ((List<Object>) list).add(last.equals("-") ? list.size() : Integer.parseInt(last), value);
        } else {
            ((Map<String, Object>) parent).put(last, value);
        }
    }

    private static void remove(Object document, String path) {
        List<String> steps = steps(path);
        Object parent = at(document, steps.subList(0, steps.size() - 1));
        String last = steps.get(steps.size() - 1);
        if (parent instanceof List<?> list) {
            list.remove(Integer.parseInt(last));
        } else {
            ((Map<?, ?>) parent).remove(last);
        }
    }

    private static Object at(Object value, List<String> steps) {
        Object found = value;
        for (String step : steps) {
            found = found instanceof List<?> list ? list.get(Integer.parseInt(step)) : ((Map<?, ?>) found).get(step);
        }
        return found;
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put((String) name, copy(member)));
            return copy;
        }
        return value instanceof List<?> list
                ? new ArrayList<>(list.stream().map(StandardCases::copy).toList())
                : value;
    }

    /** The steps of a JSON Pointer; none for the whole document. */
    private static List<String> steps(String pointer) {
        return pointer.isEmpty()
                ? Collections.emptyList()
                : Stream.of(pointer.substring(1).split("/", -1))
                        .map(step -> step.replace("~1", "/").replace("~0", "~"))
                        .toList();
    }

    private static String text(String file) {
        try {
            return Files.readString(CASES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
