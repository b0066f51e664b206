package org.tongcai.signature;

/** A key that signs. Immutable, safe for threads; {@code toString} never shows the secret. */
public interface SigningKey {
    /** By what the other side finds the key: 1 to 128 of {@code A-Za-z0-9._:-}. */
    String keyId();

    /** The name of the algorithm as in {@code alg} of RFC 9421, such as {@code ed25519}. */
    String algorithm();

    /**
     * The raw signature over the bytes; for elliptic curves r‖s of fixed length, not DER.
     *
     * @throws SignatureException when the key cannot be used
     */
    byte[] sign(byte[] data);
}
