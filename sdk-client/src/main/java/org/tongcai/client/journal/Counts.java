package org.tongcai.client.journal;

import java.nio.ByteBuffer;

/**
 * What became of the documents of a batch. Immutable.
 *
 * @param accepted taken for the first time
 * @param duplicates taken before
 * @param rejected refused by the platform
 * @param undetermined not judged by the platform
 * @param conflicts against what the platform has
 * @param invalid not sent, because they do not conform
 */
public record Counts(long accepted, long duplicates, long rejected, long undetermined, long conflicts, long invalid) {
    /** Nothing yet. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    static final int BYTES = 6 * Long.BYTES;

    /** The sum of both. */
    public Counts plus(Counts more) {
        return new Counts(
                accepted + more.accepted,
                duplicates + more.duplicates,
                rejected + more.rejected,
                undetermined + more.undetermined,
                conflicts + more.conflicts,
                invalid + more.invalid);
    }

    /** All documents. */
    public long total() {
        return accepted + duplicates + rejected + undetermined + conflicts + invalid;
    }

    void write(ByteBuffer out) {
        out.putLong(accepted).putLong(duplicates).putLong(rejected);
        out.putLong(undetermined).putLong(conflicts).putLong(invalid);
    }

    static Counts read(ByteBuffer in) {
        return new Counts(in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }
}
