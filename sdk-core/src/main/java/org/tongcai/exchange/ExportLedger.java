package org.tongcai.exchange;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sender remembers of the packages made for a receiver. One writer at a time for each pair. */
public interface ExportLedger {
    /**
     * A package that was made.
     *
     * @param packageId its id
     * @param sequence its number
     * @param digest digest of its tag manifest
     * @param manifestDigest digest of its batch manifest
     * @param file where it was put
     */
    record Made(String packageId, long sequence, PackageDigest digest, PackageDigest manifestDigest, String file) {}

    /** The last package remembered; null where there is none yet. */
    @Nullable
    Made last(String sender, String receiver) throws IOException;

    /**
     * Remembers packages, which are sealed and on the disk, before they get their names. From then on they are made: after a crash they get
     * their names before any other is made.
     */
    void reserve(String sender, String receiver, List<Made> packages) throws IOException;

    /** The packages reserved last, where it is not known that they have got their names; else none. */
    List<Made> unconfirmed(String sender, String receiver) throws IOException;

    /** Remembers that the packages reserved have got their names. */
    void confirm(String sender, String receiver) throws IOException;
}
