package org.tongcai.signature;

import java.security.GeneralSecurityException;

/** Authenticated encryption with a nonce of 12 bytes and a tag of 16 at the end of the ciphertext (GCM). Safe for threads. */
public interface AeadCipher {
    /** Bytes of a nonce. */
    int NONCE_BYTES = 12;

    /** Bytes by which ciphertext is longer than plaintext. */
    int TAG_BYTES = 16;

    /** AES-256 in GCM (NIST SP 800-38D), by the JDK. */
    AeadCipher AES_256_GCM = new AesGcm();

    /** The name in manifests, such as {@code A256GCM} or {@code SM4GCM}. */
    String name();

    /** Bytes of a key. */
    int keyBytes();

    /**
     * Ciphertext and tag. A nonce must never be used twice with the same key.
     *
     * @param aad what is authenticated and not encrypted; may be empty
     */
    byte[] seal(byte[] key, byte[] nonce, byte[] aad, byte[] plaintext);

    /**
     * The plaintext.
     *
     * @throws GeneralSecurityException where key, nonce, aad and ciphertext do not belong together; says no more than that
     */
    byte[] open(byte[] key, byte[] nonce, byte[] aad, byte[] ciphertext) throws GeneralSecurityException;
}
