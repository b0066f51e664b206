package org.tongcai.client;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.binding.Model;

/** Procurement plans and how far they are. Safe for threads. */
public final class Plans {
    private final Submitter submitter;

    Plans(Submitter submitter) {
        this.submitter = submitter;
    }

    /** Reports how far a plan is: {@code planExecutionStatus}. */
    public Submission reportExecution(String platformCode, String documentId, Model status) {
        return reportExecution(platformCode, documentId, Document.of(status));
    }

    /** As {@link #reportExecution(String, String, Model)}, for what is JSON, XML or a file already. */
    public Submission reportExecution(String platformCode, String documentId, Document status) {
        return submitter.submit("reportPlanExecution", status, "plans", platformCode, documentId, "execution-status");
    }

    /** As {@link #reportExecution(String, String, Model)}, without holding up this thread. */
    public CompletableFuture<Submission> reportExecutionAsync(String platformCode, String documentId, Document status) {
        return submitter.submitAsync(
                "reportPlanExecution", status, "plans", platformCode, documentId, "execution-status");
    }

    /** A plan as the platform keeps it, in its newest revision. */
    public StoredDocument get(String platformCode, String documentId) {
        return submitter.transport().call(StoredDocuments.get("getPlan", 0, null, "plans", platformCode, documentId));
    }

    /** As {@link #get}. */
    public CompletableFuture<StoredDocument> getAsync(String platformCode, String documentId) {
        return submitter
                .transport()
                .callAsync(StoredDocuments.get("getPlan", 0, null, "plans", platformCode, documentId));
    }

    /** One page of plans; the first where the cursor is null. The query must not name a document type. */
    public Page<DocumentEntry> list(DocumentQuery query, @Nullable String cursor) {
        return submitter.transport().call(StoredDocuments.list("queryPlans", query, cursor, "plans"));
    }

    /** All plans, page by page as the stream is read; not for threads. */
    public Stream<DocumentEntry> stream(DocumentQuery query) {
        return Pages.stream(cursor -> list(query, cursor));
    }
}
