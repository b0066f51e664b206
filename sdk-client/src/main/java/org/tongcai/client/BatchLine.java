package org.tongcai.client;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.Verdict;
import org.tongcai.client.json.JsonShapeException;
import org.tongcai.client.json.Members;

/** What a platform says about one line of a batch. */
record BatchLine(Receipt receipt, @Nullable Problem problem) {
    private static final Set<String> CONFLICTS = Set.of("revision-conflict", "revision-outdated", "state-conflict");
    private static final Set<String> TRANSIENT = Set.of("unavailable", "internal-error");

    /** The lines of an answer in the order of the batch; every line must be answered once, and be about what was sent. */
    static BatchLine[] of(Answer answer, List<PushBatch.Entry> sent) throws IOException {
        BatchLine[] lines = new BatchLine[sent.size()];
        for (Members members : answer.json().objects("results")) {
            int line = members.intOr("line", 0);
            if (line < 1 || line > lines.length || lines[line - 1] != null) {
                throw new JsonShapeException("the answer names line " + line + " wrongly");
            }
            Members problem = members.object("problem");
            Receipt receipt = Receipt.of(members);
            String digest = sent.get(line - 1).hex();
            if (!receipt.digest().isEmpty() && !receipt.digest().equals(digest)) {
                throw new JsonShapeException("line " + line + " of the answer is about something else than was sent");
            }
            lines[line - 1] = new BatchLine(receipt, problem == null ? null : Problem.of(problem, 0));
        }
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == null) {
                throw new JsonShapeException("the answer says nothing about line " + (i + 1));
            }
        }
        return lines;
    }

    /** Whether the platform, not the document, is the reason why there is no verdict. */
    boolean isTransient() {
        return receipt.verdict() == Verdict.UNDETERMINED
                && (problem == null ? "DEFERRED".equals(receipt.state()) : TRANSIENT.contains(problem.code()));
    }

    PushResult.Outcome outcome() {
        if (problem != null && CONFLICTS.contains(problem.code())) {
            return PushResult.Outcome.CONFLICT;
        }
        if (receipt.verdict() == Verdict.UNDETERMINED) {
            return PushResult.Outcome.UNDETERMINED;
        }
        if (receipt.verdict() == Verdict.REJECTED || problem != null) {
            return PushResult.Outcome.REJECTED;
        }
        return receipt.duplicate() ? PushResult.Outcome.DUPLICATE : PushResult.Outcome.ACCEPTED;
    }
}
