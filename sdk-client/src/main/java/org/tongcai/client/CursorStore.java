package org.tongcai.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Keeps the place up to which a feed was dealt with; best in the transaction of the data itself. */
public interface CursorStore {
    /** The place; null for the beginning. */
    @Nullable
    String load() throws IOException;

    /** Keeps a place durably; everything before it has been dealt with. */
    void save(String cursor) throws IOException;
}
