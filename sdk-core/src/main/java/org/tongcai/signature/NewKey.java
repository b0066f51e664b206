package org.tongcai.signature;

/** A key that was just generated. Immutable; {@code toString} shows no secret. */
public final class NewKey {
    private final KeyAlgorithm algorithm;
    private final String keyId;
    private final byte[] secret;
    private final byte[] open;
    private final KeyValidity validity;

    /**
     * Of its encodings.
     *
     * @param secret PKCS#8, or the shared secret
     * @param open SubjectPublicKeyInfo; empty for shared secrets
     */
    public NewKey(KeyAlgorithm algorithm, String keyId, byte[] secret, byte[] open) {
        this(algorithm, keyId, secret, open, KeyValidity.UNBOUNDED);
    }

    private NewKey(KeyAlgorithm algorithm, String keyId, byte[] secret, byte[] open, KeyValidity validity) {
        this.validity = validity;
        this.algorithm = algorithm;
        this.keyId = KeyIds.check(keyId);
        this.secret = secret.clone();
        this.open = open.clone();
    }

    /** The same, whose texts say from when to when it may be used. */
    public NewKey withValidity(KeyValidity period) {
        return new NewKey(algorithm, keyId, secret, open, period);
    }

    /** From when to when it may be used, as its texts say; unbounded at first. */
    public KeyValidity validity() {
        return validity;
    }

    /** Its id. */
    public String keyId() {
        return keyId;
    }

    /** Its algorithm. */
    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /** The key that signs. */
    public SigningKey signing() {
        try {
            return algorithm.signing(keyId, secret);
        } catch (KeyFormatException e) {
            throw new SignatureException("the generated key cannot be read", e);
        }
    }

    /** The key that verifies; for shared secrets the same key. */
    public VerifyingKey verifying() {
        try {
            return algorithm.verifying(keyId, algorithm.form().shared() ? secret : open);
        } catch (KeyFormatException e) {
            throw new SignatureException("the generated key cannot be read", e);
        }
    }

    /** The private key as PEM (PKCS#8), for people who keep keys with openssl. Not for shared secrets. */
    public String privatePem() {
        requirePair();
        return validity.pem() + KeyText.pem("PRIVATE KEY", secret);
    }

    /** The public key as PEM (SubjectPublicKeyInfo). Not for shared secrets. */
    public String publicPem() {
        requirePair();
        return validity.pem() + KeyText.pem("PUBLIC KEY", open);
    }

    /** The private key or shared secret as JWK (RFC 7517), with {@code kid} and {@code alg}. */
    public String privateJwk() {
        return Jwk.write(algorithm, keyId, secret, open, validity);
    }

    /** The public key as JWK. Not for shared secrets. */
    public String publicJwk() {
        requirePair();
        return Jwk.write(algorithm, keyId, null, open, validity);
    }

    /**
     * What people compare on the phone to know that they have the same key: {@code SHA256:} and base64 without padding of the digest of the
     * SubjectPublicKeyInfo, or for a shared secret of the secret itself (which has too many values to be guessed from it).
     */
    public String fingerprint() {
        return Keys.fingerprint(algorithm.form().shared() ? secret : open);
    }

    private void requirePair() {
        if (algorithm.form().shared()) {
            throw new IllegalStateException("a shared secret has no public half");
        }
    }

    @Override
    public String toString() {
        return algorithm.name() + " key " + keyId + " " + fingerprint();
    }
}
