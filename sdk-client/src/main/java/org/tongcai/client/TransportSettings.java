package org.tongcai.client;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What all calls of a client share. */
record TransportSettings(
        Endpoints endpoints,
        Authenticator authenticator,
        RetryPolicy retry,
        RateGate gate,
        MetricsListener metrics,
        String userAgent,
        String language,
        BooleanSupplier closed) {
    /** The longest time for which an announced quota holds other calls up. */
    private static final long MOST = TimeUnit.MINUTES.toNanos(1);

    /** Slows all calls down where the platform asks for it. */
    void noteRate(Answer answer) {
        long pause = RateHeaders.exhausted(answer.headers());
        if (answer.status() == 429) {
            pause = Math.max(pause, RateHeaders.retryAfter(answer.headers()));
        }
        if (pause > 0) {
            gate.close(Math.min(pause, Math.min(MOST, retry.maxRetryAfter().toNanos())));
        }
    }
}
