package org.example.notices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The award notice of the standard's own examples, changed here and there. Immutable. */
record Example(String text) {
    /** As it stands in the standard. */
    static Example awardNotice() {
        return named("awardNotice");
    }

    static Example named(String name) {
        Path file = Path.of(System.getProperty("spec.directory"), "cases", "examples", name + ".json");
        try {
            return new Example(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the first occurrence of a text changed. */
    Example with(String old, String replacement) {
        int at = text.indexOf(old);
        if (at < 0) {
            throw new IllegalArgumentException("not in the example: " + old);
        }
        return new Example(text.substring(0, at) + replacement + text.substring(at + old.length()));
    }

    /** Cut off. */
    Example cutAt(String text) {
        return new Example(this.text.substring(0, this.text.indexOf(text)));
    }
}
