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
     * @param round 1, and one more each time that documents which could not be judged are judged anew
     * @param state how far this round is
     */
    record Entry(
            String packageId,
            long sequence,
            PackageDigest digest,
            PackageDigest manifestDigest,
            String group,
            int part,
            int parts,
            int round,
            State state) {
        Entry in(int otherRound, State other) {
            return new Entry(packageId, sequence, digest, manifestDigest, group, part, parts, otherRound, other);
        }

        /** Whether the package has been taken, so that the next may come; a later round takes nothing away from that. */
        public boolean isTaken() {
            return state == State.DONE || round > 1;
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

    /** Keeps the receipt of a round, replacing one before; those of other rounds stay. */
    void receipt(String sender, String receiver, long sequence, int round, byte[] receipt) throws IOException;

    /**
     * The receipt of a round.
     *
     * @throws java.nio.file.NoSuchFileException where there is none
     */
    byte[] receipt(String sender, String receiver, long sequence, int round) throws IOException;
}
