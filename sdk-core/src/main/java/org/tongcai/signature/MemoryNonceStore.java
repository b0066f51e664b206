package org.tongcai.signature;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Nonces in memory, for one instance. A key that fills its share is refused until some of its nonces expire; others go on. A nonce is never
 * forgotten early, so memory is bounded by keys × share × about 150 bytes.
 */
public final class MemoryNonceStore implements NonceStore {
    private final Clock clock;
    private final int share;
    private final Map<String, Used> byKey = new HashMap<>();

    /** 200,000 nonces a key: over 300 requests a second in a window of ten minutes. */
    public MemoryNonceStore(Clock clock) {
        this(clock, 200_000);
    }

    /**
     * Of that size.
     *
     * @param share nonces that one key may have in use; at least 1
     */
    public MemoryNonceStore(Clock clock, int share) {
        if (share < 1) {
            throw new IllegalArgumentException("share < 1");
        }
        this.clock = clock;
        this.share = share;
    }

    @Override
    public boolean firstUse(String keyId, String nonce, Instant expires) throws UnavailableException {
        Used used;
        synchronized (byKey) {
            used = byKey.computeIfAbsent(keyId, id -> new Used());
        }
        synchronized (used) {
            used.forget(clock.instant());
            if (used.nonces.contains(nonce)) {
                return false;
            }
            if (used.nonces.size() >= share) {
                throw new UnavailableException("key " + keyId + " used " + share + " nonces within the window");
            }
            used.nonces.add(nonce);
            used.queue.addLast(new Entry(nonce, expires));
            return true;
        }
    }

    private record Entry(String nonce, Instant expires) {}

    private static final class Used {
        private final Set<String> nonces = new HashSet<>();
        private final Deque<Entry> queue = new ArrayDeque<>();

        /** In the order of arrival, which is that of expiry within the skew; one that is kept longer does no harm. */
        void forget(Instant now) {
            for (Entry first = queue.peekFirst();
                    first != null && !now.isBefore(first.expires);
                    first = queue.peekFirst()) {
                nonces.remove(first.nonce);
                queue.removeFirst();
            }
        }
    }
}
