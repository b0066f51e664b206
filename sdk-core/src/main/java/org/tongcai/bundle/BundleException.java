package org.tongcai.bundle;

import org.jspecify.annotations.Nullable;

/** A bundle is missing, damaged, or of a format that this code does not read: a fault of the installation, never of a document. */
public final class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the reason, and its cause if any. */
    public BundleException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
