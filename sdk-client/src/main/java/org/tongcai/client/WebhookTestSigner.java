package org.tongcai.client;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.tongcai.signature.WebhookSecret;
import org.tongcai.signature.WebhookSignature;

/** Signs deliveries as a platform does, for tests of a receiver. Immutable, safe for threads. */
public final class WebhookTestSigner {
    private final WebhookSecret secret;
    private final Clock clock;

    /** A signer with that secret and the system's clock. */
    public WebhookTestSigner(WebhookSecret secret) {
        this(secret, Clock.systemUTC());
    }

    /** A signer with another clock, for deliveries that come too late. */
    public WebhookTestSigner(WebhookSecret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * The fields of a delivery: {@code webhook-id}, {@code webhook-timestamp}, {@code webhook-signature}.
     *
     * @param id 1 to 128 of {@code A-Za-z0-9_-}
     */
    public Map<String, String> sign(String id, byte[] body) {
        return WebhookSignature.sign(List.of(secret), id, clock.instant(), body);
    }
}
