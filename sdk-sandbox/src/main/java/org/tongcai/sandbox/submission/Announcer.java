package org.tongcai.sandbox.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.http.Ids;
import org.tongcai.sandbox.http.Json;
import org.tongcai.sandbox.store.Outbox;
import org.tongcai.sandbox.store.StoredDocument;

/** Writes events for subscribers, in the transaction of what they tell of. Belongs to one thread. */
public final class Announcer {
    private static final String DOCUMENT = "org.tongcai.document.";
    private static final String ORDER_STATUS = "org.tongcai.order.status.v1";

    private final Handle handle;
    private final long tenant;
    private final String source;
    private final List<Event> events = new ArrayList<>();
    private boolean anything;

    /**
     * @param source base URL of the platform
     */
    public Announcer(Handle handle, long tenant, String source) {
        this.handle = handle;
        this.tenant = tenant;
        this.source = source;
    }

    private record Event(
            String type,
            StoredDocument document,
            String state,
            @Nullable String status) {}

    void stored(StoredDocument document, boolean revised) {
        events.add(new Event(
                DOCUMENT + (revised ? "revised" : "created") + ".v1", document, StoredDocument.CURRENT, null));
    }

    void withdrawn(StoredDocument document) {
        events.add(new Event(DOCUMENT + "withdrawn.v1", document, StoredDocument.WITHDRAWN, null));
    }

    void orderStatus(Orders.Changed changed) {
        events.add(new Event(ORDER_STATUS, changed.order(), StoredDocument.CURRENT, changed.status()));
    }

    /** Whether anything was stored or withdrawn. */
    public boolean anything() {
        return anything;
    }

    void write() {
        anything = !events.isEmpty();
        if (!anything) {
            return;
        }
        List<Outbox.Subscription> subscriptions = Outbox.active(handle, tenant);
        long now = System.currentTimeMillis();
        for (Event event : events) {
            String id = null;
            String body = null;
            for (Outbox.Subscription subscription : subscriptions) {
                if (subscription.wants(event.type(), event.document().documentType())) {
                    if (body == null) {
                        id = Ids.next("SJ");
                        body = body(id, event, now);
                    }
                    Outbox.add(handle, java.util.Objects.requireNonNull(id), subscription.id(), body, now);
                }
            }
        }
    }

    private String body(String id, Event event, long now) {
        Map<String, Object> data = Entries.entry(event.document(), event.state());
        if (event.status() != null) {
            data.put("status", event.status());
        }
        return cloudEvent(source, id, event.type(), event.document().subject(), now, data);
    }

    /** A CloudEvents 1.0 event. */
    public static String cloudEvent(
            String source, String id, String type, String subject, long now, Map<String, Object> data) {
        return Json.text(Json.object(
                "specversion", "1.0",
                "id", id,
                "source", source,
                "type", type,
                "subject", subject,
                "time", Outcome.moment(now),
                "datacontenttype", "application/json",
                "data", data));
    }
}
