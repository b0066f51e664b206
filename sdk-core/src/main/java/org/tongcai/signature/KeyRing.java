package org.tongcai.signature;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys in memory. Safe for threads. To rotate: {@link #add} the new key, let the other side sign with it, {@link #retire} the old one.
 */
public final class KeyRing implements KeyResolver {
    private final Map<String, TrustedKey> keys = new ConcurrentHashMap<>();

    /** A ring of these keys, valid without bounds. */
    public static KeyRing of(VerifyingKey... keys) {
        KeyRing ring = new KeyRing();
        for (VerifyingKey each : keys) {
            ring.add(new TrustedKey(each));
        }
        return ring;
    }

    /**
     * Adds a key.
     *
     * @throws IllegalArgumentException when there is another one of that id: ids are never given twice
     */
    public void add(TrustedKey key) {
        if (keys.putIfAbsent(KeyIds.check(key.key().keyId()), key) != null) {
            throw new IllegalArgumentException(
                    "there is a key of that id: " + key.key().keyId());
        }
    }

    /** Lets a key end at that moment; nothing where there is none of that id. */
    public void retire(String keyId, Instant until) {
        keys.computeIfPresent(keyId, (id, old) -> new TrustedKey(old.key(), old.validFrom(), until));
    }

    /** Forgets a key, for instance because its secret got out. */
    public void remove(String keyId) {
        keys.remove(keyId);
    }

    @Override
    public Optional<TrustedKey> find(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }
}
