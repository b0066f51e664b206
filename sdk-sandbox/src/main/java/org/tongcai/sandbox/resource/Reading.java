package org.tongcai.sandbox.resource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tongcai.DocumentException;
import org.tongcai.sandbox.audit.ReadLog;
import org.tongcai.sandbox.http.Exchange;
import org.tongcai.sandbox.http.Json;
import org.tongcai.sandbox.http.Paging;
import org.tongcai.sandbox.http.ProblemException;
import org.tongcai.sandbox.http.Response;
import org.tongcai.sandbox.store.DocumentRow;
import org.tongcai.sandbox.store.Documents;
import org.tongcai.sandbox.store.Feed;
import org.tongcai.sandbox.store.StoredDocument;
import org.tongcai.sandbox.submission.Entries;
import org.tongcai.sandbox.submission.Judge;
import org.tongcai.sandbox.submission.Sha256;

/** Gives documents: one, or pages of entries. Thread-safe. */
public final class Reading {
    /** Parameters of queries for documents, their type left out. */
    static final Set<String> FILTERS =
            Set.of("platformCode", "documentId", "linkId", "regionCode", "receivedFrom", "receivedTo", "revisions");

    static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._\\-]{0,63}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:\\-]{1,64}");
    static final Pattern REGION = Pattern.compile("[0-9]{6}");
    private static final Pattern REVISIONS = Pattern.compile("current|all");
    private static final String XML = "application/xml";

    private final Platform platform;
    private final ReadLog log;

    public Reading(Platform platform) {
        this.platform = platform;
        this.log = new ReadLog(platform.judge());
    }

    /** Where reading is recorded. */
    ReadLog log() {
        return log;
    }

    /** One document, as it was received or converted. */
    public Response document(Exchange x, Handle h, String type) {
        Documents documents = new Documents(h, x.caller().tenantId());
        int revision = x.query("revision", 1, 9_999, 0);
        StoredDocument found = documents
                .find(type, x.path("platformCode"), x.path("documentId"), revision)
                .orElseThrow(() -> new ProblemException("not-found", "there is no such document"));
        byte[] stored = documents.content(found.position());
        Response response = content(x, found, stored);
        if (response.status() == 200) {
            log.read(h, x.caller(), found, stored, "getDocument");
        }
        return response;
    }

    /** A document as it is, or as the caller wants it. */
    Response content(Exchange x, StoredDocument found, byte[] stored) {
        String mediaType = wanted(x.header("Accept"), found.mediaType());
        byte[] bytes = mediaType.equals(found.mediaType()) ? stored : converted(stored, mediaType);
        String tag = "\"" + Sha256.hex(bytes) + "\"";
        return matches(x.header("If-None-Match"), tag)
                ? Response.empty(304).header("ETag", tag)
                : Response.of(200, mediaType, bytes).header("ETag", tag).header("Vary", "Accept");
    }

    static boolean matches(@Nullable String condition, String tag) {
        return condition != null
                && (condition.trim().equals("*")
                        || List.of(condition.split("\\s*,\\s*")).contains(tag)
                        || List.of(condition.split("\\s*,\\s*")).contains("W/" + tag));
    }

    private byte[] converted(byte[] stored, String mediaType) {
        try {
            return (mediaType.equals(XML)
                            ? platform.judge().standard().xml()
                            : platform.judge().standard().json())
                    .rewrite(stored);
        } catch (DocumentException e) {
            throw new ProblemException("not-acceptable", "the document cannot be written as " + mediaType);
        }
    }

    /** The media type to give: as stored wherever that is taken. Weights other than 0 do not count. */
    static String wanted(@Nullable String accept, String stored) {
        if (accept == null) {
            return stored;
        }
        String other = stored.equals(XML) ? Response.JSON : XML;
        for (String type : List.of(stored, other)) {
            for (String range : accept.toLowerCase(Locale.ROOT).split(",")) {
                String[] parts = range.split(";");
                boolean refused = false;
                for (int i = 1; i < parts.length; i++) {
                    refused |= parts[i].trim().matches("q=0(\\.0*)?");
                }
                String name = parts[0].trim();
                if (!refused && (name.equals(type) || name.equals("application/*") || name.equals("*/*"))) {
                    return type;
                }
            }
        }
        throw new ProblemException("not-acceptable", "documents are given as application/json and application/xml");
    }

    /** A document as JSON, for putting it into a response. */
    static Json.Raw json(Judge judge, byte[] content, boolean xml) {
        byte[] json = xml ? judge.standard().json().rewrite(content) : content;
        int bom = json.length >= 3 && json[0] == (byte) 0xef ? 3 : 0;
        return new Json.Raw(new String(json, bom, json.length - bom, StandardCharsets.UTF_8));
    }

    /**
     * A page of entries.
     *
     * @param purpose operation
     * @param types document types; of those of the query that may be read
     * @param link another value by which they are found
     * @param decorate makes an entry what is to be shown
     */
    Response page(
            Exchange x,
            Handle h,
            Paging paging,
            List<String> types,
            List<DocumentRow.Link> link,
            java.util.function.BiFunction<StoredDocument, Map<String, Object>, Map<String, Object>> decorate) {
        Feed.Query query = new Feed.Query(
                types,
                checked("platformCode", paging.value("platformCode"), CODE),
                checked("documentId", paging.value("documentId"), ID),
                checked("linkId", paging.value("linkId"), ID),
                checked("regionCode", paging.value("regionCode"), REGION),
                moment("receivedFrom", paging.value("receivedFrom")),
                moment("receivedTo", paging.value("receivedTo")),
                link,
                "all".equals(checked("revisions", paging.value("revisions"), REVISIONS))
                        ? Feed.Which.ALL
                        : Feed.Which.NEWEST);
        return answer(x, h, paging, query, decorate);
    }

    private Response answer(
            Exchange x,
            Handle h,
            Paging paging,
            Feed.Query query,
            java.util.function.BiFunction<StoredDocument, Map<String, Object>, Map<String, Object>> decorate) {
        Feed.Page page = query.types().isEmpty()
                ? new Feed.Page(List.of(), paging.position(), true)
                : new Feed(h, x.caller().tenantId()).query(unbounded(query), paging.position(), paging.limit());
        List<Object> items = new ArrayList<>();
        for (Feed.Item item : page.items()) {
            items.add(decorate.apply(item.document(), Entries.entry(item.document())));
        }
        return Response.json(
                200, Json.object("items", items, "nextCursor", page.upToDate() ? null : paging.next(page.next())));
    }

    /** Whoever asks for all types need not name any. */
    private Feed.Query unbounded(Feed.Query q) {
        return q.types().size() < platform.judge().domains().size()
                ? q
                : new Feed.Query(
                        List.of(),
                        q.platformCode(),
                        q.documentId(),
                        q.linkId(),
                        q.regionCode(),
                        q.from(),
                        q.to(),
                        q.link(),
                        q.which());
    }

    /** A page of a register: the newest documents that were not withdrawn; of a day in the past, those received until its end. */
    Response register(
            Exchange x,
            Handle h,
            Paging paging,
            String type,
            List<DocumentRow.Link> link,
            @Nullable Long until,
            java.util.function.BiFunction<StoredDocument, Map<String, Object>, Map<String, Object>> decorate) {
        Feed.Query query = new Feed.Query(
                List.of(type),
                null,
                null,
                null,
                checked("regionCode", paging.value("regionCode"), REGION),
                null,
                until,
                link,
                until != null ? Feed.Which.AS_OF : Feed.Which.IN_FORCE);
        int[] given = {0};
        Response response = answer(x, h, paging, query, (document, entry) -> {
            given[0]++;
            return decorate.apply(document, entry);
        });
        log.exported(h, x.caller(), given[0], "queryRegister");
        return response;
    }

    /** A page of what was received in a span of time, every revision. */
    Response received(Exchange x, Handle h, Paging paging, String type, long from, long to) {
        Feed.Query query = new Feed.Query(
                List.of(type),
                checked("platformCode", paging.value("platformCode"), CODE),
                null,
                null,
                null,
                from,
                to,
                List.of(),
                Feed.Which.ALL);
        return answer(x, h, paging, query, (document, entry) -> entry);
    }

    /** A page of plain entries. */
    Response page(Exchange x, Handle h, Paging paging, List<String> types, List<DocumentRow.Link> link) {
        return page(x, h, paging, types, link, (document, entry) -> entry);
    }

    static @Nullable String checked(String name, @Nullable String value, Pattern pattern) {
        if (value != null && !pattern.matcher(value).matches()) {
            throw Exchange.invalid(name, "it must match " + pattern);
        }
        return value;
    }

    private static @Nullable Long moment(String name, @Nullable String value) {
        try {
            return value == null
                    ? null
                    : java.time.OffsetDateTime.parse(value).toInstant().toEpochMilli();
        } catch (java.time.format.DateTimeParseException e) {
            throw Exchange.invalid(name, "it must be a moment with offset (RFC 3339)");
        }
    }

    /** The parameters of a query: the filters and the page. */
    static Set<String> parameters(UnaryOperator<Set<String>> more) {
        Set<String> all = new java.util.TreeSet<>(FILTERS);
        all.add("cursor");
        all.add("limit");
        return more.apply(all);
    }
}
