package org.tongcai.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A temporary folder that nobody else can read, and that is gone afterwards, also where the process is interrupted. */
final class WorkDirectory implements AutoCloseable {
    private final Path folder;
    /** Ctrl-C ends the process without closing anything. */
    private final Thread sweeper;

    private WorkDirectory(Path folder) {
        this.folder = folder;
        this.sweeper = new Thread(() -> delete(folder));
    }

    /**
     * A new one.
     *
     * @param parent where; null: where the system keeps such
     */
    static WorkDirectory create(@Nullable Path parent) {
        try {
            Path folder = parent == null
                    ? Files.createTempDirectory("tongcai-")
                    : Files.createTempDirectory(parent, "tongcai-");
            WorkDirectory made = new WorkDirectory(folder);
            Runtime.getRuntime().addShutdownHook(made.sweeper);
            return made;
        } catch (IOException e) {
            throw new StoreException(e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Deletes a file before all others; where that does not work, it goes with the rest. */
    void delete(String name) {
        delete(file(name));
    }

    @Override
    public void close() {
        delete(folder);
        try {
            Runtime.getRuntime().removeShutdownHook(sweeper);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook does its work.
        }
    }

    private static void delete(Path folder) {
        List<Path> found;
        try (Stream<Path> files = Files.walk(folder)) {
            found = files.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return;
        }
        for (Path file : found) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // What is left is a temporary file that its owner alone can read; there is nobody to tell.
            }
        }
    }
}
