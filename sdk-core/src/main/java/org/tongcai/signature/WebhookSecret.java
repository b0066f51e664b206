package org.tongcai.signature;

import java.security.SecureRandom;
import java.util.Base64;

/** The secret of a subscription. Immutable; {@code toString} does not show it. */
public final class WebhookSecret {
    private static final String PREFIX = "whsec_";
    private static final int LEAST = 32;
    private static final int MOST = 64;

    private final byte[] bytes;
    private final SharedKey key;

    private WebhookSecret(byte[] bytes) {
        this.bytes = bytes;
        this.key = Keys.hmacSha256("webhook", bytes);
    }

    /** A new one of 32 random bytes. */
    public static WebhookSecret generate() {
        byte[] bytes = new byte[LEAST];
        new SecureRandom().nextBytes(bytes);
        return new WebhookSecret(bytes);
    }

    /**
     * Out of its text.
     *
     * @param text {@code whsec_} and base64 of 32 to 64 bytes
     * @throws KeyFormatException where it is something else
     */
    public static WebhookSecret parse(String text) throws KeyFormatException {
        try {
            byte[] bytes =
                    text.startsWith(PREFIX) ? Base64.getDecoder().decode(text.substring(PREFIX.length())) : new byte[0];
            if (bytes.length >= LEAST && bytes.length <= MOST) {
                return new WebhookSecret(bytes);
            }
        } catch (IllegalArgumentException e) {
            // Told below; the message of the decoder would show a part of the secret.
        }
        throw new KeyFormatException(
                "事件订阅的密钥应为 whsec_ 加 32 至 64 字节的 base64",
                "the secret of a subscription is whsec_ and base64 of 32 to 64 bytes");
    }

    /** {@code whsec_…}, to be shown once and stored protected. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    SharedKey key() {
        return key;
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
