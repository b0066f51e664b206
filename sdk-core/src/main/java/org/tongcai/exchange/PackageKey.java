package org.tongcai.exchange;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.tongcai.signature.SignatureException;

/**
 * The secret that encrypts packages: a key of at least 32 random bytes, or a passphrase. For each package, a key of its own is derived, by
 * HKDF with SHA-256 (RFC 5869) from a key, by PBKDF2 with HMAC-SHA-256 (RFC 8018) from a passphrase. Immutable; {@code toString} shows
 * nothing.
 */
public final class PackageKey {
    /** Iterations of PBKDF2 when a package is made. */
    public static final int ITERATIONS = 600_000;

    static final String HKDF = "HKDF-SHA256";
    static final String PBKDF2 = "PBKDF2-HMAC-SHA256";
    /** What a package may make its reader compute. */
    static final int MOST_ITERATIONS = 10_000_000;

    private static final int LEAST = 32;
    private static final int LEAST_CHARACTERS = 12;
    private static final byte[] PURPOSE = "tongcai package 1".getBytes(StandardCharsets.US_ASCII);

    private final String derivation;
    private final byte[] secret;

    private PackageKey(String derivation, byte[] secret) {
        this.derivation = derivation;
        this.secret = secret;
    }

    /**
     * A key of random bytes, as {@code head -c 32 /dev/urandom} makes one.
     *
     * @throws IllegalArgumentException if it is shorter than 32 bytes
     */
    public static PackageKey ofBytes(byte[] key) {
        if (key.length < LEAST) {
            throw new IllegalArgumentException("a key has at least 32 bytes");
        }
        return new PackageKey(HKDF, key.clone());
    }

    /**
     * A passphrase, in the normal form NFKC.
     *
     * @throws IllegalArgumentException if it is shorter than 12 characters
     */
    public static PackageKey ofPassphrase(String passphrase) {
        String normal = Normalizer.normalize(passphrase, Normalizer.Form.NFKC);
        if (normal.codePointCount(0, normal.length()) < LEAST_CHARACTERS) {
            throw new IllegalArgumentException("a passphrase has at least 12 characters");
        }
        return new PackageKey(PBKDF2, normal.getBytes(StandardCharsets.UTF_8));
    }

    String derivation() {
        return derivation;
    }

    byte[] derive(byte[] salt, int iterations, int length) {
        try {
            byte[] key = derivation.equals(HKDF) ? hkdf(salt) : pbkdf2(salt, iterations);
            return Arrays.copyOf(key, length);
        } catch (GeneralSecurityException e) {
            throw new SignatureException("this Java has no " + derivation, e);
        }
    }

    private byte[] hkdf(byte[] salt) throws GeneralSecurityException {
        byte[] pseudoRandom = mac(salt, secret);
        byte[] info = Arrays.copyOf(PURPOSE, PURPOSE.length + 1);
        info[PURPOSE.length] = 1;
        return mac(pseudoRandom, info);
    }

    private static byte[] mac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    private byte[] pbkdf2(byte[] salt, int iterations) throws GeneralSecurityException {
        char[] characters = new String(secret, StandardCharsets.UTF_8).toCharArray();
        PBEKeySpec spec = new PBEKeySpec(characters, salt, iterations, LEAST * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } finally {
            spec.clearPassword();
            Arrays.fill(characters, '\0');
        }
    }

    @Override
    public String toString() {
        return "PackageKey[" + derivation + "]";
    }
}
