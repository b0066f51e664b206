package org.tongcai.exchange;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a receiver remembers of the packages of a sender. What a method has written survives a crash once it has returned. */
public interface ImportLedger {
    /**
     * How far the import of a package has come.
     *
     * @param packageId its id
     * @param sequence its number
     * @param digest digest of its tag manifest
     * @param manifestDigest digest of its batch manifest
     * @param group id of the first part
     * @param part which part
     * @param parts of how many
     * @param state how far it is
     */
    record Entry(
            String packageId,
            long sequence,
            PackageDigest digest,
            PackageDigest manifestDigest,
            String group,
            int part,
            int parts,
            State state) {
        Entry in(State other) {
            return new Entry(packageId, sequence, digest, manifestDigest, group, part, parts, other);
        }
    }

    /** The states of an import. */
    enum State {
        /** Verified; its documents are being handed on. */
        BEGUN,
        /** All documents are judged and the receipt is written; they are being taken. */
        DECIDED,
        /** Taken. */
        DONE
    }

    /** Keeps others from importing packages of this sender for this receiver; waits for them. */
    Closeable lock(String sender, String receiver) throws IOException;

    /** The last package whose import has at least begun; null where there is none. */
    @Nullable
    Entry last(String sender, String receiver) throws IOException;

    /** The package of that number; null where its import has not begun. */
    @Nullable
    Entry find(String sender, String receiver, long sequence) throws IOException;

    /** Remembers how far the import of a package is. */
    void record(String sender, String receiver, Entry entry) throws IOException;

    /** Keeps the receipt for a package, replacing one before. */
    void receipt(String sender, String receiver, long sequence, byte[] receipt) throws IOException;

    /** The receipt for a package. */
    byte[] receipt(String sender, String receiver, long sequence) throws IOException;
}
