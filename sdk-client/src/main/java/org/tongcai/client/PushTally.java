package org.tongcai.client;

import java.util.ArrayList;
import java.util.List;
import org.tongcai.DocumentReport;
import org.tongcai.client.journal.Counts;

/** Counts what became of documents and tells the host, one document at a time. Safe for threads. */
final class PushTally {
    private final PushOptions options;
    private final List<PushResult> failures = new ArrayList<>();
    private Counts counts = Counts.NONE;
    private long documents;
    private long earlier;
    private long batches;
    private boolean stopped;

    PushTally(PushOptions options) {
        this.options = options;
    }

    /** Settled in an earlier run. */
    synchronized void earlier(Counts settled) {
        counts = counts.plus(settled);
        earlier += settled.total();
        documents += settled.total();
    }

    /** Settled in an earlier run, of a batch whose rest the source does not have any more. */
    synchronized void earlier(int accepted) {
        earlier(new Counts(0, accepted, 0, 0, 0, 0));
    }

    synchronized void stop() {
        stopped = true;
    }

    /** Tells and counts a whole batch. */
    synchronized Counts settle(PushBatch batch, BatchSending sending) {
        Counts these = Counts.NONE;
        for (PushBatch.Entry entry : batch.entries()) {
            PushResult result = result(entry, sending);
            these = these.plus(one(result.outcome()));
            documents++;
            if (!result.accepted() && failures.size() < options.failures()) {
                failures.add(result);
            }
            options.results().accept(result);
        }
        counts = counts.plus(these);
        batches += sending.requests();
        return these;
    }

    synchronized void progress() {
        options.progress().accept(report());
    }

    private static PushResult result(PushBatch.Entry entry, BatchSending sending) {
        DocumentReport report = entry.report;
        BatchSending.Answered answer = sending.answer(entry);
        if (answer == null) {
            return new PushResult(
                    entry.index,
                    PushResult.Outcome.INVALID,
                    report == null ? null : report.documentType(),
                    report == null ? null : report.id(),
                    entry.hex(),
                    report,
                    null,
                    null);
        }
        BatchLine line = answer.line();
        if (line == null) {
            return new PushResult(
                    entry.index, PushResult.Outcome.REJECTED, null, null, entry.hex(), report, null, answer.problem());
        }
        return new PushResult(
                entry.index,
                line.outcome(),
                line.receipt().documentType(),
                line.receipt().documentId(),
                entry.hex(),
                report,
                line.receipt(),
                line.problem());
    }

    private static Counts one(PushResult.Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> new Counts(1, 0, 0, 0, 0, 0);
            case DUPLICATE -> new Counts(0, 1, 0, 0, 0, 0);
            case REJECTED -> new Counts(0, 0, 1, 0, 0, 0);
            case UNDETERMINED -> new Counts(0, 0, 0, 1, 0, 0);
            case CONFLICT -> new Counts(0, 0, 0, 0, 1, 0);
            case INVALID -> new Counts(0, 0, 0, 0, 0, 1);
        };
    }

    synchronized PushReport report() {
        return new PushReport(
                documents,
                counts.accepted(),
                counts.duplicates(),
                counts.rejected(),
                counts.undetermined(),
                counts.conflicts(),
                counts.invalid(),
                earlier,
                batches,
                stopped,
                failures);
    }
}
