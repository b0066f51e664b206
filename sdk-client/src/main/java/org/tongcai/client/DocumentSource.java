package org.tongcai.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.tongcai.Limits;
import org.tongcai.binding.Model;
import org.tongcai.input.DocumentReader;
import org.tongcai.input.Slice;

/** Where documents to be pushed come from. Read lazily and once: as fast as the platform takes them. */
@FunctionalInterface
public interface DocumentSource {
    /** Takes documents one after the other; waits where the platform is behind. */
    interface Sink {
        /** Takes a document in JSON or XML; it may be overwritten once this has returned. */
        void take(Slice document);

        /** Takes a document that is an object in memory. */
        void take(Model document);
    }

    /**
     * Hands on every document. To go on after a crash it must give the same documents in the same order again.
     *
     * @throws IOException if it cannot be read to its end
     */
    void read(Sink sink) throws IOException;

    /** Typed models. */
    static DocumentSource ofModels(Iterator<? extends Model> models) {
        return sink -> models.forEachRemaining(sink::take);
    }

    /** Typed models; the stream is closed afterwards. */
    static DocumentSource ofModels(Stream<? extends Model> models) {
        return sink -> {
            try (models) {
                models.iterator().forEachRemaining(sink::take);
            }
        };
    }

    /** Documents in JSON or XML, one an array. */
    static DocumentSource ofBytes(Iterator<byte[]> documents) {
        return sink -> {
            long index = 0;
            while (documents.hasNext()) {
                byte[] bytes = documents.next();
                sink.take(new Slice("-", index++, bytes, 0, bytes.length, 0, 1, 1));
            }
        };
    }

    /** A stream of NDJSON, a JSON array, or gzip or zip of these; not closed. */
    static DocumentSource of(InputStream in) {
        return sink -> new DocumentReader(Limits.DEFAULT).read("-", in, sink::take);
    }

    /** A file of NDJSON, a JSON array, one document, or gzip or zip of these. */
    static DocumentSource of(Path file) {
        return sink -> {
            try (InputStream in = Files.newInputStream(file)) {
                new DocumentReader(Limits.DEFAULT).read(file.toString(), in, sink::take);
            }
        };
    }
}
