package org.tongcai.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.tongcai.binding.Model;
import org.tongcai.client.json.Members;

/** Orders of the electronic mall and all that happens to them. Safe for threads. */
public final class Orders {
    private final Submitter submitter;

    Orders(Submitter submitter) {
        this.submitter = submitter;
    }

    /**
     * Where an order stands. Immutable.
     *
     * @param entry the order
     * @param status a code of {@code order-status}
     * @param allowedEvents what may happen next, by the lifecycle of orders
     * @param documents everything that refers to it, oldest first
     */
    public record State(DocumentEntry entry, String status, List<String> allowedEvents, List<DocumentEntry> documents) {
        /** Takes copies of the lists. */
        public State {
            allowedEvents = List.copyOf(allowedEvents);
            documents = List.copyOf(documents);
        }
    }

    /** Places an order: {@code order}. */
    public Submission submit(Model order) {
        return submit(Document.of(order));
    }

    /** As {@link #submit(Model)}, for what is JSON, XML or a file already. */
    public Submission submit(Document order) {
        return submitter.submit("submitOrder", order, "orders");
    }

    /** As {@link #submit(Model)}, without holding up this thread. */
    public CompletableFuture<Submission> submitAsync(Document order) {
        return submitter.submitAsync("submitOrder", order, "orders");
    }

    /** Decides on an order: {@code orderDecision}, whose kind says what: accept, reject, ask for cancellation, agree to it. */
    public Submission decide(String platformCode, String documentId, Model decision) {
        return decide(platformCode, documentId, Document.of(decision));
    }

    /** As {@link #decide(String, String, Model)}, for what is JSON, XML or a file already. */
    public Submission decide(String platformCode, String documentId, Document decision) {
        return submitter.submit("decideOrder", decision, "orders", platformCode, documentId, "decisions");
    }

    /** As {@link #decide(String, String, Model)}, without holding up this thread. */
    public CompletableFuture<Submission> decideAsync(String platformCode, String documentId, Document decision) {
        return submitter.submitAsync("decideOrder", decision, "orders", platformCode, documentId, "decisions");
    }

    /** Tells of a shipment: {@code shipment}. */
    public Submission ship(String platformCode, String documentId, Model shipment) {
        return ship(platformCode, documentId, Document.of(shipment));
    }

    /** As {@link #ship(String, String, Model)}, for what is JSON, XML or a file already. */
    public Submission ship(String platformCode, String documentId, Document shipment) {
        return submitter.submit("shipOrder", shipment, "orders", platformCode, documentId, "shipments");
    }

    /** As {@link #ship(String, String, Model)}, without holding up this thread. */
    public CompletableFuture<Submission> shipAsync(String platformCode, String documentId, Document shipment) {
        return submitter.submitAsync("shipOrder", shipment, "orders", platformCode, documentId, "shipments");
    }

    /** Tells that goods arrived: {@code goodsReceipt}. */
    public Submission receive(String platformCode, String documentId, Model receipt) {
        return receive(platformCode, documentId, Document.of(receipt));
    }

    /** As {@link #receive(String, String, Model)}, for what is JSON, XML or a file already. */
    public Submission receive(String platformCode, String documentId, Document receipt) {
        return submitter.submit("receiveOrder", receipt, "orders", platformCode, documentId, "goods-receipts");
    }

    /** As {@link #receive(String, String, Model)}, without holding up this thread. */
    public CompletableFuture<Submission> receiveAsync(String platformCode, String documentId, Document receipt) {
        return submitter.submitAsync("receiveOrder", receipt, "orders", platformCode, documentId, "goods-receipts");
    }

    /** Returns, exchanges, repairs: {@code afterSale}. */
    public Submission afterSale(String platformCode, String documentId, Model afterSale) {
        return afterSale(platformCode, documentId, Document.of(afterSale));
    }

    /** As {@link #afterSale(String, String, Model)}, for what is JSON, XML or a file already. */
    public Submission afterSale(String platformCode, String documentId, Document afterSale) {
        return submitter.submit("afterSaleOrder", afterSale, "orders", platformCode, documentId, "after-sales");
    }

    /** As {@link #afterSale(String, String, Model)}, without holding up this thread. */
    public CompletableFuture<Submission> afterSaleAsync(String platformCode, String documentId, Document afterSale) {
        return submitter.submitAsync("afterSaleOrder", afterSale, "orders", platformCode, documentId, "after-sales");
    }

    /** Invoices an order: {@code invoice}. */
    public Submission invoice(String platformCode, String documentId, Model invoice) {
        return invoice(platformCode, documentId, Document.of(invoice));
    }

    /** As {@link #invoice(String, String, Model)}, for what is JSON, XML or a file already. */
    public Submission invoice(String platformCode, String documentId, Document invoice) {
        return submitter.submit("invoiceOrder", invoice, "orders", platformCode, documentId, "invoices");
    }

    /** As {@link #invoice(String, String, Model)}, without holding up this thread. */
    public CompletableFuture<Submission> invoiceAsync(String platformCode, String documentId, Document invoice) {
        return submitter.submitAsync("invoiceOrder", invoice, "orders", platformCode, documentId, "invoices");
    }

    /** Settles an order: {@code settlement}. */
    public Submission settle(String platformCode, String documentId, Model settlement) {
        return settle(platformCode, documentId, Document.of(settlement));
    }

    /** As {@link #settle(String, String, Model)}, for what is JSON, XML or a file already. */
    public Submission settle(String platformCode, String documentId, Document settlement) {
        return submitter.submit("settleOrder", settlement, "orders", platformCode, documentId, "settlements");
    }

    /** As {@link #settle(String, String, Model)}, without holding up this thread. */
    public CompletableFuture<Submission> settleAsync(String platformCode, String documentId, Document settlement) {
        return submitter.submitAsync("settleOrder", settlement, "orders", platformCode, documentId, "settlements");
    }

    /** Reviews an order: {@code orderReview}. */
    public Submission review(String platformCode, String documentId, Model review) {
        return review(platformCode, documentId, Document.of(review));
    }

    /** As {@link #review(String, String, Model)}, for what is JSON, XML or a file already. */
    public Submission review(String platformCode, String documentId, Document review) {
        return submitter.submit("reviewOrder", review, "orders", platformCode, documentId, "reviews");
    }

    /** As {@link #review(String, String, Model)}, without holding up this thread. */
    public CompletableFuture<Submission> reviewAsync(String platformCode, String documentId, Document review) {
        return submitter.submitAsync("reviewOrder", review, "orders", platformCode, documentId, "reviews");
    }

    /**
     * Where an order stands.
     *
     * @throws NotFoundException if the platform has no such order
     */
    public State get(String platformCode, String documentId) {
        return submitter.transport().call(stateOf(platformCode, documentId));
    }

    /** As {@link #get}. */
    public CompletableFuture<State> getAsync(String platformCode, String documentId) {
        return submitter.transport().callAsync(stateOf(platformCode, documentId));
    }

    private static Operation<State> stateOf(String platformCode, String documentId) {
        return Operation.get(
                "getOrder",
                answer -> {
                    Members members = answer.json();
                    return new State(
                            DocumentEntry.of(members.requiredObject("entry")),
                            members.required("status"),
                            members.texts("allowedEvents"),
                            Page.items(members, "documents", DocumentEntry::of));
                },
                "orders",
                platformCode,
                documentId);
    }
}
