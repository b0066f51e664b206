package org.tongcai.client;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.tongcai.DocumentException;
import org.tongcai.DocumentReport;
import org.tongcai.Verdict;
import org.tongcai.client.json.Members;
import org.tongcai.input.Slice;

/** Submits one document: validates it, sends it, reads what came of it. Safe for threads. */
final class Submitter {
    /** Refusals that concern the document, and are therefore results. */
    private static final Set<String> RESULTS = Set.of(
            "document-rejected",
            "document-undetermined",
            "document-too-large",
            "revision-conflict",
            "revision-outdated",
            "state-conflict",
            "wrong-document-type",
            "wrong-reference",
            "edition-unsupported",
            "profile-unsupported");

    private final Transport transport;
    private final Validation validation;

    Submitter(Transport transport, Validation validation) {
        this.transport = transport;
        this.validation = validation;
    }

    Transport transport() {
        return transport;
    }

    Validation validation() {
        return validation;
    }

    /** Either a result already, or what is to be sent. */
    private record Prepared(
            @Nullable Submission result, @Nullable Operation<Submission> operation) {}

    private Prepared prepare(String name, Document document, String... path) {
        byte[] bytes;
        try {
            bytes = document.bytes(validation.standard(), validation.mostBytes());
        } catch (DocumentException e) {
            return new Prepared(Submission.unsent(e.report()), null);
        }
        Slice slice = Slice.of("-", bytes);
        DocumentReport report = validation.validate(slice);
        if (report != null && !Validation.isSendable(report)) {
            return new Prepared(Submission.unsent(report), null);
        }
        Operation<Submission> operation = Operation.<Submission>post(
                        name, answer -> read(answer, report), List.of(path))
                .body(bytes, slice.isXml() ? "application/xml" : "application/json")
                .header("Accept", "application/json, application/problem+json")
                .key(document.idempotencyKey())
                .taking(problem -> RESULTS.contains(problem.code()));
        return new Prepared(null, operation);
    }

    private static Submission read(Answer answer, @Nullable DocumentReport report) throws IOException {
        Members members = answer.json();
        Problem problem = answer.problem();
        if (problem == null) {
            Receipt receipt = Receipt.of(members);
            return new Submission(true, receipt.verdict(), report, receipt, null, answer.requestId());
        }
        Members result = members.object("result");
        Receipt receipt = result == null ? null : Receipt.of(result);
        Verdict verdict = receipt != null
                ? receipt.verdict()
                : problem.is("document-undetermined") ? Verdict.UNDETERMINED : Verdict.REJECTED;
        return new Submission(true, verdict, report, receipt, problem, answer.requestId());
    }

    Submission submit(String name, Document document, String... path) {
        transport.requireOpen();
        Prepared prepared = prepare(name, document, path);
        return prepared.operation() == null ? prepared.result() : transport.call(prepared.operation());
    }

    CompletableFuture<Submission> submitAsync(String name, Document document, String... path) {
        CallFuture<Submission> future = new CallFuture<>();
        try {
            transport.requireOpen();
            // Writing and judging take time, too; the caller's thread is spared both.
            transport.executor().execute(() -> {
                try {
                    Prepared prepared = prepare(name, document, path);
                    if (prepared.operation() == null) {
                        future.complete(prepared.result());
                    } else if (!future.isDone()) {
                        transport.start(prepared.operation(), future);
                    }
                } catch (RuntimeException e) {
                    future.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the client is closed", e);
        }
        return future;
    }
}
