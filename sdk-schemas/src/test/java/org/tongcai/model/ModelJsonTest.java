package org.tongcai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongcai.binding.Model;
import org.tongcai.bundle.BundleReader;
import tools.jackson.databind.json.JsonMapper;

/** The models on Jackson 2 and on Jackson 3, each as {@code new} makes it, without any module. */
class ModelJsonTest {
    private static final ObjectMapper JACKSON_2 = new ObjectMapper();
    private static final JsonMapper JACKSON_3 = new JsonMapper();

    static List<Path> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleSurvivesOnJackson2(Path example) throws IOException {
        String json = Examples.text(example);
        Object model = JACKSON_2.readValue(json, Examples.type(example));
        assertEquals(JACKSON_2.readTree(json), JACKSON_2.readTree(JACKSON_2.writeValueAsString(model)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleSurvivesOnJackson3(Path example) throws IOException {
        String json = Examples.text(example);
        Object model = JACKSON_3.readValue(json, Examples.type(example));
        assertEquals(JACKSON_2.readTree(json), JACKSON_2.readTree(JACKSON_3.writeValueAsString(model)));
        assertEquals(JACKSON_2.readValue(json, Examples.type(example)), model);
    }

    /** What no document holds, no round trip has shown to survive. */
    @Test
    void everyTypeIsAmongTheExamples() throws Exception {
        Set<Class<?>> seen = new HashSet<>();
        for (Path example : Examples.all()) {
            collect(JACKSON_2.readValue(Examples.text(example), Examples.type(example)), seen);
        }
        List<String> missing = new ArrayList<>();
        for (String type : BundleReader.fromClassPath(Examples.class.getClassLoader())
                .manifest()
                .types()) {
            Class<?> model = Class.forName("org.tongcai.model." + type);
            if (!Modifier.isAbstract(model.getModifiers()) && !seen.contains(model)) {
                missing.add(type);
            }
        }
        assertEquals(List.of(), missing);
    }

    private static void collect(@Nullable Object value, Set<Class<?>> seen) throws IllegalAccessException {
        if (value instanceof Iterable<?> list) {
            for (Object item : list) {
                collect(item, seen);
            }
        } else if (value != null && value.getClass().getName().startsWith("org.tongcai.model.")) {
            seen.add(value.getClass());
            for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        collect(field.get(value), seen);
                    }
                }
            }
        }
    }

    @Test
    void aCodeThatTheListDoesNotHaveSurvives() throws IOException {
        ObjectNode json = (ObjectNode) JACKSON_2.readTree(Examples.awardNotice());
        json.put("procurementMethod", "x-lottery");
        AwardNotice notice = JACKSON_2.treeToValue(json, AwardNotice.class);
        assertEquals(ProcurementMethod.of("x-lottery"), notice.getProcurementMethod());
        assertFalse(ProcurementMethod.of("x-lottery").known());
        assertTrue(ProcurementMethod.of("OPEN_TENDER").known());
        assertEquals(
                "x-lottery",
                JACKSON_2.valueToTree(notice).get("procurementMethod").asText());
    }

    @Test
    void aDocumentBuiltInJavaIsTheDocumentOnTheWire() throws IOException {
        AwardNotice notice = new AwardNotice()
                .withHeader(new DocumentHeader()
                        .withDocumentType("awardNotice")
                        .withIssuedAt(OffsetDateTime.parse("2026-04-01T09:00+08:00")))
                .withProcurementMethod(ProcurementMethod.OPEN_TENDER);
        assertEquals(
                JACKSON_2.readTree(
                        "{\"header\":{\"documentType\":\"awardNotice\",\"issuedAt\":\"2026-04-01T09:00:00+08:00\"},"
                                + "\"procurementMethod\":\"OPEN_TENDER\"}"),
                JACKSON_2.valueToTree(notice));
    }

    @Test
    void theKindOfAPriceIsWrittenOnceWithoutBeingSet() {
        Price price = new TotalPrice().withMoney(new Money().withAmount(new BigDecimal("1.28E+6")));
        assertEquals(
                "{\"kind\":\"TOTAL\",\"money\":{\"amount\":\"1280000\"}}",
                JACKSON_2.valueToTree(price).toString());
    }

    @Test
    void hostsWithoutJakartaReadAndWriteTheModels() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (Stream.of("jackson-databind-2", "jackson-core-2", "jackson-annotations-")
                    .anyMatch(entry::contains)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        urls.add(AwardNotice.class.getProtectionDomain().getCodeSource().getLocation());
        urls.add(Model.class.getProtectionDomain().getCodeSource().getLocation());
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            assertThrows(ClassNotFoundException.class, () -> loader.loadClass("jakarta.validation.Valid"));
            assertThrows(ClassNotFoundException.class, () -> loader.loadClass("jakarta.xml.bind.JAXBContext"));
            Object mapper = loader.loadClass(ObjectMapper.class.getName())
                    .getConstructor()
                    .newInstance();
            for (Path example : Examples.all()) {
                String json = Examples.text(example);
                Object model = mapper.getClass()
                        .getMethod("readValue", String.class, Class.class)
                        .invoke(mapper, json, Examples.type(example, loader));
                Object text = mapper.getClass()
                        .getMethod("writeValueAsString", Object.class)
                        .invoke(mapper, model);
                assertEquals(JACKSON_2.readTree(json), JACKSON_2.readTree((String) text));
            }
        }
    }
}
