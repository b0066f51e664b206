package org.tongcai.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Limits;
import org.tongcai.input.DocumentReader;
import org.tongcai.input.InputException;

/**
 * Something to read: a file, standard input, or (without file) a path that gives nothing but a complaint.
 *
 * @param path as given, {@code -} for standard input
 * @param size bytes; -1 where unknown
 */
record Source(String path, @Nullable Path file, long size) {
    /** Bytes of all; -1 where unknown. */
    static long bytes(List<Source> sources) {
        return sources.stream().anyMatch(s -> s.size < 0)
                ? -1
                : sources.stream().mapToLong(Source::size).sum();
    }

    /** What paths stand for, folders opened. */
    static List<Source> of(List<String> paths, Limits limits) {
        List<Source> sources = new ArrayList<>();
        for (String path : paths) {
            if (path.equals("-")) {
                sources.add(new Source(path, null, -1));
                continue;
            }
            List<Path> files;
            try {
                files = new DocumentReader(limits).files(Path.of(path));
            } catch (InputException e) {
                files = List.of();
            }
            if (files.isEmpty()) {
                sources.add(new Source(path, null, 0));
            }
            for (Path file : files) {
                sources.add(new Source(
                        file.toString(),
                        file,
                        Files.isRegularFile(file) ? file.toFile().length() : -1));
            }
        }
        return sources;
    }

    boolean isStandardInput() {
        return path.equals("-");
    }
}
