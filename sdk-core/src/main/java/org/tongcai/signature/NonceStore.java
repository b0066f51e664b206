package org.tongcai.signature;

import java.time.Instant;

/**
 * Remembers which nonces were used, so that a recorded request cannot be sent again. Several instances behind one address must share one.
 * Must be safe for threads and decide atomically.
 */
@FunctionalInterface
public interface NonceStore {
    /**
     * Whether this is the first use of the nonce with that key. True is answered once until {@code expires}.
     *
     * @param expires from when on the store may forget it
     * @throws UnavailableException when it cannot tell; the request is refused then
     */
    boolean firstUse(String keyId, String nonce, Instant expires) throws UnavailableException;

    /** The store is full or cannot be reached. */
    final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1L;

        /** For that reason, which goes to the log and not to the other side. */
        public UnavailableException(String message) {
            super(message);
        }

        /** Because of that. */
        public UnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
