package org.tongcai.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.tongcai.Limits;

/** Cuts sources into documents. Immutable, thread-safe. */
public final class DocumentReader {
    private final Limits limits;

    /** A reader with bounds. */
    public DocumentReader(Limits limits) {
        this.limits = limits;
    }

    /** Reads one stream (a document, an array, NDJSON; gzip of these), handing on one slice after the other. */
    public void read(String source, InputStream in, Consumer<Slice> consumer) throws IOException {
        throw new UnsupportedOperationException(limits.toString());
    }

    /** The files that a path stands for: itself, or in a folder all *.json, *.ndjson, *.jsonl and their .gz, sorted. */
    public List<Path> files(Path path) throws IOException {
        throw new UnsupportedOperationException();
    }
}
