package org.tongcai.signature;

import org.jspecify.annotations.Nullable;

/**
 * A signature algorithm with the form of its keys. Encodings of keys are PKCS#8 (RFC 5208) and SubjectPublicKeyInfo (RFC 5280), or the
 * bare bytes of a shared secret. Safe for threads.
 */
public interface KeyAlgorithm {
    /** The name as in {@code alg} of RFC 9421. */
    String name();

    /** How such keys are told from others. */
    Form form();

    /** The key that signs, out of PKCS#8 or the secret. */
    SigningKey signing(String keyId, byte[] encoded) throws KeyFormatException;

    /** The key that verifies, out of SubjectPublicKeyInfo or the secret. */
    VerifyingKey verifying(String keyId, byte[] encoded) throws KeyFormatException;

    /** A new key from a secure random number generator. */
    NewKey generate(String keyId);

    /**
     * Names of the form in JWK and ASN.1.
     *
     * @param type {@code kty} of JWK: {@code EC}, {@code OKP}, {@code oct}
     * @param curve {@code crv} of JWK; null for shared secrets
     * @param identifier the DER content of AlgorithmIdentifier; null for shared secrets
     */
    record Form(String type, @Nullable String curve, byte @Nullable [] identifier) {
        /** Whether both sides have the same secret. */
        public boolean shared() {
            return curve == null;
        }
    }
}
