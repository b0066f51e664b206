package org.tongcai.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The files of a package, tag files first, payload sorted by path, each read once from its beginning to its end. */
interface Container extends Closeable {
    /** Name of the package as its container says; null where it says nothing. Known once the first file is. */
    @Nullable
    String base();

    /** The next file; null behind the last, when the container has been read to its end and nothing else is in it. */
    @Nullable
    Item next() throws IOException;

    /** A file; its content is valid until the next is asked for. */
    record Item(String path, long size, InputStream content) {}
}
