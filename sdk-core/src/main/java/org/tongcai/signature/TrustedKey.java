package org.tongcai.signature;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of somebody else and when it may be used, so that a new one can be taken in before the old one goes.
 *
 * @param key the key
 * @param validFrom the first moment; null: no bound
 * @param validUntil the first moment at which it is valid no more; null: no bound
 */
public record TrustedKey(
        VerifyingKey key,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {
    /** A key without bounds. */
    public TrustedKey(VerifyingKey key) {
        this(key, null, null);
    }

    /** Whether it may be used at that moment. */
    public boolean isValidAt(Instant moment) {
        return (validFrom == null || !moment.isBefore(validFrom))
                && (validUntil == null || moment.isBefore(validUntil));
    }
}
