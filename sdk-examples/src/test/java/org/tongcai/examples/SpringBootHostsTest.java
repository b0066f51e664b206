package org.tongcai.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two Spring Boot hosts run their own tests; here is what they promise each other. */
class SpringBootHostsTest {
    private static final Path EXAMPLES =
            Path.of(System.getProperty("spec.directory")).resolveSibling("sdk-examples");

    /** A host that moves from Spring Boot 3 to 4 changes its POM and nothing that deals with documents of the standard. */
    @Test
    void theSourcesAreTheSame() throws IOException {
        assertEquals(sources("spring-boot-3"), sources("spring-boot-4"));
    }

    private static Map<String, String> sources(String host) throws IOException {
        Path root = EXAMPLES.resolve(host).resolve("src");
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }
}
