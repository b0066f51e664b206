package org.tongcai.client;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which documents to list. Immutable; start from {@link #all}. All conditions must hold. */
public final class DocumentQuery {
    private static final DocumentQuery ALL = new DocumentQuery(Map.of());

    private final Map<String, String> conditions;

    private DocumentQuery(Map<String, String> conditions) {
        this.conditions = conditions;
    }

    /** Every document, in its newest revision, in the order in which they were received. */
    public static DocumentQuery all() {
        return ALL;
    }

    /** Those of that type. */
    public DocumentQuery documentType(String type) {
        return with("documentType", type);
    }

    /** Those of that platform of origin. */
    public DocumentQuery platformCode(String code) {
        return with("platformCode", code);
    }

    /** Those with that number. */
    public DocumentQuery documentId(String id) {
        return with("documentId", id);
    }

    /** Those of one case, by the id that links its documents. */
    public DocumentQuery linkId(String id) {
        return with("linkId", id);
    }

    /** Those of that administrative division. */
    public DocumentQuery regionCode(String code) {
        return with("regionCode", code);
    }

    /** Those received at that moment or later. */
    public DocumentQuery receivedFrom(OffsetDateTime moment) {
        return with("receivedFrom", moment.toString());
    }

    /** Those received before that moment. */
    public DocumentQuery receivedTo(OffsetDateTime moment) {
        return with("receivedTo", moment.toString());
    }

    /** Superseded revisions as well. */
    public DocumentQuery allRevisions() {
        return with("revisions", "all");
    }

    /** At most that many a page, 1 to 1,000; the platform's default is 100. */
    public DocumentQuery pageSize(int size) {
        return with("limit", Integer.toString(size));
    }

    private DocumentQuery with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(conditions);
        more.put(name, value);
        return new DocumentQuery(more);
    }

    <T> Operation<T> addTo(Operation<T> operation) {
        conditions.forEach(operation::with);
        return operation;
    }
}
