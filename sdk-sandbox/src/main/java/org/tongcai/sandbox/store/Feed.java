package org.tongcai.sandbox.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
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
        String where = "d.tenant_id = :t AND d.position > :p AND d.position <= :e";
        return among(
                        where,
                        types,
                        most,
                        query -> query.bind("t", tenant).bind("p", position).bind("e", end))
                .stream()
                .map(d -> new Item(d.position(), d.revision() > 1 ? "REVISED" : "CREATED", d))
                .toList();
    }

    /**
     * The first documents of some types that meet a condition. Of several types each is looked for by itself, or everything of other types
     * would be read as well; only their positions, of which all but the first are thrown away.
     */
    private List<StoredDocument> among(
            String where, List<String> types, int most, UnaryOperator<org.jdbi.v3.core.statement.Query> bind) {
        if (types.size() < 2) {
            boolean one = !types.isEmpty();
            org.jdbi.v3.core.statement.Query query =
                    bind.apply(handle.createQuery("SELECT " + StoredDocument.columns("d.") + " FROM documents d WHERE "
                            + where + (one ? " AND d.document_type = :type" : "") + " ORDER BY d.tenant_id, "
                            + (one ? "d.document_type, " : "") + "d.position LIMIT " + most));
            return (one ? query.bind("type", types.get(0)) : query)
                    .map(StoredDocument::map)
                    .list();
        }
        List<String> branches = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            branches.add("(SELECT d.position AS at FROM documents d WHERE " + where + " AND d.document_type = :y" + i
                    + " ORDER BY d.tenant_id, d.document_type, d.position LIMIT " + most + ")");
        }
        org.jdbi.v3.core.statement.Query query = bind.apply(handle.createQuery(
                "SELECT u.at FROM (" + String.join(" UNION ALL ", branches) + ") u ORDER BY u.at LIMIT " + most));
        for (int i = 0; i < types.size(); i++) {
            query.bind("y" + i, types.get(i));
        }
        return new Documents(handle, tenant).at(query.mapTo(Long.class).list());
    }

    private List<Item> withdrawn(long position, long end, List<String> types, int most) {
        String from = " FROM changes c WHERE c.tenant_id = :t AND c.position > :p AND c.position <= :e";
        List<String> branches = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            branches.add("(SELECT c.position AS at, c.document_position AS dp" + from + " AND c.document_type = :y" + i
                    + " ORDER BY c.tenant_id, c.document_type, c.position LIMIT " + most + ")");
        }
        String changes = types.isEmpty()
                ? "SELECT c.position AS at, c.document_position AS dp" + from
                        + " ORDER BY c.tenant_id, c.position LIMIT " + most
                : "SELECT u.at, u.dp FROM (" + String.join(" UNION ALL ", branches) + ") u ORDER BY u.at LIMIT " + most;
        var query = handle.createQuery(changes)
                .bind("t", tenant)
                .bind("p", position)
                .bind("e", end);
        for (int i = 0; i < types.size(); i++) {
            query.bind("y" + i, types.get(i));
        }
        List<Withdrawal> found =
                query.map((r, c) -> new Withdrawal(r.getLong(1), r.getLong(2))).list();
        Map<Long, StoredDocument> documents = new HashMap<>();
        new Documents(handle, tenant)
                .at(found.stream().map(Withdrawal::document).distinct().toList())
                .forEach(d -> documents.put(d.position(), d));
        return found.stream()
                .map(one -> new Item(
                        one.position(),
                        StoredDocument.WITHDRAWN,
                        Objects.requireNonNull(documents.get(one.document()))))
                .toList();
    }

    private record Withdrawal(long position, long document) {}

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
        StringBuilder where = new StringBuilder("d.tenant_id = :t AND d.position > :p");
        condition(where, wanted.platformCode(), "d.platform_code = :platform");
        condition(where, wanted.documentId(), "d.document_id = :id");
        condition(where, wanted.linkId(), "d.link_id = :link");
        condition(where, wanted.regionCode(), "d.region_code = :region");
        condition(where, wanted.from(), "d.received_at >= :from");
        condition(where, wanted.to(), "d.received_at < :to");
        where.append(
                switch (wanted.which()) {
                    case ALL -> "";
                    case NEWEST -> " AND d.newest = TRUE";
                    case IN_FORCE -> " AND d.newest = TRUE AND d.state = 'CURRENT'";
                    case AS_OF ->
                        " AND d.state <> 'WITHDRAWN' AND NOT EXISTS (SELECT 1 FROM documents o WHERE o.tenant_id = d.tenant_id"
                                + " AND o.document_type = d.document_type AND o.platform_code = d.platform_code"
                                + " AND o.document_id = d.document_id AND o.revision > d.revision AND o.received_at < :to)";
                });
        UnaryOperator<org.jdbi.v3.core.statement.Query> bind =
                query -> bound(wanted, query.bind("t", tenant).bind("p", position));
        List<StoredDocument> found = wanted.link().isEmpty() && wanted.documentId() == null && wanted.linkId() == null
                ? among(where.toString(), wanted.types(), limit + 1, bind)
                : few(wanted, where, limit + 1, bind);
        boolean more = found.size() > limit;
        List<Item> page = found.stream()
                .limit(limit)
                .map(d -> new Item(d.position(), "", d))
                .toList();
        return new Page(
                page, page.isEmpty() ? position : page.get(page.size() - 1).position(), !more);
    }

    /** What is found by an id or a link: of whatever type, it is looked for by that. */
    private List<StoredDocument> few(
            Query wanted, StringBuilder where, int most, UnaryOperator<org.jdbi.v3.core.statement.Query> bind) {
        String from = "documents d";
        String order = "d.position";
        for (int i = 0; i < wanted.link().size(); i++) {
            String link = "target_type = :lt" + i + " AND r.target_id = :li" + i
                    + (wanted.link().get(i).platform().isEmpty() ? "" : " AND r.target_platform IN ('', :lp" + i + ")");
            if (i == 0) {
                from =
                        "document_references r JOIN documents d ON d.tenant_id = r.tenant_id AND d.position = r.position";
                where.insert(0, "r.tenant_id = :t AND r.position > :p AND r." + link + " AND ");
                order = "r.tenant_id, r.target_type, r.target_id, r.position";
            } else {
                where.append(" AND EXISTS (SELECT 1 FROM document_references r WHERE r.tenant_id = d.tenant_id"
                        + " AND r.position = d.position AND r." + link + ")");
            }
        }
        if (!wanted.types().isEmpty()) {
            where.append(" AND d.document_type IN (<types>)");
        }
        var query = bind.apply(handle.createQuery("SELECT " + StoredDocument.columns("d.") + " FROM " + from + " WHERE "
                + where + " ORDER BY " + order + " LIMIT " + most));
        if (!wanted.types().isEmpty()) {
            query.bindList("types", wanted.types());
        }
        return query.map(StoredDocument::map).list();
    }

    private static org.jdbi.v3.core.statement.Query bound(Query wanted, org.jdbi.v3.core.statement.Query query) {
        bind(query, "platform", wanted.platformCode());
        bind(query, "id", wanted.documentId());
        bind(query, "link", wanted.linkId());
        bind(query, "region", wanted.regionCode());
        bind(query, "from", wanted.from());
        bind(query, "to", wanted.to());
        for (int i = 0; i < wanted.link().size(); i++) {
            DocumentRow.Link link = wanted.link().get(i);
            query.bind("lt" + i, link.type()).bind("li" + i, link.id());
            bind(query, "lp" + i, link.platform().isEmpty() ? null : link.platform());
        }
        return query;
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
