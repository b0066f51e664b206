package org.tongcai.client;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.client.json.JsonShapeException;
import org.tongcai.signature.WebhookSecret;
import org.tongcai.signature.WebhookSignature;

/**
 * Finds out whether a delivery is the platform's, fresh and unaltered, and reads it. Immutable, safe for threads.
 *
 * <p>The body must be the bytes as they came, before any parser. Answer 2xx to what was received and to what came before, 400 to what was
 * refused.
 */
public final class WebhookVerifier {
    /** Bound on the body of a delivery: events are thin. */
    public static final int MOST_BYTES = 256 << 10;

    private final List<WebhookSecret> secrets;
    private final Clock clock;
    private final Duration tolerance;
    private final Predicate<String> seen;

    private WebhookVerifier(List<WebhookSecret> secrets, Clock clock, Duration tolerance, Predicate<String> seen) {
        this.secrets = secrets;
        this.clock = clock;
        this.tolerance = tolerance;
        this.seen = seen;
    }

    /** What a delivery came to. */
    public sealed interface Delivery {
        /** From the platform and new, as far as is known. */
        record Received(WebhookEvent event) implements Delivery {}

        /** From the platform, and dealt with before: to be confirmed and dropped. */
        record Repeated(WebhookEvent event) implements Delivery {}

        /**
         * Not to be acted upon.
         *
         * @param reason why; {@code VALID} where the signature holds and the content is no event
         * @param text why, in words
         */
        record Refused(WebhookSignature.Result reason, Bilingual text) implements Delivery {}
    }

    /** For the secret of a subscription; during rotation for the old one as well. */
    public static WebhookVerifier of(WebhookSecret... secrets) {
        if (secrets.length == 0) {
            throw new IllegalArgumentException("at least one secret");
        }
        return new WebhookVerifier(List.of(secrets), Clock.systemUTC(), WebhookSignature.TOLERANCE, id -> false);
    }

    /** With another clock. */
    public WebhookVerifier withClock(Clock other) {
        return new WebhookVerifier(secrets, other, tolerance, seen);
    }

    /** With another bound on the age of a delivery; 5 minutes by default. */
    public WebhookVerifier withTolerance(Duration other) {
        return new WebhookVerifier(secrets, clock, other, seen);
    }

    /**
     * Knows again what was dealt with. The host notes ids once it has dealt with an event, best in the same transaction; noting them
     * earlier would lose events.
     *
     * @param known whether the delivery of that id was dealt with; called only where the signature holds
     */
    public WebhookVerifier withSeen(Predicate<String> known) {
        return new WebhookVerifier(secrets, clock, tolerance, Objects.requireNonNull(known, "known"));
    }

    /**
     * Judges a delivery.
     *
     * @param fields all values of the field of that name (lower case); empty or null where there is none
     * @param body the body as it came
     */
    public Delivery verify(Function<String, ? extends @Nullable List<String>> fields, byte[] body) {
        if (body.length > MOST_BYTES) {
            return new Delivery.Refused(
                    WebhookSignature.Result.MALFORMED,
                    new Bilingual("事件超过 " + MOST_BYTES + " 字节", "the event is larger than " + MOST_BYTES + " bytes"));
        }
        WebhookSignature.Result result = WebhookSignature.verify(secrets, fields, body, clock, tolerance);
        if (result != WebhookSignature.Result.VALID) {
            return new Delivery.Refused(result, result.text());
        }
        List<String> ids = Objects.requireNonNull(fields.apply(WebhookSignature.ID));
        try {
            WebhookEvent event = WebhookEvent.of(ids.get(0), body);
            return seen.test(event.deliveryId()) ? new Delivery.Repeated(event) : new Delivery.Received(event);
        } catch (JsonShapeException e) {
            return new Delivery.Refused(
                    result, new Bilingual("内容不是事件：" + e.getMessage(), "not an event: " + e.getMessage()));
        }
    }
}
