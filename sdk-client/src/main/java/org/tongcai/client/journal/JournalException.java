package org.tongcai.client.journal;

import java.io.IOException;

/** A journal that must not be used: in use by somebody else, of another platform, or no journal at all. */
public final class JournalException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public JournalException(String message) {
        super(message);
    }
}
