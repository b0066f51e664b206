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
    private int used;
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

    /** Of what a document says, however it is laid out: white space between values does not count. In XML nobody knows which that is. */
    Fingerprint of(Slice document) {
        if (document.isXml()) {
            digest.update(document.bytes(), document.offset(), document.length());
            return finish();
        }
        byte[] bytes = document.bytes();
        int end = document.offset() + document.length();
        int from = document.offset();
        for (int i = from; i < end; i++) {
            byte b = bytes[i];
            if (b == '"') {
                i = endOfText(bytes, i + 1, end);
            } else if (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
                take(bytes, from, i);
                from = i + 1;
            }
        }
        take(bytes, from, end);
        digest.update(chunk, 0, used);
        used = 0;
        return finish();
    }

    /** Where the quotation mark stands that ends a text; the end where there is none. */
    private static int endOfText(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            byte b = bytes[i];
            if (b == '"') {
                return i;
            }
            if (b == '\\') {
                i++;
            }
        }
        return end;
    }

    private void take(byte[] bytes, int from, int to) {
        int count = to - from;
        if (used + count > CHUNK) {
            digest.update(chunk, 0, used);
            used = 0;
        }
        if (count > CHUNK) {
            digest.update(bytes, from, count);
        } else {
            System.arraycopy(bytes, from, chunk, used, count);
            used += count;
        }
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
