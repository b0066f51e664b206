package org.tongcai.signature;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Makes and reads keys. Texts are PEM (PKCS#8, SubjectPublicKeyInfo; not encrypted) or JWK; shared secrets are JWK only. Keys are never
 * read from the network.
 */
public final class Keys {
    /** The order of P-256 (SP 800-186 section 3.2.1.3), which no other curve has. */
    private static final BigInteger P256_ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private Keys() {}

    /**
     * A shared secret for HMAC with SHA-256.
     *
     * @param secret 32 to 1024 random bytes; copied
     */
    public static SharedKey hmacSha256(String keyId, byte[] secret) {
        try {
            return (SharedKey) JdkKeys.HMAC_SHA256.signing(keyId, secret);
        } catch (KeyFormatException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** An Ed25519 key that signs. */
    public static SigningKey ed25519(String keyId, PrivateKey key) {
        return JdkKeys.ofPrivate(JdkKeys.ED25519, keyId, require(key, key instanceof EdECKey));
    }

    /** An Ed25519 key that verifies. */
    public static VerifyingKey ed25519(String keyId, PublicKey key) {
        return JdkKeys.ofPublic(JdkKeys.ED25519, keyId, require(key, key instanceof EdECKey));
    }

    /** An ECDSA key over P-256 that signs; it may lie in a hardware module. */
    public static SigningKey ecdsaP256(String keyId, PrivateKey key) {
        return JdkKeys.ofPrivate(JdkKeys.ECDSA_P256, keyId, require(key, isP256(key)));
    }

    /** An ECDSA key over P-256 that verifies. */
    public static VerifyingKey ecdsaP256(String keyId, PublicKey key) {
        return JdkKeys.ofPublic(JdkKeys.ECDSA_P256, keyId, require(key, isP256(key)));
    }

    /**
     * A new key.
     *
     * @param algorithm such as {@code ed25519}
     * @throws IllegalArgumentException for an algorithm that is not in {@code algorithms}
     */
    public static NewKey generate(String algorithm, String keyId, Algorithms algorithms) {
        KeyIds.check(keyId);
        return algorithms
                .key(algorithm)
                .orElseThrow(() -> new IllegalArgumentException("not installed: " + algorithm))
                .generate(keyId);
    }

    /**
     * Reads a private key or a shared secret.
     *
     * @param keyId the id; null to take {@code kid} of a JWK
     */
    public static SigningKey readSigning(@Nullable String keyId, String text, Algorithms algorithms)
            throws KeyFormatException {
        KeyText.requireBounded(text);
        if (isJwk(text)) {
            Jwk jwk = Jwk.parse(text);
            KeyAlgorithm algorithm = algorithm(jwk, algorithms);
            return algorithm.signing(id(keyId, jwk), jwk.secret(algorithm.form()));
        }
        byte[] pkcs8 = KeyText.block(text, "PRIVATE KEY");
        return algorithm(KeyEncoding.identifierOfPrivate(pkcs8), algorithms).signing(id(keyId, null), pkcs8);
    }

    /**
     * Reads a public key or a shared secret.
     *
     * @param keyId the id; null to take {@code kid} of a JWK
     */
    public static VerifyingKey readVerifying(@Nullable String keyId, String text, Algorithms algorithms)
            throws KeyFormatException {
        KeyText.requireBounded(text);
        if (isJwk(text)) {
            Jwk jwk = Jwk.parse(text);
            KeyAlgorithm algorithm = algorithm(jwk, algorithms);
            return algorithm.verifying(id(keyId, jwk), jwk.open(algorithm.form()));
        }
        byte[] spki = KeyText.block(text, "PUBLIC KEY");
        return algorithm(KeyEncoding.identifierOfPublic(spki), algorithms).verifying(id(keyId, null), spki);
    }

    /**
     * From when to when a key may be used, as its text says; unbounded where it says nothing.
     *
     * @param text PEM or JWK, of either half
     */
    public static KeyValidity readValidity(String text) throws KeyFormatException {
        KeyText.requireBounded(text);
        return isJwk(text) ? Jwk.parse(text).validity() : KeyValidity.ofPem(text);
    }

    /**
     * The fingerprint of a public key, to be compared with the one that {@link NewKey#fingerprint} gave to its owner.
     *
     * @param text PEM or JWK; of a shared secret the JWK
     */
    public static String fingerprint(String text, Algorithms algorithms) throws KeyFormatException {
        KeyText.requireBounded(text);
        if (isJwk(text)) {
            Jwk jwk = Jwk.parse(text);
            return fingerprint(jwk.open(algorithm(jwk, algorithms).form()));
        }
        return fingerprint(KeyText.block(text, "PUBLIC KEY"));
    }

    static String fingerprint(byte[] encoded) {
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(DigestAlgorithm.SHA_256.digest(encoded));
    }

    private static boolean isJwk(String text) {
        return text.stripLeading().startsWith("{");
    }

    private static String id(@Nullable String wanted, @Nullable Jwk jwk) throws KeyFormatException {
        String id = wanted != null ? wanted : jwk != null ? jwk.keyId() : null;
        if (id == null || !KeyIds.isValid(id)) {
            throw new KeyFormatException(
                    "缺少密钥标识，或标识不是 1 至 128 个 A-Z a-z 0-9 . _ : -",
                    "the key id is missing or not 1 to 128 of A-Z a-z 0-9 . _ : -");
        }
        return id;
    }

    private static KeyAlgorithm algorithm(Jwk jwk, Algorithms algorithms) throws KeyFormatException {
        for (KeyAlgorithm each : algorithms.keyAlgorithms()) {
            String alg = jwk.algorithm();
            // Other programs write the names of RFC 7518 there, or none: the form decides.
            if (jwk.is(each.form())
                    && (alg == null
                            || alg.equals(each.name())
                            || !algorithms.keyNames().contains(alg))) {
                return each;
            }
        }
        throw unknown();
    }

    private static KeyAlgorithm algorithm(byte[] identifier, Algorithms algorithms) throws KeyFormatException {
        for (KeyAlgorithm each : algorithms.keyAlgorithms()) {
            byte[] own = each.form().identifier();
            if (own != null && Arrays.equals(own, identifier)) {
                return each;
            }
        }
        throw unknown();
    }

    private static KeyFormatException unknown() {
        return new KeyFormatException("密钥的算法不受支持", "the algorithm of the key is not supported");
    }

    private static boolean isP256(java.security.Key key) {
        // A key in a hardware module may show no curve; its family must do then.
        return key instanceof ECKey ec ? ec.getParams().getOrder().equals(P256_ORDER) : "EC".equals(key.getAlgorithm());
    }

    private static <K> K require(K key, boolean suitable) {
        if (!suitable) {
            throw new IllegalArgumentException("the key is of another algorithm");
        }
        return key;
    }
}
