package org.tongcai.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The example documents of the standard. */
final class Examples {
    private static final Path FOLDER = Path.of(System.getProperty("spec.directory"), "cases", "examples");

    private Examples() {}

    /** At least one a document type, sorted by file name. */
    static List<Path> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> examples =
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
            if (examples.isEmpty()) {
                throw new IllegalStateException("no examples in " + FOLDER);
            }
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of {@code awardNotice}. */
    static String awardNotice() {
        return text(FOLDER.resolve("awardNotice.json"));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model class of a document: its file is named after its document type, perhaps with a suffix, and so is the class. */
    static Class<?> type(Path file, ClassLoader loader) {
        String name = String.valueOf(file.getFileName()).replaceFirst("(-.*)?\\.json$", "");
        try {
            return Class.forName(
                    "org.tongcai.model." + Character.toUpperCase(name.charAt(0)) + name.substring(1), true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static Class<?> type(Path file) {
        return type(file, Examples.class.getClassLoader());
    }
}
