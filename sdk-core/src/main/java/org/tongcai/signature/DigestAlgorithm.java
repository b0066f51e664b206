package org.tongcai.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A digest of content. Safe for threads. */
public interface DigestAlgorithm {
    /** SHA-256 of FIPS 180-4. */
    DigestAlgorithm SHA_256 = jdk("sha-256");

    /** SHA-512 of FIPS 180-4. */
    DigestAlgorithm SHA_512 = jdk("sha-512");

    /** The name in {@code Content-Digest} (RFC 9530), such as {@code sha-256}; {@code sm3} is not registered there. */
    String name();

    /** A new computation. */
    MessageDigest newDigest();

    /** The digest of the bytes. */
    default byte[] digest(byte[] bytes) {
        return newDigest().digest(bytes);
    }

    private static DigestAlgorithm jdk(String name) {
        return new DigestAlgorithm() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public MessageDigest newDigest() {
                try {
                    return MessageDigest.getInstance(name);
                } catch (NoSuchAlgorithmException e) {
                    throw new SignatureException("this Java has no " + name, e);
                }
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }
}
