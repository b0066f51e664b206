package org.tongcai.exchange;

import java.io.IOException;
import java.nio.file.Path;
import org.tongcai.DocumentReport;
import org.tongcai.input.Slice;

/**
 * Takes what a package brings, as a transaction: {@link #begin}, documents and attachments, {@link #commit}. After a crash the import begins
 * again with {@link #begin}, unless {@link #isCommitted} says that the package has been taken; so each package is taken exactly once where
 * {@code commit} does all or nothing and remembers the package with it.
 *
 * <p>Where some documents could not be judged, and the package comes again, another round is a transaction of its own: it hands on these
 * documents and nothing else, to be added to what was committed in the rounds before.
 */
public interface ImportHandler {
    /** Whether that round of a package was committed; asked after a crash. Sender and package id together identify a package. */
    boolean isCommitted(PackageInfo info, int round) throws IOException;

    /** Begins a round of a package, the first is 1; what was handed on of it before and not committed is to be forgotten. */
    void begin(PackageInfo info, int round) throws IOException;

    /** A document and what the standard says of it. Those that are not accepted are handed on, too, to be looked at; they are not to be taken. */
    void document(ManifestEntry entry, Slice document, DocumentReport report) throws IOException;

    /** An attachment; the file is there during the call only. */
    void attachment(ManifestEntry entry, Path file) throws IOException;

    /** Takes all that was handed on since {@link #begin}, durably, or nothing. */
    void commit(PackageInfo info, byte[] receipt) throws IOException;
}
