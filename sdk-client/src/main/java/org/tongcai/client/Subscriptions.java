package org.tongcai.client;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tongcai.client.json.JsonShapeException;
import org.tongcai.client.json.JsonText;
import org.tongcai.client.json.Members;
import org.tongcai.signature.KeyFormatException;
import org.tongcai.signature.WebhookSecret;

/**
 * Events that a platform delivers to an address of the host; received with {@link WebhookVerifier}. The feed
 * remains the truth. Safe for threads.
 */
public final class Subscriptions {
    private final Transport transport;

    Subscriptions(Transport transport) {
        this.transport = transport;
    }

    /**
     * A subscription. Immutable.
     *
     * @param subscriptionId its id
     * @param callbackUrl where events go
     * @param eventTypes which events
     * @param documentTypes of which documents; empty for all
     * @param state {@code ACTIVE}, {@code SUSPENDED} or {@code UNSUBSCRIBED}
     * @param createdAt since when; null where that was not said
     */
    public record Subscription(
            String subscriptionId,
            String callbackUrl,
            List<String> eventTypes,
            List<String> documentTypes,
            String state,
            @Nullable OffsetDateTime createdAt) {
        static Subscription of(Members members) throws JsonShapeException {
            return new Subscription(
                    members.required("subscriptionId"),
                    members.required("callbackUrl"),
                    members.texts("eventTypes"),
                    members.texts("documentTypes"),
                    members.textOr("state", ""),
                    members.moment("createdAt"));
        }
    }

    /**
     * A new subscription.
     *
     * @param subscription the subscription
     * @param secret what deliveries are signed with; shown this once, to be kept protected
     */
    public record Created(Subscription subscription, WebhookSecret secret) {}

    /**
     * A new secret.
     *
     * @param secret what deliveries are signed with from now on, beside the old one
     * @param previousValidUntil when the old one ends; null where that was not said
     */
    public record Rotated(WebhookSecret secret, @Nullable OffsetDateTime previousValidUntil) {}

    /**
     * What came of a test.
     *
     * @param eventId id of the event
     * @param delivered whether the receiver confirmed it
     * @param status the receiver's HTTP status; 0 where it gave none
     */
    public record TestDelivery(String eventId, boolean delivered, int status) {}

    /**
     * Subscribes.
     *
     * @param callbackUrl an {@code https} address of the host
     * @param eventTypes such as {@code org.tongcai.document.created.v1}; at least one
     * @param documentTypes of which documents; empty for all
     */
    public Created create(URI callbackUrl, List<String> eventTypes, List<String> documentTypes) {
        return transport.call(creating(callbackUrl, eventTypes, documentTypes));
    }

    /** As {@link #create}. */
    public CompletableFuture<Created> createAsync(
            URI callbackUrl, List<String> eventTypes, List<String> documentTypes) {
        return transport.callAsync(creating(callbackUrl, eventTypes, documentTypes));
    }

    private static Operation<Created> creating(URI callbackUrl, List<String> eventTypes, List<String> documentTypes) {
        if (!"https".equals(callbackUrl.getScheme()) || eventTypes.isEmpty()) {
            throw new IllegalArgumentException("a subscription needs an https address and at least one event type");
        }
        byte[] body = JsonText.object(json -> {
            json.writeStringField("callbackUrl", callbackUrl.toASCIIString());
            json.writeFieldName("eventTypes");
            json.writeArray(eventTypes.toArray(new String[0]), 0, eventTypes.size());
            if (!documentTypes.isEmpty()) {
                json.writeFieldName("documentTypes");
                json.writeArray(documentTypes.toArray(new String[0]), 0, documentTypes.size());
            }
        });
        return Operation.<Created>post(
                        "createSubscription",
                        answer -> new Created(Subscription.of(answer.json()), secret(answer.json())),
                        List.of("subscriptions"))
                .body(body, "application/json");
    }

    private static WebhookSecret secret(Members members) throws JsonShapeException {
        try {
            return WebhookSecret.parse(members.required("secret"));
        } catch (KeyFormatException e) {
            throw new JsonShapeException("member secret is no secret of a subscription");
        }
    }

    /** All subscriptions of the caller, without their secrets. */
    public List<Subscription> list() {
        return transport.call(Operation.get(
                "listSubscriptions",
                answer -> List.copyOf(Page.items(answer.json(), "items", Subscription::of)),
                "subscriptions"));
    }

    /** Ends a subscription. */
    public void delete(String subscriptionId) {
        transport.call(
                Operation.<Boolean>of("DELETE", "deleteSubscription", answer -> true, "subscriptions", subscriptionId));
    }

    /** Has the platform deliver a test event; where that works, a suspended subscription is active again. */
    public TestDelivery test(String subscriptionId) {
        return transport.call(Operation.of(
                "POST",
                "testSubscription",
                answer -> new TestDelivery(
                        answer.json().required("eventId"),
                        answer.json().flag("delivered"),
                        answer.json().intOr("status", 0)),
                "subscriptions",
                subscriptionId,
                "test"));
    }

    /** A new secret; the old one stays valid for a while, in which deliveries are signed with both. */
    public Rotated rotateSecret(String subscriptionId) {
        return transport.call(Operation.post(
                "rotateSecret",
                answer -> new Rotated(secret(answer.json()), answer.json().moment("previousValidUntil")),
                List.of("subscriptions", subscriptionId, "secret")));
    }
}
