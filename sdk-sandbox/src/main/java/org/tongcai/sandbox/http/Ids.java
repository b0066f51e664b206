package org.tongcai.sandbox.http;

import java.security.SecureRandom;

/** Ids that nobody can guess, beginning with the time so that they sort and indexes stay compact. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int TIME = 9;
    private static final int CHANCE = 16;

    private Ids() {}

    /** A new id: the prefix, a hyphen, 25 characters of Crockford's Base32. */
    public static String next(String prefix) {
        char[] text = new char[TIME + CHANCE];
        long time = System.currentTimeMillis();
        for (int i = TIME - 1; i >= 0; i--) {
            text[i] = ALPHABET[(int) (time & 31)];
            time >>>= 5;
        }
        byte[] random = random(CHANCE);
        for (int i = 0; i < CHANCE; i++) {
            text[TIME + i] = ALPHABET[random[i] & 31];
        }
        return prefix + "-" + new String(text);
    }

    /** Random bytes fit for secrets. */
    public static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
