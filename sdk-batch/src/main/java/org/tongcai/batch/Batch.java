package org.tongcai.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tongcai.DocumentReport;
import org.tongcai.Limits;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.input.DocumentReader;
import org.tongcai.input.InputException;

/**
 * Judges documents together: each by itself, and by what the others say. Reads everything twice. Memory stays bounded for any number of
 * documents in as few files as one likes; the names of the files are held in memory.
 */
public final class Batch {
    private Batch() {}

    /**
     * Judges files and folders together, handing on one result after the other, in order. A file that cannot be read gives a result of its
     * own ({@code input.unreadable}, UNDETERMINED).
     *
     * @param options the resolver is replaced by the documents themselves
     * @throws StoreException if the work directory cannot be used
     */
    public static void validate(
            Standard standard,
            List<Path> paths,
            ValidationOptions options,
            BatchOptions batch,
            Consumer<DocumentReport> results) {
        try (ReferenceCollector collector = new ReferenceCollector(standard, batch)) {
            DocumentReader reader = new DocumentReader(Limits.DEFAULT);
            for (Path path : paths) {
                for (Path file : files(reader, path)) {
                    collect(collector, file);
                }
            }
            try (References references = collector.finish()) {
                ValidationOptions together = options.withResolver(references);
                for (Path path : paths) {
                    standard.validate(path, together, results);
                }
            }
        }
    }

    private static List<Path> files(DocumentReader reader, Path path) {
        try {
            return new ArrayList<>(reader.files(path));
        } catch (InputException e) {
            // The second pass meets it again and reports it.
            return List.of();
        }
    }

    private static void collect(ReferenceCollector collector, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            collector.add(file.toString(), in);
        } catch (IOException e) {
            // The second pass meets it again and reports it.
        }
    }
}
