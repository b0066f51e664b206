package org.tongcai.client;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.binding.Model;
import org.tongcai.client.json.Members;

/** Contracts, their filing, acceptance and payment. Safe for threads. */
public final class Contracts {
    private final Submitter submitter;

    Contracts(Submitter submitter) {
        this.submitter = submitter;
    }

    /**
     * How far the filing of a contract is. Immutable.
     *
     * @param contract the contract
     * @param filing the newest filing; null where there is none
     * @param status status of the filing, a code of the standard; null where there is none
     * @param document the filing itself as JSON; null where there is none
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Filing(
            DocumentEntry contract,
            @Nullable DocumentEntry filing,
            @Nullable String status,
            byte @Nullable [] document) {}

    /** Submits a contract: {@code contract}. */
    public Submission submit(Model contract) {
        return submit(Document.of(contract));
    }

    /** As {@link #submit(Model)}, for what is JSON, XML or a file already. */
    public Submission submit(Document contract) {
        return submitter.submit("submitContract", contract, "contracts");
    }

    /** As {@link #submit(Model)}, without holding up this thread. */
    public CompletableFuture<Submission> submitAsync(Document contract) {
        return submitter.submitAsync("submitContract", contract, "contracts");
    }

    /** Files a contract with the authority: {@code contractFiling}. */
    public Submission file(String platformCode, String documentId, Model filing) {
        return file(platformCode, documentId, Document.of(filing));
    }

    /** As {@link #file(String, String, Model)}, for what is JSON, XML or a file already. */
    public Submission file(String platformCode, String documentId, Document filing) {
        return submitter.submit("fileContract", filing, "contracts", platformCode, documentId, "filing");
    }

    /** As {@link #file(String, String, Model)}, without holding up this thread. */
    public CompletableFuture<Submission> fileAsync(String platformCode, String documentId, Document filing) {
        return submitter.submitAsync("fileContract", filing, "contracts", platformCode, documentId, "filing");
    }

    /** Changes a contract: {@code contractChange}. */
    public Submission change(String platformCode, String documentId, Model change) {
        return change(platformCode, documentId, Document.of(change));
    }

    /** As {@link #change(String, String, Model)}, for what is JSON, XML or a file already. */
    public Submission change(String platformCode, String documentId, Document change) {
        return submitter.submit("changeContract", change, "contracts", platformCode, documentId, "changes");
    }

    /** As {@link #change(String, String, Model)}, without holding up this thread. */
    public CompletableFuture<Submission> changeAsync(String platformCode, String documentId, Document change) {
        return submitter.submitAsync("changeContract", change, "contracts", platformCode, documentId, "changes");
    }

    /** Withdraws a contract: {@code withdrawal}. */
    public Submission withdraw(String platformCode, String documentId, Model withdrawal) {
        return withdraw(platformCode, documentId, Document.of(withdrawal));
    }

    /** As {@link #withdraw(String, String, Model)}, for what is JSON, XML or a file already. */
    public Submission withdraw(String platformCode, String documentId, Document withdrawal) {
        return submitter.submit("withdrawContract", withdrawal, "contracts", platformCode, documentId, "withdrawal");
    }

    /** As {@link #withdraw(String, String, Model)}, without holding up this thread. */
    public CompletableFuture<Submission> withdrawAsync(String platformCode, String documentId, Document withdrawal) {
        return submitter.submitAsync(
                "withdrawContract", withdrawal, "contracts", platformCode, documentId, "withdrawal");
    }

    /** Reports the acceptance of what was delivered: {@code acceptanceReport}. */
    public Submission reportAcceptance(String platformCode, String documentId, Model acceptance) {
        return reportAcceptance(platformCode, documentId, Document.of(acceptance));
    }

    /** As {@link #reportAcceptance(String, String, Model)}, for what is JSON, XML or a file already. */
    public Submission reportAcceptance(String platformCode, String documentId, Document acceptance) {
        return submitter.submit(
                "reportAcceptance", acceptance, "contracts", platformCode, documentId, "acceptance-reports");
    }

    /** As {@link #reportAcceptance(String, String, Model)}, without holding up this thread. */
    public CompletableFuture<Submission> reportAcceptanceAsync(
            String platformCode, String documentId, Document acceptance) {
        return submitter.submitAsync(
                "reportAcceptance", acceptance, "contracts", platformCode, documentId, "acceptance-reports");
    }

    /** Asks for payment: {@code paymentRequest}. */
    public Submission requestPayment(String platformCode, String documentId, Model payment) {
        return requestPayment(platformCode, documentId, Document.of(payment));
    }

    /** As {@link #requestPayment(String, String, Model)}, for what is JSON, XML or a file already. */
    public Submission requestPayment(String platformCode, String documentId, Document payment) {
        return submitter.submit("requestPayment", payment, "contracts", platformCode, documentId, "payment-requests");
    }

    /** As {@link #requestPayment(String, String, Model)}, without holding up this thread. */
    public CompletableFuture<Submission> requestPaymentAsync(String platformCode, String documentId, Document payment) {
        return submitter.submitAsync(
                "requestPayment", payment, "contracts", platformCode, documentId, "payment-requests");
    }

    /**
     * How far the filing of a contract is.
     *
     * @throws NotFoundException if the platform has no such contract
     */
    public Filing filing(String platformCode, String documentId) {
        return submitter.transport().call(filingOf(platformCode, documentId));
    }

    /** As {@link #filing}. */
    public CompletableFuture<Filing> filingAsync(String platformCode, String documentId) {
        return submitter.transport().callAsync(filingOf(platformCode, documentId));
    }

    private static Operation<Filing> filingOf(String platformCode, String documentId) {
        return Operation.get(
                "getContractFiling",
                answer -> {
                    Members members = Members.parse(answer.body(), Set.of("document"));
                    return new Filing(
                            DocumentEntry.of(members.requiredObject("contract")),
                            DocumentEntry.ofOptional(members.object("filing")),
                            members.text("status"),
                            members.raw("document"));
                },
                "contracts",
                platformCode,
                documentId,
                "filing");
    }

    /** One page of the payments that refer to a contract; the first where the cursor is null. */
    public Page<DocumentEntry> payments(String platformCode, String documentId, @Nullable String cursor) {
        return submitter
                .transport()
                .call(StoredDocuments.list(
                        "queryContractPayments",
                        DocumentQuery.all(),
                        cursor,
                        "contracts",
                        platformCode,
                        documentId,
                        "payments"));
    }

    /** All payments that refer to a contract, page by page as the stream is read; not for threads. */
    public Stream<DocumentEntry> streamPayments(String platformCode, String documentId) {
        return Pages.stream(cursor -> payments(platformCode, documentId, cursor));
    }
}
