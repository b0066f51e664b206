package org.tongcai.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;

/**
 * What became of one document of a push. Immutable.
 *
 * @param index its place in the source, from 0
 * @param outcome what became of it
 * @param documentType null where it could not be told
 * @param documentId null where it could not be told
 * @param digest SHA-256 of its bytes as they were, or would have been, sent; lower-case hexadecimal
 * @param report what the validation before sending found; null where that is switched off, or had nothing to say
 * @param receipt the platform's receipt; null where it was not sent
 * @param problem why the platform refused it; null where it took it, or judged it by findings alone
 */
public record PushResult(
        long index,
        Outcome outcome,
        @Nullable String documentType,
        @Nullable String documentId,
        String digest,
        @Nullable DocumentReport report,
        @Nullable Receipt receipt,
        @Nullable Problem problem) {

    /** What may become of a document. */
    public enum Outcome {
        /** Taken. */
        ACCEPTED,
        /** Taken before. */
        DUPLICATE,
        /** Refused by the platform. */
        REJECTED,
        /** Not judged by the platform. */
        UNDETERMINED,
        /** Against what the platform has: another content of the same revision, an older revision, an order in another state. */
        CONFLICT,
        /** Not sent, because it does not conform. */
        INVALID
    }

    /** Whether the platform has it now. */
    public boolean accepted() {
        return outcome == Outcome.ACCEPTED || outcome == Outcome.DUPLICATE;
    }

    /** What is wrong or worth knowing. */
    public List<Finding> findings() {
        if (receipt != null) {
            return receipt.findings();
        }
        if (problem != null) {
            return problem.findings();
        }
        return report == null ? List.of() : report.findings();
    }
}
