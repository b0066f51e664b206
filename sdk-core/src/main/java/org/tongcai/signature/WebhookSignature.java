package org.tongcai.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/**
 * Signatures of events that a platform delivers: HMAC with SHA-256 over {@code id.timestamp.body}, in the fields {@code webhook-id},
 * {@code webhook-timestamp}, {@code webhook-signature}. One place for those who send and those who receive.
 */
public final class WebhookSignature {
    /** The id of the event, by which receivers recognise a second delivery. */
    public static final String ID = "webhook-id";

    /** When this delivery was signed, in seconds since 1970. */
    public static final String TIMESTAMP = "webhook-timestamp";

    /** {@code v1,} and base64, several during rotation with a space between. */
    public static final String SIGNATURE = "webhook-signature";

    /** How old a delivery may be, and how far in the future. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String VERSION = "v1,";
    private static final int SIGNATURES = 16;
    private static final int ID_LENGTH = 128;

    /** What came out of verifying a delivery. */
    public enum Result {
        /** From the platform, unaltered, fresh. The receiver still drops ids that it has seen. */
        VALID("签名有效", "the signature is valid"),
        /** One of the three fields is missing or comes twice. */
        MISSING("缺少签名字段，或字段重复", "a signature field is missing or comes twice"),
        /** A field is not what it should be. */
        MALFORMED("签名字段格式错误", "a signature field is malformed"),
        /** Signed too long ago or in the future: maybe a recording. */
        EXPIRED("时间戳超出允许范围", "the timestamp is outside the tolerance"),
        /** No signature belongs to this delivery and one of the secrets. */
        MISMATCH("签名不符", "no signature matches");

        private final Bilingual text;

        Result(String zh, String en) {
            this.text = new Bilingual(zh, en);
        }

        /** The result in words. */
        public Bilingual text() {
            return text;
        }
    }

    private WebhookSignature() {}

    /**
     * The three fields of a delivery.
     *
     * @param secrets one, or the old and the new one during rotation
     * @param id 1 to 128 of {@code A-Za-z0-9_-}; no dots, which part what is signed
     */
    public static Map<String, String> sign(
            Collection<WebhookSecret> secrets, String id, Instant timestamp, byte[] body) {
        if (!isId(id) || secrets.isEmpty()) {
            throw new IllegalArgumentException(
                    "an id is 1 to 128 of A-Z a-z 0-9 _ -, and there is at least one secret");
        }
        String seconds = Long.toString(timestamp.getEpochSecond());
        StringJoiner signatures = new StringJoiner(" ");
        for (WebhookSecret each : secrets) {
            signatures.add(VERSION + Base64.getEncoder().encodeToString(mac(each, id, seconds, body)));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(ID, id);
        fields.put(TIMESTAMP, seconds);
        fields.put(SIGNATURE, signatures.toString());
        return fields;
    }

    /**
     * Verifies a delivery with the tolerance of five minutes.
     *
     * @param fields all values of the field of that name (lower case), empty or null where there is none
     * @param body the body as received, not parsed and written again
     */
    public static Result verify(
            Collection<WebhookSecret> secrets,
            Function<String, ? extends @Nullable List<String>> fields,
            byte[] body,
            Clock clock) {
        return verify(secrets, fields, body, clock, TOLERANCE);
    }

    /** Verifies a delivery with another tolerance. */
    public static Result verify(
            Collection<WebhookSecret> secrets,
            Function<String, ? extends @Nullable List<String>> fields,
            byte[] body,
            Clock clock,
            Duration tolerance) {
        String id = one(fields.apply(ID));
        String seconds = one(fields.apply(TIMESTAMP));
        String signatures = one(fields.apply(SIGNATURE));
        if (id == null || seconds == null || signatures == null) {
            return Result.MISSING;
        }
        if (!isId(id) || !seconds.matches("[1-9][0-9]{0,11}")) {
            return Result.MALFORMED;
        }
        String[] parts = signatures.split(" ", SIGNATURES + 1);
        if (parts.length > SIGNATURES) {
            return Result.MALFORMED;
        }
        Instant timestamp = Instant.ofEpochSecond(Long.parseLong(seconds));
        boolean matches = false;
        for (WebhookSecret secret : secrets) {
            byte[] wanted = (VERSION + Base64.getEncoder().encodeToString(mac(secret, id, seconds, body)))
                    .getBytes(StandardCharsets.US_ASCII);
            for (String each : parts) {
                matches |= MessageDigest.isEqual(wanted, each.getBytes(StandardCharsets.UTF_8));
            }
        }
        if (!matches) {
            return Result.MISMATCH;
        }
        return Duration.between(timestamp, clock.instant()).abs().compareTo(tolerance) > 0
                ? Result.EXPIRED
                : Result.VALID;
    }

    private static byte[] mac(WebhookSecret secret, String id, String seconds, byte[] body) {
        byte[] head = (id + "." + seconds + ".").getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return secret.key().sign(all);
    }

    private static @Nullable String one(@Nullable List<String> values) {
        return values == null || values.size() != 1 ? null : values.get(0);
    }

    private static boolean isId(String id) {
        return id.length() <= ID_LENGTH && id.matches("[A-Za-z0-9_-]+");
    }
}
