package org.tongcai.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The documents of the standard: realistic examples, and the least and the fullest document of each type. */
public final class Examples {
    private static final Path CASES = Path.of(System.getProperty("spec.directory"), "cases");

    private Examples() {}

    /** At least three a document type, sorted by file name within their folders. */
    public static List<Path> all() {
        List<Path> all = new ArrayList<>();
        for (String folder : List.of("examples", "minimal", "maximal")) {
            try (Stream<Path> files = Files.list(CASES.resolve(folder))) {
                List<Path> found = files.filter(f -> f.toString().endsWith(".json"))
                        .sorted()
                        .toList();
                if (found.isEmpty()) {
                    throw new IllegalStateException("no documents in " + folder);
                }
                all.addAll(found);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /** The classes of all document types. */
    public static Class<?>[] types() {
        return all().stream().map(Examples::type).distinct().toArray(Class<?>[]::new);
    }

    /** The text of {@code awardNotice}. */
    public static String awardNotice() {
        return text(CASES.resolve("examples/awardNotice.json"));
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The type of a document: its file is named after it, perhaps with a suffix. */
    static String documentType(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("(-.*)?\\.json$", "");
    }

    /** The model class of a document, which is named after its type. */
    static Class<?> type(Path file, ClassLoader loader) {
        String name = documentType(file);
        try {
            return Class.forName(
                    "org.tongcai.model." + Character.toUpperCase(name.charAt(0)) + name.substring(1), true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Class<?> type(Path file) {
        return type(file, Examples.class.getClassLoader());
    }
}
