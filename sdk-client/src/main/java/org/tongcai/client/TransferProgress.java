package org.tongcai.client;

/** Hears how far a file is; called on the thread that transfers it. */
@FunctionalInterface
public interface TransferProgress {
    /** Hears nothing. */
    TransferProgress NONE = (done, total) -> {};

    /**
     * How far it is.
     *
     * @param done bytes that are through; less than before where the platform asks for a part again
     * @param total bytes of the file; -1 where that is not known
     */
    void at(long done, long total);
}
