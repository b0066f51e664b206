package org.tongcai.sandbox.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Attachments, in chunks as they came: a chunk is there as a whole or not at all. Belongs to one thread. */
public final class Uploads {
    private final Handle handle;
    private final long tenant;

    public Uploads(Handle handle, long tenant) {
        this.handle = handle;
        this.tenant = tenant;
    }

    /**
     * An attachment.
     *
     * @param algorithm {@code sha-256} or {@code sm3}
     * @param digest digest of the whole, hexadecimal
     * @param purpose purpose; null for none
     * @param received bytes received
     * @param expiresAt when it is dropped unless it is complete, in milliseconds
     */
    public record Upload(
            String id,
            String fileName,
            String mediaType,
            long size,
            String algorithm,
            String digest,
            @Nullable String purpose,
            long received,
            boolean complete,
            long expiresAt) {}

    private static Upload map(java.sql.ResultSet r) throws java.sql.SQLException {
        return new Upload(
                r.getString("upload_id"),
                r.getString("file_name"),
                r.getString("media_type"),
                r.getLong("size"),
                r.getString("digest_algorithm"),
                r.getString("digest"),
                r.getString("purpose"),
                r.getLong("received"),
                r.getBoolean("complete"),
                r.getLong("expires_at"));
    }

    /** Adds an attachment of which nothing is there yet. */
    public void add(Upload u) {
        handle.execute(
                "INSERT INTO uploads (upload_id, tenant_id, file_name, media_type, size, digest_algorithm, digest, purpose,"
                        + " received, complete, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, FALSE, ?)",
                u.id(),
                tenant,
                u.fileName(),
                u.mediaType(),
                u.size(),
                u.algorithm(),
                u.digest(),
                u.purpose(),
                u.expiresAt());
    }

    /** An attachment. */
    public Optional<Upload> find(String id, boolean lock) {
        return handle.createQuery(
                        "SELECT * FROM uploads WHERE tenant_id = :t AND upload_id = :i" + (lock ? " FOR UPDATE" : ""))
                .bind("t", tenant)
                .bind("i", id)
                .map((r, c) -> map(r))
                .findOne();
    }

    /** A complete attachment of the same content and type. */
    public Optional<Upload> same(Upload wanted) {
        return handle.createQuery("SELECT * FROM uploads WHERE tenant_id = :t AND digest = :d AND digest_algorithm = :a"
                        + " AND size = :s AND media_type = :m AND complete = TRUE ORDER BY upload_id LIMIT 1")
                .bind("t", tenant)
                .bind("d", wanted.digest())
                .bind("a", wanted.algorithm())
                .bind("s", wanted.size())
                .bind("m", wanted.mediaType())
                .map((r, c) -> map(r))
                .findOne();
    }

    /** Adds a chunk behind what is there. */
    public void append(Upload u, byte[] data) {
        handle.execute(
                "INSERT INTO upload_chunks (upload_id, chunk_offset, size, data) VALUES (?, ?, ?, ?)",
                u.id(),
                u.received(),
                data.length,
                data);
        handle.execute("UPDATE uploads SET received = ? WHERE upload_id = ?", u.received() + data.length, u.id());
    }

    /** It is complete. */
    public void complete(Upload u) {
        handle.execute("UPDATE uploads SET complete = TRUE WHERE upload_id = ?", u.id());
    }

    /** Drops it. */
    public void remove(String id) {
        handle.execute("DELETE FROM upload_chunks WHERE upload_id = ?", id);
        handle.execute("DELETE FROM uploads WHERE upload_id = ?", id);
    }

    /** Where a chunk lies. */
    private record Chunk(long offset, int size) {}

    /** Hands on the bytes from one offset to another, one chunk in memory at a time. */
    public void read(String id, long from, long to, Sink sink) {
        List<Chunk> chunks = handle.createQuery("SELECT chunk_offset, size FROM upload_chunks WHERE upload_id = :i"
                        + " AND chunk_offset < :to AND chunk_offset + size > :from ORDER BY chunk_offset")
                .bind("i", id)
                .bind("from", from)
                .bind("to", to)
                .map((r, c) -> new Chunk(r.getLong(1), r.getInt(2)))
                .list();
        for (Chunk chunk : chunks) {
            byte[] data = handle.createQuery(
                            "SELECT data FROM upload_chunks WHERE upload_id = :i AND chunk_offset = :o")
                    .bind("i", id)
                    .bind("o", chunk.offset())
                    .map((r, c) -> r.getBytes(1))
                    .one();
            int start = (int) Math.max(0, from - chunk.offset());
            int end = (int) Math.min(data.length, to - chunk.offset());
            sink.take(data, start, end - start);
        }
    }

    /** Takes bytes. */
    @FunctionalInterface
    public interface Sink {
        /** Takes some. */
        void take(byte[] bytes, int offset, int length);
    }

    /** Drops what was not finished in time, of all tenants. */
    public static void clean(Database database, long now) {
        List<String> expired = database.read(h -> h.createQuery(
                        "SELECT upload_id FROM uploads WHERE complete = FALSE AND expires_at < :n LIMIT 1000")
                .bind("n", now)
                .mapTo(String.class)
                .list());
        for (String id : expired) {
            database.change(h -> new Uploads(h, 0).remove(id));
        }
    }
}
