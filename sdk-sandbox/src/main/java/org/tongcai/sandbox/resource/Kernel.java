package org.tongcai.sandbox.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.http.Caller;
import org.tongcai.sandbox.http.Exchange;
import org.tongcai.sandbox.http.Json;
import org.tongcai.sandbox.http.Operation;
import org.tongcai.sandbox.http.Paging;
import org.tongcai.sandbox.http.ProblemException;
import org.tongcai.sandbox.http.Response;
import org.tongcai.sandbox.store.Documents;
import org.tongcai.sandbox.store.Feed;
import org.tongcai.sandbox.submission.Entries;
import org.tongcai.sandbox.submission.Expected;

/** The kernel: documents, batches, queries, receipts, the feed. Thread-safe. */
public final class Kernel {
    private static final int FEED_MOST = 1_000;
    private static final int WAIT_MOST = 30;
    /** Documents in one page of the feed; what does not fit comes with the next page. */
    private static final long PAGE_BYTES = 16L << 20;

    private final Platform platform;
    private final Intake intake;
    private final Reading reading;
    private final OwnTrail trail;

    public Kernel(Platform platform, Intake intake, Reading reading) {
        this.platform = platform;
        this.intake = intake;
        this.reading = reading;
        this.trail = new OwnTrail(platform, reading);
    }

    /** The operations. */
    public List<Operation> operations() {
        int document = platform.options().limits().documentBytes();
        Set<String> query = Reading.parameters(all -> {
            all.add("documentType");
            return all;
        });
        return List.of(
                Operation.post(
                        "submitDocument",
                        "/v1/documents",
                        null,
                        document,
                        "document-too-large",
                        (x, h) -> intake.single(x, h, Expected.ANYTHING)),
                Operation.get("queryDocuments", "/v1/documents", null, query, (Operation.Stored) this::query),
                Operation.post(
                        "submitBatch",
                        "/v1/batches",
                        null,
                        platform.options().limits().batchBytes(),
                        "batch-too-large",
                        intake::batch),
                Operation.get(
                        "getDocument",
                        "/v1/documents/{documentType}/{platformCode}/{documentId}",
                        null,
                        Set.of("revision"),
                        (Operation.Stored) this::document),
                Operation.get("getReceipt", "/v1/receipts/{receiptId}", null, Set.of(), (Operation.Stored)
                        new Receipts(platform)::receipt),
                Operation.get(
                        "readFeed",
                        "/v1/feed",
                        null,
                        Set.of("cursor", "limit", "documentType", "include", "wait"),
                        (Operation.Waiting) this::feed));
    }

    private Response document(Exchange x, Handle h) {
        String type = x.path("documentType");
        String domain = platform.judge().domains().get(type);
        if (domain == null) {
            throw new ProblemException("not-found", "there is no such document type");
        }
        x.caller().require(domain + ":read");
        return OwnTrail.isMeant(type, x.path("platformCode")) ? trail.document(x, h) : reading.document(x, h, type);
    }

    private Response query(Exchange x, Handle h) {
        Set<String> names = new TreeSet<>(Reading.FILTERS);
        names.add("documentType");
        Paging paging = new Paging(x, platform.cursors(), "queryDocuments", names);
        List<String> types = readable(x.caller(), paging.values("documentType"));
        return types.size() == 1 && OwnTrail.isMeant(types.get(0), paging.value("platformCode"))
                ? trail.page(x, h, paging)
                : reading.page(x, h, paging, types, List.of());
    }

    /** The types among those asked for that the caller may read. */
    private List<String> readable(Caller caller, List<String> asked) {
        Map<String, String> domains = platform.judge().domains();
        for (String type : asked) {
            if (!domains.containsKey(type)) {
                throw Exchange.invalid("documentType", "the standard has no such type");
            }
            caller.require(domains.get(type) + ":read");
        }
        if (!asked.isEmpty()) {
            return asked;
        }
        return domains.entrySet().stream()
                .filter(entry -> caller.may(entry.getValue() + ":read"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What a page of the feed is asked by. */
    private record Wanted(List<String> types, int limit, boolean documents) {}

    private CompletableFuture<Response> feed(Exchange x) {
        Paging paging = new Paging(x, platform.cursors(), "readFeed", Set.of("documentType", "include"));
        int limit = x.query("limit", 1, FEED_MOST, 100);
        int wait = x.query("wait", 0, WAIT_MOST, 0);
        String include = paging.value("include");
        if (include != null && !include.equals("document")) {
            throw Exchange.invalid("include", "it can only be document");
        }
        Wanted wanted = new Wanted(readable(x.caller(), paging.values("documentType")), limit, include != null);
        long tenant = x.caller().tenantId();
        long from = paging.latest()
                ? platform.database().read(h -> new Documents(h, tenant).position())
                : paging.position();
        CompletableFuture<Boolean> place = wait == 0 ? null : platform.waiters().enter(tenant);
        Response now = feed(x.caller(), paging, from, wanted, place == null);
        if (now != null) {
            if (place != null) {
                place.complete(false);
            }
            return CompletableFuture.completedFuture(now);
        }
        return platform.waiters()
                .after(
                        java.util.Objects.requireNonNull(place),
                        wait,
                        () -> java.util.Objects.requireNonNull(feed(x.caller(), paging, from, wanted, true)));
    }

    /** A page; null where it would be empty and that is not wanted yet. */
    private @Nullable Response feed(Caller caller, Paging paging, long from, Wanted wanted, boolean even) {
        long tenant = caller.tenantId();
        Function<Function<Handle, @Nullable Response>, @Nullable Response> read =
                wanted.documents() ? platform.database()::transaction : platform.database()::read;
        return read.apply(h -> {
            boolean all = wanted.types().size() == platform.judge().domains().size();
            Feed.Page page = wanted.types().isEmpty()
                    ? new Feed.Page(List.of(), from, true)
                    : new Feed(h, tenant).after(from, all ? List.of() : wanted.types(), wanted.limit());
            return page.items().isEmpty() && !even
                    ? null
                    : Response.json(200, page(h, caller, paging, page, wanted.documents()));
        });
    }

    private Map<String, Object> page(Handle h, Caller caller, Paging paging, Feed.Page page, boolean documents) {
        List<Object> items = new ArrayList<>();
        long next = page.next();
        boolean upToDate = page.upToDate();
        long bytes = 0;
        Documents all = new Documents(h, caller.tenantId());
        for (int i = 0; i < page.items().size(); i++) {
            Feed.Item item = page.items().get(i);
            boolean withdrawn = item.change().equals("WITHDRAWN");
            Map<String, Object> entry = Entries.entry(item.document(), withdrawn ? "WITHDRAWN" : "CURRENT");
            entry.put("change", item.change());
            if (documents) {
                bytes += item.document().size();
                if (bytes > PAGE_BYTES && i > 0) {
                    next = page.items().get(i - 1).position();
                    upToDate = false;
                    break;
                }
                entry.put(
                        "document",
                        Reading.json(
                                platform.judge(),
                                all.content(item.document().position()),
                                item.document().isXml()));
            }
            items.add(entry);
        }
        if (documents) {
            reading.log().exported(h, caller, items.size(), "readFeed");
        }
        return Json.object("items", items, "nextCursor", paging.next(next), "upToDate", upToDate);
    }
}
