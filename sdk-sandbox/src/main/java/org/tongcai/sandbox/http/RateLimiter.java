package org.tongcai.sandbox.http;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** A bucket of tokens for each caller, in memory: after a restart everybody starts anew. Thread-safe. */
final class RateLimiter {
    private static final long MINUTE = 60_000_000_000L;
    /** Buckets of addresses that nobody has heard of again are dropped. */
    private static final int MOST = 50_000;

    private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    RateLimiter(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private static final class Bucket {
        private double tokens;
        private long at;

        Bucket(double tokens, long at) {
            this.tokens = tokens;
            this.at = at;
        }
    }

    /**
     * What is left.
     *
     * @param allowed whether the request may go on
     * @param remaining how many may follow now
     * @param seconds until the bucket is full again, or, where the request may not go on, until the next one may
     */
    record Quota(boolean allowed, int limit, int remaining, int seconds) {}

    /** Takes a token. */
    Quota take(String caller, int perMinute) {
        if (buckets.size() > MOST) {
            buckets.clear();
        }
        long now = nanos.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(caller, key -> new Bucket(perMinute, now));
        synchronized (bucket) {
            bucket.tokens = Math.min(perMinute, bucket.tokens + (double) (now - bucket.at) * perMinute / MINUTE);
            bucket.at = now;
            boolean allowed = bucket.tokens >= 1;
            if (allowed) {
                bucket.tokens--;
            }
            double missing = allowed ? perMinute - bucket.tokens : 1 - bucket.tokens;
            int seconds = (int) Math.max(allowed ? 0 : 1, Math.ceil(missing * 60 / perMinute));
            return new Quota(allowed, perMinute, (int) bucket.tokens, seconds);
        }
    }
}
