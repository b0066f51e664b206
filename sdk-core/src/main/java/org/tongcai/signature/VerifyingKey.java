package org.tongcai.signature;

/** A key that verifies. Immutable, safe for threads; {@code toString} never shows a secret. */
public interface VerifyingKey {
    /** By what messages name the key: 1 to 128 of {@code A-Za-z0-9._:-}. */
    String keyId();

    /** The name of the algorithm as in {@code alg} of RFC 9421, such as {@code ed25519}. */
    String algorithm();

    /** Whether the raw signature belongs to the bytes; false for anything malformed, never an exception because of the input. */
    boolean verify(byte[] data, byte[] signature);
}
