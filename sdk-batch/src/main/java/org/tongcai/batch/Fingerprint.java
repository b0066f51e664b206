package org.tongcai.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.tongcai.input.Slice;

/**
 * Texts and documents as numbers of 128 bits, the first half of SHA-256: so short that millions fit, and nobody makes two with the same
 * number, not even on purpose. Not thread-safe.
 */
final class Fingerprint {
    private static final int CHUNK = 1 << 13;

    private final MessageDigest digest;
    private final byte[] chunk = new byte[CHUNK];
    private long high;
    private long low;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of a number and texts; other ways to cut the texts give other numbers. */
    Fingerprint of(int kind, Iterable<String> texts) {
        number(kind);
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(bytes.length);
            digest.update(bytes);
        }
        return finish();
    }

    private void number(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (value >>> shift));
        }
    }

    /** Of what a document says, however it is laid out: white space between values does not count. */
    Fingerprint of(Slice document) {
        byte[] bytes = document.bytes();
        int end = document.offset() + document.length();
        boolean text = false;
        int used = 0;
        for (int i = document.offset(); i < end; i++) {
            byte b = bytes[i];
            if (!text && (b == ' ' || b == '\n' || b == '\r' || b == '\t')) {
                continue;
            }
            if (used + 2 > CHUNK) {
                digest.update(chunk, 0, used);
                used = 0;
            }
            chunk[used++] = b;
            if (b == '"') {
                text = !text;
            } else if (text && b == '\\' && i + 1 < end) {
                chunk[used++] = bytes[++i];
            }
        }
        digest.update(chunk, 0, used);
        return finish();
    }

    private Fingerprint finish() {
        ByteBuffer sum = ByteBuffer.wrap(digest.digest());
        high = sum.getLong();
        low = sum.getLong();
        return this;
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }
}
