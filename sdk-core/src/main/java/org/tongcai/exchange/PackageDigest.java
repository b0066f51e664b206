package org.tongcai.exchange;

import java.util.regex.Pattern;

/**
 * A digest as documents carry it. Immutable.
 *
 * @param algorithm {@code sha-256} or {@code sm3}
 * @param value 32 bytes in lower-case hexadecimal
 */
public record PackageDigest(String algorithm, String value) {
    private static final Pattern VALUE = Pattern.compile("[0-9a-f]{64}");

    public PackageDigest {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a digest of 32 bytes in lower-case hexadecimal");
        }
    }

    /** Reads {@code algorithm:value}. */
    public static PackageDigest parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("no algorithm");
        }
        return new PackageDigest(text.substring(0, colon), text.substring(colon + 1));
    }

    /** As {@code algorithm:value}. */
    @Override
    public String toString() {
        return algorithm + ":" + value;
    }
}
