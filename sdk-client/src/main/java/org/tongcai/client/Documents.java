package org.tongcai.client;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.binding.Model;

/**
 * Documents of every type: the kernel of the service standard, on which all other groups stand. Safe for threads.
 *
 * <p>What does not conform is not sent; see {@link Submission#sent}.
 */
public final class Documents {
    private final Submitter submitter;
    private final Transport transport;
    private final Pusher pusher;

    Documents(Submitter submitter, Pusher pusher) {
        this.submitter = submitter;
        this.transport = submitter.transport();
        this.pusher = pusher;
    }

    /** Submits a model. */
    public Submission submit(Model document) {
        return submit(Document.of(document));
    }

    /** Submits JSON or XML in UTF-8, exactly as it is. */
    public Submission submit(byte[] document) {
        return submit(Document.of(document));
    }

    /** Submits a file with one document in JSON or XML, exactly as it is. */
    public Submission submit(Path file) {
        return submit(Document.of(file));
    }

    /** Submits a document. */
    public Submission submit(Document document) {
        return submitter.submit("submitDocument", document, "documents");
    }

    /** Submits a document without holding up this thread; cancelling the future ends the call. */
    public CompletableFuture<Submission> submitAsync(Document document) {
        return submitter.submitAsync("submitDocument", document, "documents");
    }

    /** Pushes many documents in batches with the default options. */
    public PushReport push(DocumentSource source) {
        return push(source, PushOptions.DEFAULT);
    }

    /**
     * Pushes many documents in batches: reads only as fast as the platform takes them, repeats what failed on the way, and takes up where
     * it stopped where the options name a journal.
     *
     * @throws PushException if it could not go on; with what was achieved until then
     */
    public PushReport push(DocumentSource source, PushOptions options) {
        return pusher.push(source, options, null);
    }

    /** A document as the platform keeps it, in its newest revision. */
    public StoredDocument get(String documentType, String platformCode, String documentId) {
        return transport.call(
                StoredDocuments.get("getDocument", 0, null, "documents", documentType, platformCode, documentId));
    }

    /**
     * A document as the platform keeps it.
     *
     * @param revision the revision; 0 for the newest
     * @param mediaType {@code application/json} or {@code application/xml}; null for the bytes as they were received
     * @throws NotFoundException if there is none
     */
    public StoredDocument get(
            String documentType, String platformCode, String documentId, int revision, @Nullable String mediaType) {
        return transport.call(StoredDocuments.get(
                "getDocument", revision, mediaType, "documents", documentType, platformCode, documentId));
    }

    /** As {@link #get(String, String, String)}. */
    public CompletableFuture<StoredDocument> getAsync(String documentType, String platformCode, String documentId) {
        return transport.callAsync(
                StoredDocuments.get("getDocument", 0, null, "documents", documentType, platformCode, documentId));
    }

    /** One page of documents; the first where the cursor is null. */
    public Page<DocumentEntry> list(DocumentQuery query, @Nullable String cursor) {
        return transport.call(StoredDocuments.list("queryDocuments", query, cursor, "documents"));
    }

    /** As {@link #list}. */
    public CompletableFuture<Page<DocumentEntry>> listAsync(DocumentQuery query, @Nullable String cursor) {
        return transport.callAsync(StoredDocuments.list("queryDocuments", query, cursor, "documents"));
    }

    /** All documents, page by page as the stream is read; not for threads. */
    public Stream<DocumentEntry> stream(DocumentQuery query) {
        return Pages.stream(cursor -> list(query, cursor));
    }

    /** The receipt of a submission: a document {@code exchangeReceipt} of the standard. */
    public StoredDocument receipt(String receiptId) {
        return transport.call(StoredDocuments.get("getReceipt", 0, null, "receipts", receiptId));
    }
}
