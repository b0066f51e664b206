package org.tongcai.exchange;

import java.io.IOException;
import java.nio.file.Path;
import org.tongcai.DocumentReport;
import org.tongcai.input.Slice;

/**
 * Takes what a package brings, as a transaction: {@link #begin}, documents and attachments, {@link #commit}. After a crash the import begins
 * again with {@link #begin}, unless {@link #isCommitted} says that the package has been taken; so each package is taken exactly once where
 * {@code commit} does all or nothing and remembers the package with it.
 */
public interface ImportHandler {
    /** Whether a package was committed; asked after a crash. Sender and package id together identify it. */
    boolean isCommitted(PackageInfo info) throws IOException;

    /** Begins to take a package; what was handed on of it before and not committed is to be forgotten. */
    void begin(PackageInfo info) throws IOException;

    /** A document and what the standard says of it. Those that are rejected are handed on, too, to be looked at; they are not to be taken. */
    void document(ManifestEntry entry, Slice document, DocumentReport report) throws IOException;

    /** An attachment; the file is there during the call only. */
    void attachment(ManifestEntry entry, Path file) throws IOException;

    /** Takes all that was handed on since {@link #begin}, durably, or nothing. */
    void commit(PackageInfo info, byte[] receipt) throws IOException;
}
