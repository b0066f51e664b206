package org.tongcai.sandbox.resource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.http.Exchange;
import org.tongcai.sandbox.http.Json;
import org.tongcai.sandbox.http.Operation;
import org.tongcai.sandbox.http.Paging;
import org.tongcai.sandbox.http.ProblemException;
import org.tongcai.sandbox.http.Response;
import org.tongcai.sandbox.store.DocumentRow;
import org.tongcai.sandbox.store.Documents;
import org.tongcai.sandbox.store.StoredDocument;
import org.tongcai.sandbox.submission.Entries;
import org.tongcai.sandbox.submission.Orders;
import org.tongcai.sandbox.submission.Originals;
import org.tongcai.sandbox.submission.Scan;

/** What the business domains tell of their documents: always derived from what was received. Thread-safe. */
public final class Views {
    private static final List<String> CONTRACT = List.of("contract");
    private static final List<String> PRODUCTS = List.of("product", "productCatalogue", "catalogueItem");
    private static final Set<String> CORRECTIONS = Set.of("correctionNotice", "contractChangeNotice", "correction");
    private static final String OF = "/{platformCode}/{documentId}";
    private static final int MOST = 1_000;
    private static final int IDS = 100;
    private static final int QUERY_BYTES = 64 << 10;

    private final Platform platform;
    private final Reading reading;
    private final List<String> notices;

    public Views(Platform platform, Reading reading, Domains domains) {
        this.platform = platform;
        this.reading = reading;
        this.notices = domains.notices();
    }

    /** The operations. */
    public List<Operation> operations() {
        Set<String> revision = Set.of("revision");
        return List.of(
                get("getNoticePublication", "/v1/notices" + OF, "announcements", Set.of(), this::notice),
                get("queryPlans", "/v1/plans", "plans", Reading.parameters(all -> all), this::plans),
                get(
                        "getPlan",
                        "/v1/plans" + OF,
                        "plans",
                        revision,
                        (x, h) -> reading.document(x, h, "procurementPlan")),
                get("getContractFiling", "/v1/contracts" + OF + "/filing", "contracts", Set.of(), this::filing),
                get(
                        "queryContractPayments",
                        "/v1/contracts" + OF + "/payments",
                        "contracts",
                        Set.of("cursor", "limit"),
                        this::payments),
                get(
                        "getProduct",
                        "/v1/products" + OF,
                        "products",
                        revision,
                        (x, h) -> reading.document(
                                x, h, Domains.find(x, h, PRODUCTS).documentType())),
                Operation.other(
                        "getProductState",
                        HandlerType.POST,
                        "/v1/products/state-query",
                        "products:read",
                        QUERY_BYTES,
                        "document-too-large",
                        (Operation.Stored) this::productStates),
                get("getOrder", "/v1/orders" + OF, "orders", Set.of(), this::order));
    }

    private static Operation get(String id, String path, String domain, Set<String> names, Operation.Stored work) {
        return Operation.get(id, path, domain + ":read", names, work);
    }

    private static Documents documents(Exchange x, Handle h) {
        return new Documents(h, x.caller().tenantId());
    }

    private static List<StoredDocument> about(Exchange x, Handle h, StoredDocument d, Collection<String> types) {
        return documents(x, h).referringTo(d.documentType(), d.platformCode(), d.documentId(), types, MOST);
    }

    private static List<Object> entries(List<StoredDocument> documents) {
        return new ArrayList<>(documents.stream().map(Entries::entry).toList());
    }

    private Response notice(Exchange x, Handle h) {
        StoredDocument notice = Domains.find(x, h, notices);
        List<StoredDocument> corrections = about(x, h, notice, CORRECTIONS).stream()
                .filter(d -> d.newest() && !d.state().equals(StoredDocument.WITHDRAWN))
                .filter(d -> Originals.isCorrection(scan(x, h, d), notice))
                .toList();
        boolean withdrawn = notice.state().equals(StoredDocument.WITHDRAWN);
        StoredDocument withdrawal = withdrawn ? withdrawal(x, h, notice) : null;
        return Response.json(
                200,
                Json.object(
                        "entry",
                        Entries.entry(notice),
                        "state",
                        withdrawn ? "WITHDRAWN" : corrections.isEmpty() ? "PUBLISHED" : "CORRECTED",
                        "corrections",
                        entries(corrections),
                        "withdrawal",
                        withdrawal == null ? null : Entries.entry(withdrawal)));
    }

    /** The withdrawal that took effect first. */
    private @Nullable StoredDocument withdrawal(Exchange x, Handle h, StoredDocument notice) {
        return about(x, h, notice, Set.of("withdrawal")).stream()
                .filter(d -> Originals.isWithdrawal(scan(x, h, d), notice))
                .findFirst()
                .orElse(null);
    }

    private Scan scan(Exchange x, Handle h, StoredDocument d) {
        return platform.judge().scan(documents(x, h).content(d.position()), d.isXml());
    }

    /** The one received last, of those that still stand. */
    private static @Nullable StoredDocument newest(List<StoredDocument> documents) {
        return documents.stream()
                .filter(d -> d.newest() && !d.state().equals(StoredDocument.WITHDRAWN))
                .max(Comparator.comparingLong(StoredDocument::position))
                .orElse(null);
    }

    private Response plans(Exchange x, Handle h) {
        Paging paging = new Paging(x, platform.cursors(), "queryPlans", Reading.FILTERS);
        return reading.page(x, h, paging, List.of("procurementPlan"), List.of());
    }

    private Response filing(Exchange x, Handle h) {
        StoredDocument contract = Domains.find(x, h, CONTRACT);
        StoredDocument filing = newest(about(x, h, contract, Set.of("contractFiling")));
        Map<String, Object> answer = Json.object("contract", Entries.entry(contract));
        if (filing != null) {
            byte[] content = documents(x, h).content(filing.position());
            String status = platform.judge().scan(content, filing.isXml()).value("/status");
            answer.put("filing", Entries.entry(filing));
            if (!status.isEmpty()) {
                answer.put("status", status);
            }
            answer.put("document", Reading.json(platform.judge(), content, filing.isXml()));
            reading.log().read(h, x.caller(), filing, content, "getContractFiling");
        }
        return Response.json(200, answer);
    }

    private Response payments(Exchange x, Handle h) {
        StoredDocument contract = Domains.find(x, h, CONTRACT);
        Paging paging = new Paging(
                x,
                platform.cursors(),
                "queryContractPayments/" + contract.platformCode() + "/" + contract.documentId(),
                Set.of());
        DocumentRow.Link link = new DocumentRow.Link("contract", contract.platformCode(), contract.documentId());
        return reading.page(x, h, paging, List.of("payment"), List.of(link));
    }

    private Response order(Exchange x, Handle h) {
        StoredDocument order = Domains.find(x, h, List.of("order"));
        Orders orders = new Orders(platform.judge(), documents(x, h));
        String status = orders.status(order.platformCode(), order.documentId());
        return Response.json(
                200,
                Json.object(
                        "entry", Entries.entry(order),
                        "status", status,
                        "allowedEvents", orders.allowed(status),
                        "documents", entries(about(x, h, order, Set.of()))));
    }

    private Response productStates(Exchange x, Handle h) {
        if (!x.mediaType().equals(Response.JSON)) {
            throw new ProblemException("unsupported-media-type", "the query is application/json");
        }
        Map<String, Object> query = Json.parse(x.body());
        if (!query.keySet().equals(Set.of("ids"))
                || !(query.get("ids") instanceof List<?> ids)
                || ids.isEmpty()
                || ids.size() > IDS) {
            throw new ProblemException("malformed-request", "ids must be a list of 1 to " + IDS + " products")
                    .with("parameter", "ids");
        }
        List<Object> items = new ArrayList<>();
        for (Object one : ids) {
            items.add(productState(x, h, one));
        }
        return Response.json(200, Json.object("items", items));
    }

    private Map<String, Object> productState(Exchange x, Handle h, Object asked) {
        if (!(asked instanceof Map<?, ?> key)
                || !(key.get("platformCode") instanceof String platformCode)
                || !(key.get("documentId") instanceof String documentId)) {
            throw new ProblemException("malformed-request", "each of ids has platformCode and documentId")
                    .with("parameter", "ids");
        }
        Documents documents = documents(x, h);
        Map<String, Object> state = Json.object("platformCode", platformCode, "documentId", documentId);
        StoredDocument product =
                documents.find("product", platformCode, documentId, 0).orElse(null);
        state.put("known", product != null);
        if (product != null) {
            String number = platform.judge()
                    .scan(documents.content(product.position()), product.isXml())
                    .value("/productId");
            fact(documents, state, "price", "priceUpdate", product, number);
            fact(documents, state, "stock", "stockUpdate", product, number);
            fact(documents, state, "shelf", "shelfEvent", product, number);
        }
        return state;
    }

    private void fact(
            Documents documents,
            Map<String, Object> state,
            String name,
            String type,
            StoredDocument product,
            String number) {
        List<StoredDocument> found =
                new ArrayList<>(documents.newestReferring(product.documentType(), product.documentId(), type));
        found.addAll(documents.newestReferring(DocumentRow.PRODUCT, number, type));
        StoredDocument newest = newest(found);
        if (newest == null) {
            return;
        }
        byte[] content = documents.content(newest.position());
        byte[] json = newest.isXml() ? platform.judge().standard().json().rewrite(content) : content;
        Object line = type.equals("shelfEvent") ? Reading.json(platform.judge(), json, false) : line(json, number);
        if (line != null) {
            state.put(name, Json.object("entry", Entries.entry(newest), "content", line));
        }
    }

    /** The item about a product, as it is written. */
    private static Json.@Nullable Raw line(byte[] json, String number) {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean items = parser.currentName().equals("items");
                parser.nextToken();
                if (!items) {
                    parser.skipChildren();
                    continue;
                }
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    int from = (int) parser.currentTokenLocation().getByteOffset();
                    boolean wanted = isAbout(parser, number);
                    int to = (int) parser.currentLocation().getByteOffset();
                    if (wanted) {
                        ByteArrayOutputStream out = new ByteArrayOutputStream();
                        out.write(json, from, to - from);
                        return Json.Raw.of(out.toByteArray());
                    }
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes over an object, and tells whether it is about the product. */
    private static boolean isAbout(JsonParser parser, String number) throws IOException {
        boolean wanted = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean id = parser.currentName().equals("productId");
            parser.nextToken();
            wanted |= id && parser.getText().equals(number);
            parser.skipChildren();
        }
        return wanted;
    }
}
