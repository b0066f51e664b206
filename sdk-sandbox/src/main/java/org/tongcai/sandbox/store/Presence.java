package org.tongcai.sandbox.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Whether documents that others refer to are there, and since when; many are asked for at once. Belongs to one thread. */
public final class Presence {
    /** How many documents one statement names. */
    private static final int MOST = 500;

    private final Handle handle;
    private final long tenant;

    public Presence(Handle handle, long tenant) {
        this.handle = handle;
        this.tenant = tenant;
    }

    /** Which document. */
    public record Key(String documentType, String platformCode, String documentId) {
        /** The key of a stored document. */
        public static Key of(StoredDocument document) {
            return new Key(document.documentType(), document.platformCode(), document.documentId());
        }
    }

    /**
     * What is waited for.
     *
     * @param revision this revision, or a later one
     */
    public record Wanted(Key key, long revision) {}

    /**
     * When something came.
     *
     * @param position its position in the feed
     * @param receivedAt milliseconds since the epoch
     */
    public record Arrival(long position, long receivedAt) {}

    /** The newest revision of each document that is there. */
    public Map<Key, Long> newest(Collection<Key> keys) {
        Map<Key, Long> found = new HashMap<>();
        String sql = "SELECT d.document_type, d.platform_code, d.document_id, d.revision FROM (VALUES %s) w (t, p, i)"
                + " JOIN documents d ON d.tenant_id = ? AND d.document_id = w.i AND d.document_type = w.t"
                + " AND d.platform_code = w.p AND d.newest = TRUE";
        ask(
                sql,
                "(CAST(? AS VARCHAR(64)), CAST(? AS VARCHAR(64)), CAST(? AS VARCHAR(64)))",
                List.copyOf(keys),
                (key, values) -> values.addAll(List.of(key.documentType(), key.platformCode(), key.documentId())),
                query -> query.map((r, c) ->
                                Map.entry(new Key(r.getString(1), r.getString(2), r.getString(3)), r.getLong(4)))
                        .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
        return found;
    }

    /** When what is wanted came first; what is not there is left out. */
    public Map<Wanted, Arrival> arrivals(Collection<Wanted> wanted) {
        Map<Wanted, Arrival> found = new HashMap<>();
        String sql = "SELECT w.t, w.p, w.i, w.r, MIN(d.position), MIN(d.received_at) FROM (VALUES %s) w (t, p, i, r)"
                + " JOIN documents d ON d.tenant_id = ? AND d.document_id = w.i AND d.document_type = w.t"
                + " AND d.platform_code = w.p AND d.revision >= w.r GROUP BY w.t, w.p, w.i, w.r";
        ask(
                sql,
                "(CAST(? AS VARCHAR(64)), CAST(? AS VARCHAR(64)), CAST(? AS VARCHAR(64)), CAST(? AS BIGINT))",
                List.copyOf(wanted),
                (one, values) -> values.addAll(List.of(
                        one.key().documentType(),
                        one.key().platformCode(),
                        one.key().documentId(),
                        one.revision())),
                query -> query.map((r, c) -> Map.entry(
                                new Wanted(new Key(r.getString(1), r.getString(2), r.getString(3)), r.getLong(4)),
                                new Arrival(r.getLong(5), r.getLong(6))))
                        .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
        return found;
    }

    /** Joined with the values, so that each is looked up in the index; with {@code IN} H2 reads every document of the tenant. */
    private <T> void ask(
            String sql,
            String row,
            List<T> all,
            BiConsumer<T, List<Object>> bind,
            java.util.function.Consumer<Query> read) {
        for (int from = 0; from < all.size(); from += MOST) {
            List<T> some = all.subList(from, Math.min(all.size(), from + MOST));
            Query query = handle.createQuery(sql.formatted(String.join(",", Collections.nCopies(some.size(), row))));
            List<Object> values = new ArrayList<>();
            some.forEach(one -> bind.accept(one, values));
            values.add(tenant);
            for (int i = 0; i < values.size(); i++) {
                query.bind(i, values.get(i));
            }
            read.accept(query);
        }
    }
}
