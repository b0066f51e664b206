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

    /** The last package made; null where there is none yet. */
    @Nullable
    Made last(String sender, String receiver) throws IOException;

    /** Remembers packages before they get their names, so that a crash leaves no two packages of one number. */
    void reserve(String sender, String receiver, List<Made> packages) throws IOException;

    /** Remembers that the packages reserved have got their names. */
    void confirm(String sender, String receiver) throws IOException;
}
