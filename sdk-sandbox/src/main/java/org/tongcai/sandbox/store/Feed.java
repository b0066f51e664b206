package org.tongcai.sandbox.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads documents in the order of their positions. Belongs to one thread. */
public final class Feed {
    private final Handle handle;
    private final long tenant;

    public Feed(Handle handle, long tenant) {
        this.handle = handle;
        this.tenant = tenant;
    }

    /**
     * One item of the feed.
     *
     * @param position its position
     * @param change {@code CREATED}, {@code REVISED} or {@code WITHDRAWN}
     * @param document the document
     */
    public record Item(long position, String change, StoredDocument document) {}

    /**
     * A page of the feed.
     *
     * @param items items
     * @param next position to go on after
     * @param upToDate whether there was nothing behind it
     */
    public record Page(List<Item> items, long next, boolean upToDate) {}

    /** What comes after a position. */
    public Page after(long position, List<String> types, int limit) {
        // The end is read first, in a statement of its own: everything up to it is committed, and nothing behind it is
        // looked at. Two
        // statements without it could see the second of two commits, but not the first.
        long end = new Documents(handle, tenant).position();
        List<Item> items = new ArrayList<>(created(position, end, types, limit + 1));
        items.addAll(withdrawn(position, end, types, limit + 1));
        items.sort(Comparator.comparingLong(Item::position));
        boolean more = items.size() > limit;
        List<Item> page = more ? List.copyOf(items.subList(0, limit)) : items;
        long next = more ? page.get(page.size() - 1).position() : Math.max(end, position);
        return new Page(page, next, !more);
    }

    private List<Item> created(long position, long end, List<String> types, int most) {
        var query = handle.createQuery("SELECT " + StoredDocument.COLUMNS
                        + " FROM documents WHERE tenant_id = :t AND position > :p AND position <= :e" + among(types, "")
                        + order(types, "") + " LIMIT " + most)
                .bind("t", tenant)
                .bind("p", position)
                .bind("e", end);
        if (!types.isEmpty()) {
            query.bindList("types", types);
        }
        return query.map(StoredDocument::map)
                .map(d -> new Item(d.position(), d.revision() > 1 ? "REVISED" : "CREATED", d))
                .list();
    }

    private List<Item> withdrawn(long position, long end, List<String> types, int most) {
        var query = handle.createQuery("SELECT c.position AS at, " + StoredDocument.columns("d.")
                        + " FROM changes c JOIN documents d ON d.tenant_id = c.tenant_id AND d.position = c.document_position"
                        + " WHERE c.tenant_id = :t AND c.position > :p AND c.position <= :e" + among(types, "c.")
                        + " ORDER BY c.tenant_id, c.position LIMIT " + most)
                .bind("t", tenant)
                .bind("p", position)
                .bind("e", end);
        if (!types.isEmpty()) {
            query.bindList("types", types);
        }
        return query.map((row, c) -> new Item(row.getLong("at"), StoredDocument.WITHDRAWN, StoredDocument.map(row, c)))
                .list();
    }

    /** Named as in an index, though all of one tenant: else H2 reads and sorts everything behind the position for each page. */
    private static String order(List<String> types, String alias) {
        return " ORDER BY " + alias + "tenant_id, " + (types.size() == 1 ? alias + "document_type, " : "") + alias
                + "position";
    }

    private static String among(List<String> types, String alias) {
        return types.isEmpty() ? "" : " AND " + alias + "document_type IN (<types>)";
    }

    /** Which revisions a query is for. */
    public enum Which {
        /** All of them. */
        ALL,
        /** The newest ones. */
        NEWEST,
        /** The newest ones that were not withdrawn. */
        IN_FORCE,
        /** The newest ones among those received before the end of the query. */
        AS_OF
    }

    /** Type and digest of a document. */
    public record Received(String documentType, String digest) {}

    /** What was received in a span of time, in milliseconds. */
    public List<Received> digests(long from, long to, @Nullable String platformCode) {
        var query = handle.createQuery("SELECT document_type, digest FROM documents WHERE tenant_id = :t"
                        + " AND received_at >= :f AND received_at < :e"
                        + (platformCode == null ? "" : " AND platform_code = :p"))
                .bind("t", tenant)
                .bind("f", from)
                .bind("e", to);
        bind(query, "p", platformCode);
        return query.map((r, c) -> new Received(r.getString(1), r.getString(2))).list();
    }

    /**
     * What a query asks for; null for whatever.
     *
     * @param types document types; empty for all
     * @param platformCode platform
     * @param documentId id
     * @param linkId link id
     * @param regionCode region
     * @param from received at or after, in milliseconds
     * @param to received before, in milliseconds
     * @param link another value that it is found by
     * @param which which revisions
     */
    public record Query(
            List<String> types,
            @Nullable String platformCode,
            @Nullable String documentId,
            @Nullable String linkId,
            @Nullable String regionCode,
            @Nullable Long from,
            @Nullable Long to,
            List<DocumentRow.Link> link,
            Which which) {}

    /** Documents that a query asks for, after a position, in the order in which they were received. */
    public Page query(Query wanted, long position, int limit) {
        StringBuilder sql = new StringBuilder("SELECT " + StoredDocument.columns("d.")
                + " FROM documents d WHERE d.tenant_id = :t AND d.position > :p");
        condition(sql, wanted.platformCode(), "d.platform_code = :platform");
        condition(sql, wanted.documentId(), "d.document_id = :id");
        condition(sql, wanted.linkId(), "d.link_id = :link");
        condition(sql, wanted.regionCode(), "d.region_code = :region");
        condition(sql, wanted.from(), "d.received_at >= :from");
        condition(sql, wanted.to(), "d.received_at < :to");
        if (!wanted.types().isEmpty()) {
            sql.append(" AND d.document_type IN (<types>)");
        }
        sql.append(
                switch (wanted.which()) {
                    case ALL -> "";
                    case NEWEST -> " AND d.newest = TRUE";
                    case IN_FORCE -> " AND d.newest = TRUE AND d.state = 'CURRENT'";
                    case AS_OF ->
                        " AND d.state <> 'WITHDRAWN' AND NOT EXISTS (SELECT 1 FROM documents o WHERE o.tenant_id = d.tenant_id"
                                + " AND o.document_type = d.document_type AND o.platform_code = d.platform_code"
                                + " AND o.document_id = d.document_id AND o.revision > d.revision AND o.received_at < :to)";
                });
        for (int i = 0; i < wanted.link().size(); i++) {
            sql.append(" AND EXISTS (SELECT 1 FROM document_references r WHERE r.tenant_id = d.tenant_id")
                    .append(" AND r.position = d.position AND r.target_type = :lt" + i + " AND r.target_id = :li" + i
                            + ")");
        }
        var query = handle.createQuery(sql.append(order(wanted.types(), "d."))
                        .append(" LIMIT ")
                        .append(limit + 1)
                        .toString())
                .bind("t", tenant)
                .bind("p", position);
        bind(query, "platform", wanted.platformCode());
        bind(query, "id", wanted.documentId());
        bind(query, "link", wanted.linkId());
        bind(query, "region", wanted.regionCode());
        bind(query, "from", wanted.from());
        bind(query, "to", wanted.to());
        for (int i = 0; i < wanted.link().size(); i++) {
            query.bind("lt" + i, wanted.link().get(i).type());
            query.bind("li" + i, wanted.link().get(i).id());
        }
        if (!wanted.types().isEmpty()) {
            query.bindList("types", wanted.types());
        }
        List<Item> found = query.map(StoredDocument::map)
                .map(d -> new Item(d.position(), "", d))
                .list();
        boolean more = found.size() > limit;
        List<Item> page = more ? List.copyOf(found.subList(0, limit)) : found;
        return new Page(
                page, page.isEmpty() ? position : page.get(page.size() - 1).position(), !more);
    }

    private static void condition(StringBuilder sql, @Nullable Object value, String condition) {
        if (value != null) {
            sql.append(" AND ").append(condition);
        }
    }

    private static void bind(org.jdbi.v3.core.statement.Query query, String name, @Nullable Object value) {
        if (value != null) {
            query.bind(name, value);
        }
    }
}
