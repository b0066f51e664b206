package org.tongcai.sandbox.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.http.Exchange;
import org.tongcai.sandbox.http.Operation;
import org.tongcai.sandbox.http.ProblemException;
import org.tongcai.sandbox.store.Documents;
import org.tongcai.sandbox.store.StoredDocument;
import org.tongcai.sandbox.submission.Expected;

/**
 * The submissions of the business domains: each takes certain documents, those below a document only such as refer to it. Otherwise they are
 * submissions like any other. Thread-safe.
 */
public final class Domains {
    private static final String OF = "/{platformCode}/{documentId}";

    private final Platform platform;
    private final Intake intake;
    private final List<String> notices;

    public Domains(Platform platform, Intake intake) {
        this.platform = platform;
        this.intake = intake;
        this.notices = platform.judge().domains().entrySet().stream()
                .filter(entry -> entry.getValue().equals("announcements"))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    /** The document types of notices. */
    List<String> notices() {
        return notices;
    }

    /** The operations. */
    public List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        List<String> products = List.of("product", "productCatalogue", "catalogueItem");
        all.add(submit("publishNotice", "/v1/notices", "announcements", notices));
        all.add(below(
                "correctNotice",
                "notices",
                "/corrections",
                "announcements",
                notices,
                List.of("correctionNotice", "contractChangeNotice", "correction")));
        all.add(below("withdrawNotice", "notices", "/withdrawal", "announcements", notices, List.of("withdrawal")));

        all.add(below(
                "reportPlanExecution",
                "plans",
                "/execution-status",
                "plans",
                List.of("procurementPlan"),
                List.of("planExecutionStatus")));

        List<String> contract = List.of("contract");
        all.add(submit("submitContract", "/v1/contracts", "contracts", contract));
        all.add(below("fileContract", "contracts", "/filing", "contracts", contract, List.of("contractFiling")));
        all.add(below("changeContract", "contracts", "/changes", "contracts", contract, List.of("contractChange")));
        all.add(below("withdrawContract", "contracts", "/withdrawal", "contracts", contract, List.of("withdrawal")));
        all.add(below(
                "reportAcceptance",
                "contracts",
                "/acceptance-reports",
                "contracts",
                contract,
                List.of("acceptanceReport")));
        all.add(below(
                "requestPayment", "contracts", "/payment-requests", "contracts", contract, List.of("paymentRequest")));

        all.add(submit("submitProduct", "/v1/products", "products", products));
        all.add(below("updatePrice", "products", "/prices", "products", products, List.of("priceUpdate")));
        all.add(below("updateStock", "products", "/stock", "products", products, List.of("stockUpdate")));
        all.add(below("changeShelf", "products", "/shelf-events", "products", products, List.of("shelfEvent")));

        List<String> order = List.of("order");
        all.add(submit("submitOrder", "/v1/orders", "orders", order));
        all.add(below("decideOrder", "orders", "/decisions", "orders", order, List.of("orderDecision")));
        all.add(below("shipOrder", "orders", "/shipments", "orders", order, List.of("shipment")));
        all.add(below("receiveOrder", "orders", "/goods-receipts", "orders", order, List.of("goodsReceipt")));
        all.add(below("afterSaleOrder", "orders", "/after-sales", "orders", order, List.of("afterSale")));
        all.add(below("invoiceOrder", "orders", "/invoices", "orders", order, List.of("invoice")));
        all.add(below("settleOrder", "orders", "/settlements", "orders", order, List.of("settlement")));
        all.add(below("reviewOrder", "orders", "/reviews", "orders", order, List.of("orderReview")));
        return all;
    }

    private Operation submit(String id, String path, String domain, List<String> types) {
        String scope = domain + ":write";
        return post(id, path, scope, (x, h) -> intake.single(x, h, Expected.of(scope, types)));
    }

    private Operation below(
            String id, String folder, String tail, String domain, List<String> about, List<String> types) {
        String scope = domain + ":write";
        return post(id, "/v1/" + folder + OF + tail, scope, (x, h) -> {
            StoredDocument resource = find(x, h, about);
            String product = domain.equals("products") ? productId(x, h, resource) : null;
            return intake.single(x, h, Expected.about(scope, resource, product, types));
        });
    }

    private Operation post(String id, String path, String scope, Operation.Stored work) {
        return Operation.post(id, path, scope, platform.options().limits().documentBytes(), "document-too-large", work);
    }

    /** Prices and stock name products by their number. */
    private @Nullable String productId(Exchange x, Handle h, StoredDocument resource) {
        String id = platform.judge()
                .scan(new Documents(h, x.caller().tenantId()).content(resource.position()), resource.isXml())
                .value("/productId");
        return id.isEmpty() ? null : id;
    }

    /**
     * The newest revision of the document that the path names.
     *
     * @param types its type is one of these, the first ones first
     */
    static StoredDocument find(Exchange x, Handle h, List<String> types) {
        Documents documents = new Documents(h, x.caller().tenantId());
        String platformCode = x.path("platformCode");
        String documentId = x.path("documentId");
        return documents.withIds(Set.of(documentId)).stream()
                .filter(d -> d.newest() && d.platformCode().equals(platformCode) && types.contains(d.documentType()))
                .min(java.util.Comparator.comparingInt(d -> types.indexOf(d.documentType())))
                .orElseThrow(() -> new ProblemException("not-found", "there is no such document"));
    }
}
