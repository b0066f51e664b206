package org.tongcai.sandbox.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Subscriptions and events to be delivered. Each method works in the transaction of its handle. */
public final class Outbox {
    /** Delivering. */
    public static final String ACTIVE = "ACTIVE";
    /** Given up after failures. */
    public static final String SUSPENDED = "SUSPENDED";
    /** Ended by the receiver. */
    public static final String UNSUBSCRIBED = "UNSUBSCRIBED";

    private Outbox() {}

    /**
     * A subscription.
     *
     * @param documentTypes only these; null for all
     * @param oldSecret secret before; null for none
     * @param oldSecretUntil when it ends, in milliseconds
     */
    public record Subscription(
            String id,
            long tenantId,
            long applicationId,
            String callbackUrl,
            List<String> eventTypes,
            @Nullable List<String> documentTypes,
            String secret,
            @Nullable String oldSecret,
            long oldSecretUntil,
            String state,
            long createdAt) {
        /** Whether it wants an event. */
        public boolean wants(String eventType, String documentType) {
            return eventTypes.contains(eventType) && (documentTypes == null || documentTypes.contains(documentType));
        }

        /** Without secrets. */
        @Override
        public String toString() {
            return "Subscription[" + id + ", " + state + "]";
        }
    }

    private static Subscription map(java.sql.ResultSet r) throws java.sql.SQLException {
        String types = r.getString("document_types");
        return new Subscription(
                r.getString("subscription_id"),
                r.getLong("tenant_id"),
                r.getLong("application_id"),
                r.getString("callback_url"),
                List.of(r.getString("event_types").split(" ")),
                types == null ? null : List.of(types.split(" ")),
                r.getString("secret"),
                r.getString("old_secret"),
                r.getLong("old_secret_until"),
                r.getString("status"),
                r.getLong("created_at"));
    }

    /** The subscriptions of a tenant to which events are delivered. */
    public static List<Subscription> active(Handle h, long tenant) {
        return h.createQuery("SELECT * FROM subscriptions WHERE tenant_id = :t AND status = :s")
                .bind("t", tenant)
                .bind("s", ACTIVE)
                .map((r, c) -> map(r))
                .list();
    }

    /** The subscriptions of an application. */
    public static List<Subscription> ofApplication(Handle h, long application) {
        return h.createQuery(
                        "SELECT * FROM subscriptions WHERE application_id = :a ORDER BY created_at, subscription_id")
                .bind("a", application)
                .map((r, c) -> map(r))
                .list();
    }

    /** One subscription. */
    public static Optional<Subscription> find(Handle h, String id) {
        return h.createQuery("SELECT * FROM subscriptions WHERE subscription_id = :i")
                .bind("i", id)
                .map((r, c) -> map(r))
                .findOne();
    }

    /** Adds a subscription. */
    public static void add(Handle h, Subscription s) {
        h.execute(
                "INSERT INTO subscriptions (subscription_id, tenant_id, application_id, callback_url, event_types,"
                        + " document_types, secret, status, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                s.id(),
                s.tenantId(),
                s.applicationId(),
                s.callbackUrl(),
                String.join(" ", s.eventTypes()),
                s.documentTypes() == null ? null : String.join(" ", s.documentTypes()),
                s.secret(),
                s.state(),
                s.createdAt());
    }

    /** Changes the secret; the one before stays valid for a while. */
    public static void rotate(Handle h, Subscription s, String secret, long oldUntil) {
        h.execute(
                "UPDATE subscriptions SET old_secret = secret, old_secret_until = ?, secret = ? WHERE subscription_id = ?",
                oldUntil,
                secret,
                s.id());
    }

    /** Removes a subscription and what was to be delivered to it. */
    public static void remove(Handle h, String id) {
        h.execute("DELETE FROM outbox WHERE subscription_id = ?", id);
        h.execute("DELETE FROM subscriptions WHERE subscription_id = ?", id);
    }

    /** Changes the state; what was to be delivered is forgotten where nothing is any more. */
    public static void state(Handle h, String id, String state) {
        h.execute("UPDATE subscriptions SET status = ? WHERE subscription_id = ?", state, id);
        if (!state.equals(ACTIVE)) {
            h.execute("DELETE FROM outbox WHERE subscription_id = ?", id);
        }
    }

    /** An event to be delivered. */
    public record Delivery(String eventId, String subscriptionId, int attempts, String body) {}

    /** Adds an event. */
    public static void add(Handle h, String eventId, String subscriptionId, String body, long now) {
        h.execute(
                "INSERT INTO outbox (event_id, subscription_id, created_at, attempts, due_at, body)"
                        + " VALUES (?, ?, ?, 0, ?, ?)",
                eventId,
                subscriptionId,
                now,
                now,
                body);
    }

    /** Events that are due. */
    public static List<Delivery> due(Handle h, long now, int most) {
        return h.createQuery("SELECT event_id, subscription_id, attempts, body FROM outbox WHERE due_at <= :n"
                        + " ORDER BY due_at, event_id LIMIT " + most)
                .bind("n", now)
                .map((r, c) -> new Delivery(r.getString(1), r.getString(2), r.getInt(3), r.getString(4)))
                .list();
    }

    /** When the next event is due; empty where there is none. */
    public static Optional<Long> nextDue(Handle h) {
        return Optional.ofNullable(h.createQuery("SELECT MIN(due_at) FROM outbox")
                .mapTo(Long.class)
                .one());
    }

    /** Takes a delivery for oneself until a moment; false where another was faster. */
    public static boolean claim(Handle h, Delivery d, long until, long now) {
        return h.execute(
                        "UPDATE outbox SET due_at = ?, attempts = attempts + 1 WHERE event_id = ? AND subscription_id = ?"
                                + " AND attempts = ? AND due_at <= ?",
                        until,
                        d.eventId(),
                        d.subscriptionId(),
                        d.attempts(),
                        now)
                == 1;
    }

    /** Tries again at a moment. */
    public static void postpone(Handle h, Delivery d, long until) {
        h.execute(
                "UPDATE outbox SET due_at = ? WHERE event_id = ? AND subscription_id = ?",
                until,
                d.eventId(),
                d.subscriptionId());
    }

    /** It was delivered. */
    public static void delivered(Handle h, Delivery d) {
        h.execute("DELETE FROM outbox WHERE event_id = ? AND subscription_id = ?", d.eventId(), d.subscriptionId());
    }
}
