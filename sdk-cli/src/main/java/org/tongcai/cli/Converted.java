package org.tongcai.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.tongcai.Codec;
import org.tongcai.input.Slice;

/** Where converted documents go. Documents are given in the order of their sources. */
interface Converted extends AutoCloseable {
    /**
     * Documents of another source come next.
     *
     * @param name name that its slices carry, those of entries of an archive at their beginning
     * @param place where it stands in the folder that was given; its own name where it was given itself
     */
    void source(String name, Path place) throws IOException;

    /**
     * Converts a document and takes it.
     *
     * @throws org.tongcai.DocumentException if it cannot be converted
     */
    void add(Slice document, Codec codec) throws IOException;

    /** There are no more documents. */
    void commit() throws IOException;

    @Override
    void close() throws IOException;
}
