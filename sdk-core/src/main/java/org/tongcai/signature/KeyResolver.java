package org.tongcai.signature;

import java.util.Optional;

/** Finds the keys of others. Must be safe for threads; what it throws reaches the caller of the verifier. */
@FunctionalInterface
public interface KeyResolver {
    /** The key of that id; empty where nobody has it. The id comes from a message: well-formed, not yet trusted. */
    Optional<TrustedKey> find(String keyId);
}
