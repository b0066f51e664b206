package org.tongcai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every model class. */
class ModelShapeTest {
    /** The JIT compiles no method that is longer. */
    private static final int HUGE_METHOD = 8000;

    private static List<Path> classFiles() throws IOException, URISyntaxException {
        Path root = Path.of(AwardNotice.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.list(root.resolve("org/tongcai/model"))) {
            return files.filter(f -> f.toString().endsWith(".class")).sorted().toList();
        }
    }

    @Test
    void noFieldIsAnObjectAndOnlyTheAnnotationsOfJacksonAreUsed() throws Exception {
        for (Path file : classFiles()) {
            String name = String.valueOf(file.getFileName()).replace(".class", "");
            Class<?> type = Class.forName("org.tongcai.model." + name);
            for (Field field : type.getDeclaredFields()) {
                assertFalse(field.getGenericType().getTypeName().contains("java.lang.Object"), field.toString());
            }
            assertFalse(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains("jackson/databind"));
        }
    }

    @Test
    void noMethodIsTooLongForTheJit() throws Exception {
        StringWriter out = new StringWriter();
        String[] arguments = Stream.concat(
                        Stream.of("-c", "-p"), classFiles().stream().map(Path::toString))
                .toArray(String[]::new);
        assertEquals(
                0,
                ToolProvider.findFirst("javap")
                        .orElseThrow()
                        .run(new PrintWriter(out), new PrintWriter(out), arguments));
        Matcher offset =
                Pattern.compile("^ +([0-9]+): [a-z]", Pattern.MULTILINE).matcher(out.toString());
        int longest = 0;
        while (offset.find()) {
            longest = Math.max(longest, Integer.parseInt(offset.group(1)));
        }
        assertTrue(longest > 0 && longest < HUGE_METHOD, "longest method: " + longest);
    }
}
