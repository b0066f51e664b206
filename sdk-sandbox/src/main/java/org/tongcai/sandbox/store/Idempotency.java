package org.tongcai.sandbox.store;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Idempotency keys and the responses kept for them. Thread-safe. */
public final class Idempotency {
    /** How long a key is kept. */
    public static final long KEPT_MILLIS = 24L * 3_600_000;
    /** How long a request may run before another may take its place: longer than any does, so only a dead process leaves one behind. */
    private static final long LEASE_MILLIS = 120_000;

    private final Database database;

    public Idempotency(Database database) {
        this.database = database;
    }

    /** What is known of a key. */
    public sealed interface Claim permits Mine, Running, Reused, Kept {}

    /** The request may run. */
    public record Mine(String owner) implements Claim {}

    /** The same request runs. */
    public record Running() implements Claim {}

    /** The key was used for another request. */
    public record Reused() implements Claim {}

    /** The request was answered. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Kept(int status, String headers, byte @Nullable [] body) implements Claim {}

    private record Row(
            String digest,
            String owner,
            long lease,
            @Nullable Integer status,
            long expires) {}

    /** Claims a key for a request. */
    public Claim claim(long application, String key, String digest, String owner, long now) {
        return database.transaction(h -> {
            int inserted = h.execute(
                    "INSERT INTO idempotency (application_id, idempotency_key, request_digest, owner, lease_until, expires_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    application,
                    key,
                    digest,
                    owner,
                    now + LEASE_MILLIS,
                    now + KEPT_MILLIS);
            return inserted == 1 ? new Mine(owner) : known(h, application, key, digest, owner, now);
        });
    }

    private static Claim known(Handle h, long application, String key, String digest, String owner, long now) {
        Row row = h.createQuery("SELECT request_digest, owner, lease_until, status, expires_at FROM idempotency"
                        + " WHERE application_id = :a AND idempotency_key = :k FOR UPDATE")
                .bind("a", application)
                .bind("k", key)
                .map((r, c) ->
                        new Row(r.getString(1), r.getString(2), r.getLong(3), (Integer) r.getObject(4), r.getLong(5)))
                .findOne()
                .orElse(null);
        if (row == null) {
            // It was released in the meantime; whoever sends again finds it free.
            return new Running();
        }
        boolean over = row.expires() <= now;
        if (!over && !row.digest().equals(digest)) {
            return new Reused();
        }
        if (!over && row.status() != null) {
            return h.createQuery("SELECT status, headers, body FROM idempotency WHERE application_id = :a AND"
                            + " idempotency_key = :k")
                    .bind("a", application)
                    .bind("k", key)
                    .map((r, c) -> (Claim) new Kept(r.getInt(1), r.getString(2), r.getBytes(3)))
                    .one();
        }
        if (!over && row.lease() > now) {
            return new Running();
        }
        h.execute(
                "UPDATE idempotency SET request_digest = ?, owner = ?, lease_until = ?, status = NULL, headers = NULL,"
                        + " body = NULL, expires_at = ? WHERE application_id = ? AND idempotency_key = ?",
                digest,
                owner,
                now + LEASE_MILLIS,
                now + KEPT_MILLIS,
                application,
                key);
        return new Mine(owner);
    }

    /**
     * Keeps a response, in the transaction of what it tells of.
     *
     * @return false where somebody else has taken the key in the meantime: the transaction must be rolled back
     */
    public static boolean keep(
            Handle h, long application, String key, String owner, int status, String headers, byte @Nullable [] body) {
        return h.execute(
                        "UPDATE idempotency SET status = ?, headers = ?, body = ? WHERE application_id = ? AND"
                                + " idempotency_key = ? AND owner = ?",
                        status,
                        headers,
                        body,
                        application,
                        key,
                        owner)
                == 1;
    }

    /** Gives a key back: the request may be sent again. */
    public void release(long application, String key, String owner) {
        database.change(h -> h.execute(
                "DELETE FROM idempotency WHERE application_id = ? AND idempotency_key = ? AND owner = ? AND status IS NULL",
                application,
                key,
                owner));
    }

    /** Gives back the keys of requests that were running when a process ended, where that was the only one and is no more. */
    public void releaseAll() {
        database.change(h -> h.execute("DELETE FROM idempotency WHERE status IS NULL"));
    }
}
