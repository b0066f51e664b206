package org.tongcai.batch;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;

/** The work directory cannot be used: no such folder, no permission, a full disk, damage. */
public final class StoreException extends UncheckedIOException {
    @Serial
    private static final long serialVersionUID = 1L;

    StoreException(IOException cause) {
        super(cause);
    }

    static StoreException of(RuntimeException e) {
        String message = e.getMessage();
        return new StoreException(new IOException(message == null ? e.getClass().getSimpleName() : message, e));
    }
}
