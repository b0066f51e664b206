package org.tongcai.sandbox.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tongcai.sandbox.store.Accounts;

/**
 * Positions that nobody can make or change but the platform: tenant, position, operation and filters with an HMAC, by a key in the
 * database. Immutable and thread-safe.
 */
public final class Cursors {
    /** How long a cursor is valid. */
    public static final int DAYS = 180;

    private static final int HEAD = 1 + 8 + 8 + 4;
    private static final int MAC = 16;
    /** A cursor has at most 1024 characters. */
    private static final int MOST = 768 - HEAD - MAC;

    private static final byte VERSION = 1;

    private final byte[] key;

    public Cursors(Accounts accounts) {
        this.key = Base64.getDecoder()
                .decode(accounts.setting("cursor-key", () -> Base64.getEncoder().encodeToString(Ids.random(32))));
    }

    /**
     * What a cursor holds.
     *
     * @param position position to go on after
     * @param filters operation and filters
     */
    record Held(long position, String filters) {}

    /** A cursor. */
    String write(Caller caller, String filters, long position) {
        byte[] text = filters.getBytes(StandardCharsets.UTF_8);
        if (text.length > MOST) {
            throw new ProblemException("invalid-parameter", "so many filters at once are not taken");
        }
        ByteBuffer out = ByteBuffer.allocate(HEAD + text.length + MAC);
        out.put(VERSION)
                .putLong(caller.tenantId())
                .putLong(position)
                .putInt(today())
                .put(text);
        out.put(mac(Arrays.copyOf(out.array(), HEAD + text.length)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
    }

    /**
     * What a cursor holds.
     *
     * @throws ProblemException {@code invalid-cursor} if it was not made for this caller, or is too old
     */
    Held read(Caller caller, String cursor) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw invalid("it is none of this platform");
        }
        int end = bytes.length - MAC;
        // Of the last character some bits mean nothing; only one way of writing a cursor is taken.
        if (end < HEAD
                || !Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(bytes)
                        .equals(cursor)
                || !MessageDigest.isEqual(
                        mac(Arrays.copyOf(bytes, end)), Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw invalid("it is none of this platform");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        long tenant = in.getLong();
        long position = in.getLong();
        int day = in.getInt();
        if (version != VERSION || tenant != caller.tenantId()) {
            throw invalid("it belongs to another tenant");
        }
        if (today() - day > DAYS) {
            throw invalid("it is older than " + DAYS + " days");
        }
        return new Held(position, new String(bytes, HEAD, end - HEAD, StandardCharsets.UTF_8));
    }

    private static int today() {
        return (int) (System.currentTimeMillis() / 86_400_000L);
    }

    static ProblemException invalid(String why) {
        return new ProblemException("invalid-cursor", "the cursor cannot be used: " + why).with("parameter", "cursor");
    }

    private byte[] mac(byte[] head) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(head), MAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC", e);
        }
    }
}
