package org.tongcai.client;

import java.util.List;

/**
 * What became of a push, or how far it is. Immutable.
 *
 * @param documents how many were read from the source
 * @param accepted taken for the first time
 * @param duplicates taken before
 * @param rejected refused by the platform
 * @param undetermined not judged by the platform
 * @param conflicts against what the platform has
 * @param invalid not sent, because they do not conform
 * @param earlier how many of all these were settled in an earlier run, by the journal
 * @param batches how many batches this run sent
 * @param stopped whether it ended early, at a document that does not conform
 * @param failures the first documents of this run that were not accepted
 */
public record PushReport(
        long documents,
        long accepted,
        long duplicates,
        long rejected,
        long undetermined,
        long conflicts,
        long invalid,
        long earlier,
        long batches,
        boolean stopped,
        List<PushResult> failures) {
    /** Takes a copy of the failures. */
    public PushReport {
        failures = List.copyOf(failures);
    }

    /** Whether the platform has every document. */
    public boolean complete() {
        return !stopped && accepted + duplicates == documents;
    }
}
