package org.tongcai.client;

import java.util.function.LongSupplier;

/**
 * Says when the next request may leave: evenly spread below a rate, and not before a platform that asked for a pause is ready again. Safe
 * for threads; never blocks.
 */
final class RateGate {
    private static final long MINUTE = 60_000_000_000L;

    private final long interval;
    private final long burst;
    private final LongSupplier clock;
    private long next;
    private long closedUntil;

    /**
     * A gate.
     *
     * @param perMinute requests a minute; 0 for no bound
     */
    RateGate(int perMinute, LongSupplier clock) {
        this.interval = perMinute == 0 ? 0 : MINUTE / perMinute;
        // A second's worth may go at once, so that single calls are not held up by the spacing.
        this.burst = Math.max(interval, 1_000_000_000L);
        this.clock = clock;
        this.next = clock.getAsLong() - burst;
        this.closedUntil = clock.getAsLong();
    }

    /** Takes the next place; in how many nanoseconds it is due, 0 for now. */
    synchronized long reserve() {
        long now = clock.getAsLong();
        long due = now;
        if (interval > 0) {
            if (next - (now - burst) < 0) {
                next = now - burst;
            }
            next += interval;
            due = next;
        }
        if (closedUntil - due > 0) {
            due = closedUntil;
        }
        return Math.max(0, due - now);
    }

    /** Lets nothing pass for a while. */
    synchronized void close(long nanos) {
        long until = clock.getAsLong() + nanos;
        if (until - closedUntil > 0) {
            closedUntil = until;
        }
    }
}
