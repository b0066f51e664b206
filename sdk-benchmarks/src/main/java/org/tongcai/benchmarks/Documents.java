package org.tongcai.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The documents that are timed. */
final class Documents {
    private static final Map<String, String> TYPES =
            Map.of("product", "product", "award", "awardNotice", "award-5-faults", "awardNotice");

    private Documents() {}

    static byte[] bytes(String name) {
        return resource("/org/tongcai/benchmarks/" + name + ".json");
    }

    static String type(String name) {
        return TYPES.getOrDefault(name, name);
    }

    static byte[] strictSchema(String name) {
        return resource("/org/tongcai/standard/strict/" + type(name) + ".schema.json");
    }

    private static byte[] resource(String path) {
        try (InputStream in = Documents.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no " + path + " on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
