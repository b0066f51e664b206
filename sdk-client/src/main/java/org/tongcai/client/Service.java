package org.tongcai.client;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a platform says about itself; needs no credentials. Safe for threads. */
public final class Service {
    private final Transport transport;
    private volatile @Nullable Capabilities known;

    Service(Transport transport) {
        this.transport = transport;
    }

    /** How a platform feels. */
    public enum Health {
        /** All is well. */
        UP,
        /** Works with restrictions. */
        DEGRADED,
        /** Does not work. */
        DOWN
    }

    /** What the platform can do. */
    public Capabilities capabilities() {
        Capabilities now = transport.call(capabilitiesOperation());
        known = now;
        return now;
    }

    /** As {@link #capabilities}. */
    public CompletableFuture<Capabilities> capabilitiesAsync() {
        return transport.callAsync(capabilitiesOperation());
    }

    /** What the platform said before, or says now where it was not asked yet. */
    Capabilities knownCapabilities() {
        Capabilities before = known;
        return before == null ? capabilities() : before;
    }

    private static Operation<Capabilities> capabilitiesOperation() {
        return Operation.get("getCapabilities", answer -> Capabilities.of(answer.json()), "capabilities")
                .withoutCredentials();
    }

    /** How the platform feels; asked once, without retries. */
    public Health health() {
        return transport.call(healthOperation());
    }

    /** As {@link #health}. */
    public CompletableFuture<Health> healthAsync() {
        return transport.callAsync(healthOperation());
    }

    private static Operation<Health> healthOperation() {
        return Operation.get(
                        "getHealth",
                        answer -> {
                            Health health = answer.json().constant("status", Health.class);
                            return health == null ? Health.DOWN : health;
                        },
                        "health")
                .withoutCredentials()
                .retry(RetryPolicy.NONE)
                // Down is an answer, too: 503 with a status.
                .taking(problem -> problem.members().containsKey("status")
                        && problem.members().get("status") instanceof String);
    }
}
