package org.tongcai.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and when a request is sent again. Only what is safe is ever repeated: reading, deleting, and writing under an idempotency
 * key. Immutable.
 *
 * <p>Before attempt n + 1 passes a time that is random between 0 and {@code min(maxBackoff, initialBackoff · 2ⁿ⁻¹)} (full jitter), or what
 * the platform asks for with {@code Retry-After}.
 *
 * @param attempts how many requests a call sends at most; 1 for no retries
 * @param initialBackoff upper bound of the first pause
 * @param maxBackoff upper bound of every pause that the client chooses
 * @param maxRetryAfter the longest {@code Retry-After} that is obeyed; where more is asked for, the call fails at once
 * @param budget time from the start of the call in which attempts may begin
 */
public record RetryPolicy(
        int attempts, Duration initialBackoff, Duration maxBackoff, Duration maxRetryAfter, Duration budget) {
    /** 5 attempts within 2 minutes, pauses up to 0.2 s growing to 10 s, {@code Retry-After} up to a minute. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(
            5, Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(2));

    /** For work in the background that shall outlast an outage: 100 attempts within 15 minutes, {@code Retry-After} up to 5 minutes. */
    public static final RetryPolicy PATIENT = new RetryPolicy(
            100, Duration.ofMillis(200), Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofMinutes(15));

    /** Every request once. */
    public static final RetryPolicy NONE =
            new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofDays(1));

    /** Checks the bounds. */
    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1: " + attempts);
        }
        if (initialBackoff.isNegative()
                || maxBackoff.isNegative()
                || maxRetryAfter.isNegative()
                || budget.isNegative()) {
            throw new IllegalArgumentException("durations must not be negative");
        }
    }

    /** The same with another number of attempts. */
    public RetryPolicy withAttempts(int most) {
        return new RetryPolicy(most, initialBackoff, maxBackoff, maxRetryAfter, budget);
    }

    /** The same with other pauses. */
    public RetryPolicy withBackoff(Duration initial, Duration most) {
        return new RetryPolicy(attempts, initial, most, maxRetryAfter, budget);
    }

    /** The same with another bound on {@code Retry-After}. */
    public RetryPolicy withMaxRetryAfter(Duration most) {
        return new RetryPolicy(attempts, initialBackoff, maxBackoff, most, budget);
    }

    /** The same with another budget of time. */
    public RetryPolicy withBudget(Duration time) {
        return new RetryPolicy(attempts, initialBackoff, maxBackoff, maxRetryAfter, time);
    }

    /** The random pause after that many attempts, in nanoseconds. */
    long pause(int made) {
        long initial = initialBackoff.toNanos();
        int doublings = Math.min(made - 1, 30);
        long bound = initial > Long.MAX_VALUE >> doublings ? Long.MAX_VALUE : initial << doublings;
        bound = Math.min(bound, maxBackoff.toNanos());
        return bound <= 0 ? 0 : ThreadLocalRandom.current().nextLong(bound + 1);
    }
}
