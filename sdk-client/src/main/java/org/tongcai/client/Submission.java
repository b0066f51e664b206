package org.tongcai.client;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Verdict;

/**
 * What became of a document: taken, refused by the platform, or not even sent because it does not conform. Immutable.
 *
 * @param sent whether it was sent
 * @param verdict the platform's verdict; where it was not sent, that of the validation here. A conflict leaves it as it was
 * @param report what the validation before sending found; null where that is switched off
 * @param receipt the platform's receipt; null where it was not sent, or refused without one
 * @param problem why the platform refused it; null where it took it, or was not asked
 * @param requestId the id to name when asking the platform; null where it was not sent
 */
public record Submission(
        boolean sent,
        Verdict verdict,
        @Nullable DocumentReport report,
        @Nullable Receipt receipt,
        @Nullable Problem problem,
        @Nullable String requestId) {

    static Submission unsent(DocumentReport report) {
        return new Submission(false, report.verdict(), report, null, null, null);
    }

    /** Whether the platform has it now: taken this time, or had already. */
    public boolean accepted() {
        return sent && problem == null && verdict == Verdict.ACCEPTED;
    }

    /** Whether the platform had it already. */
    public boolean duplicate() {
        return receipt != null && receipt.duplicate();
    }

    /** What is wrong or worth knowing: in the platform's words where it was sent, else from the validation here. */
    public List<Finding> findings() {
        if (problem != null && !problem.findings().isEmpty()) {
            return problem.findings();
        }
        if (receipt != null) {
            return receipt.findings();
        }
        return report == null ? List.of() : report.findings();
    }

    /** The receipt, for those who like it so. */
    public Optional<Receipt> findReceipt() {
        return Optional.ofNullable(receipt);
    }
}
