package org.tongcai.client;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.binding.Model;
import org.tongcai.bundle.Manifest;
import org.tongcai.client.json.JsonShapeException;
import org.tongcai.client.json.JsonText;
import org.tongcai.client.json.Members;

/** Products, their prices, stock and place on the shelf. Safe for threads. */
public final class Products {
    private final Submitter submitter;
    private final Pusher pusher;
    private final Once<Set<String>> types;

    Products(Submitter submitter, Pusher pusher) {
        this.submitter = submitter;
        this.pusher = pusher;
        this.types = new Once<>(() -> submitter.validation().standard().get().manifest().documentTypes().stream()
                .filter(type -> "products".equals(type.domain()))
                .map(Manifest.DocumentType::name)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /**
     * What names a product.
     *
     * @param platformCode the platform of its origin
     * @param documentId its number there
     */
    public record Key(String platformCode, String documentId) {}

    /**
     * The newest fact of a kind about a product. Immutable; the array is not copied.
     *
     * @param entry the document that says so
     * @param content what it says about the product, as JSON
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Fact(DocumentEntry entry, byte[] content) {}

    /**
     * The newest facts about a product. Immutable.
     *
     * @param key the product
     * @param known whether the platform knows it
     * @param price its price; null where nothing was said yet
     * @param stock its stock; null where nothing was said yet
     * @param shelf its place on the shelf; null where nothing was said yet
     */
    public record State(
            Key key,
            boolean known,
            @Nullable Fact price,
            @Nullable Fact stock,
            @Nullable Fact shelf) {}

    /** Submits a product: {@code product}, {@code productCatalogue} or {@code catalogueItem}. */
    public Submission submit(Model product) {
        return submit(Document.of(product));
    }

    /** As {@link #submit(Model)}, for what is JSON, XML or a file already. */
    public Submission submit(Document product) {
        return submitter.submit("submitProduct", product, "products");
    }

    /** As {@link #submit(Model)}, without holding up this thread. */
    public CompletableFuture<Submission> submitAsync(Document product) {
        return submitter.submitAsync("submitProduct", product, "products");
    }

    /** Changes a price: {@code priceUpdate}. */
    public Submission updatePrice(String platformCode, String documentId, Model price) {
        return updatePrice(platformCode, documentId, Document.of(price));
    }

    /** As {@link #updatePrice(String, String, Model)}, for what is JSON, XML or a file already. */
    public Submission updatePrice(String platformCode, String documentId, Document price) {
        return submitter.submit("updatePrice", price, "products", platformCode, documentId, "prices");
    }

    /** As {@link #updatePrice(String, String, Model)}, without holding up this thread. */
    public CompletableFuture<Submission> updatePriceAsync(String platformCode, String documentId, Document price) {
        return submitter.submitAsync("updatePrice", price, "products", platformCode, documentId, "prices");
    }

    /** Changes the stock: {@code stockUpdate}. */
    public Submission updateStock(String platformCode, String documentId, Model stock) {
        return updateStock(platformCode, documentId, Document.of(stock));
    }

    /** As {@link #updateStock(String, String, Model)}, for what is JSON, XML or a file already. */
    public Submission updateStock(String platformCode, String documentId, Document stock) {
        return submitter.submit("updateStock", stock, "products", platformCode, documentId, "stock");
    }

    /** As {@link #updateStock(String, String, Model)}, without holding up this thread. */
    public CompletableFuture<Submission> updateStockAsync(String platformCode, String documentId, Document stock) {
        return submitter.submitAsync("updateStock", stock, "products", platformCode, documentId, "stock");
    }

    /** Puts on the shelf or takes off it: {@code shelfEvent}. */
    public Submission changeShelf(String platformCode, String documentId, Model event) {
        return changeShelf(platformCode, documentId, Document.of(event));
    }

    /** As {@link #changeShelf(String, String, Model)}, for what is JSON, XML or a file already. */
    public Submission changeShelf(String platformCode, String documentId, Document event) {
        return submitter.submit("changeShelf", event, "products", platformCode, documentId, "shelf-events");
    }

    /** As {@link #changeShelf(String, String, Model)}, without holding up this thread. */
    public CompletableFuture<Submission> changeShelfAsync(String platformCode, String documentId, Document event) {
        return submitter.submitAsync("changeShelf", event, "products", platformCode, documentId, "shelf-events");
    }

    /** Pushes typed models in batches with the default options; closes the stream. */
    public PushReport push(Stream<? extends Model> products) {
        return push(DocumentSource.ofModels(products), PushOptions.DEFAULT);
    }

    /** Pushes NDJSON, a JSON array, or gzip of these in batches with the default options; does not close the stream. */
    public PushReport push(InputStream products) {
        return push(DocumentSource.of(products), PushOptions.DEFAULT);
    }

    /**
     * Pushes documents of the domain products in batches; see {@link Documents#push(DocumentSource, PushOptions)}. Documents of other
     * domains do not conform here, where validation is on.
     *
     * @throws PushException if it could not go on; with what was achieved until then
     */
    public PushReport push(DocumentSource source, PushOptions options) {
        return pusher.push(source, options, types.get());
    }

    /** A product as the platform keeps it, in its newest revision. */
    public StoredDocument get(String platformCode, String documentId) {
        return submitter
                .transport()
                .call(StoredDocuments.get("getProduct", 0, null, "products", platformCode, documentId));
    }

    /** As {@link #get}. */
    public CompletableFuture<StoredDocument> getAsync(String platformCode, String documentId) {
        return submitter
                .transport()
                .callAsync(StoredDocuments.get("getProduct", 0, null, "products", platformCode, documentId));
    }

    /** The newest price, stock and place on the shelf of up to 100 products. */
    public List<State> states(Collection<Key> products) {
        return submitter.transport().call(statesOf(products));
    }

    /** As {@link #states}. */
    public CompletableFuture<List<State>> statesAsync(Collection<Key> products) {
        return submitter.transport().callAsync(statesOf(products));
    }

    private static Operation<List<State>> statesOf(Collection<Key> products) {
        if (products.isEmpty() || products.size() > 100) {
            throw new IllegalArgumentException("1 to 100 products: " + products.size());
        }
        byte[] body = JsonText.object(json -> {
            json.writeArrayFieldStart("ids");
            for (Key key : products) {
                json.writeStartObject();
                json.writeStringField("platformCode", key.platformCode());
                json.writeStringField("documentId", key.documentId());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
        return Operation.<List<State>>of(
                        "POST",
                        "getProductState",
                        answer -> Page.items(Members.parse(answer.body(), Set.of("content")), "items", Products::state),
                        "products",
                        "state-query")
                .body(body, "application/json")
                // Only asks, though by POST.
                .repeatable(true);
    }

    private static State state(Members members) throws JsonShapeException {
        return new State(
                new Key(members.required("platformCode"), members.required("documentId")),
                members.flag("known"),
                fact(members.object("price")),
                fact(members.object("stock")),
                fact(members.object("shelf")));
    }

    private static @Nullable Fact fact(@Nullable Members members) throws JsonShapeException {
        if (members == null) {
            return null;
        }
        byte[] content = members.raw("content");
        if (content == null) {
            throw new JsonShapeException("member content is missing");
        }
        return new Fact(DocumentEntry.of(members.requiredObject("entry")), content);
    }
}
