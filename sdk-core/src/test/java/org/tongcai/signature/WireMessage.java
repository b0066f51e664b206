package org.tongcai.signature;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A signed message as named parts of bytes, so that any byte can be altered. */
record WireMessage(Map<String, byte[]> parts) {
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    static final SharedKey HMAC =
            Keys.hmacSha256("client-1", "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    private static final byte[] BODY =
            "{\"header\":{\"documentType\":\"order\",\"title\":\"通采\"}}".getBytes(StandardCharsets.UTF_8);

    static WireMessage request(SigningKey key) {
        HttpMessage request = HttpMessage.request(
                        "POST", "https", "platform.example", "/tongcai/v1/documents", "dryRun=true")
                .field("Content-Type", "application/json")
                .field("Idempotency-Key", "9f1c2a7e")
                .build();
        Map<String, byte[]> parts = new LinkedHashMap<>();
        put(parts, "method", "POST");
        put(parts, "authority", "platform.example");
        put(parts, "path", "/tongcai/v1/documents");
        put(parts, "query", "dryRun=true");
        put(parts, "Content-Type", "application/json");
        put(parts, "Idempotency-Key", "9f1c2a7e");
        MessageSigner.of(key).withClock(CLOCK).sign(request, BODY).forEach((name, value) -> put(parts, name, value));
        parts.put("body", BODY);
        return new WireMessage(parts);
    }

    /** The response, of which request it is included: its signature may be altered too. */
    static WireMessage response(SigningKey key) {
        WireMessage request = request(key);
        HttpMessage response = HttpMessage.response(422, request.message())
                .field("Content-Type", "application/problem+json")
                .build();
        Map<String, byte[]> parts = new LinkedHashMap<>();
        put(parts, "status", "422");
        put(parts, "Content-Type", "application/problem+json");
        MessageSigner.of(key).withClock(CLOCK).sign(response, BODY).forEach((name, value) -> put(parts, name, value));
        parts.put("body", BODY);
        parts.put("request signature", request.parts.get("Signature"));
        return new WireMessage(parts);
    }

    WireMessage with(String part, byte[] bytes) {
        Map<String, byte[]> copy = new LinkedHashMap<>(parts);
        copy.put(part, bytes);
        return new WireMessage(copy);
    }

    /** With one byte replaced. */
    WireMessage with(String part, int index, int value) {
        byte[] altered = parts.get(part).clone();
        altered[index] = (byte) value;
        return with(part, altered);
    }

    boolean verifies(VerifyingKey key) {
        List<VerifyingKey> keys = new ArrayList<>(List.of(key));
        MessageVerifier verifier = parts.containsKey("status")
                ? MessageVerifier.ofResponses(KeyRing.of(keys.toArray(new VerifyingKey[0])))
                : MessageVerifier.ofRequests(KeyRing.of(key), new MemoryNonceStore(CLOCK));
        return verifier.withClock(CLOCK).verify(message(), parts.get("body")) instanceof Verification.Verified;
    }

    HttpMessage message() {
        HttpMessage.Builder builder = parts.containsKey("status")
                ? HttpMessage.response(
                        status(),
                        HttpMessage.request("POST", "https", "platform.example", "/", null)
                                .field("Signature", text("request signature"))
                                .build())
                : HttpMessage.request(text("method"), "https", text("authority"), text("path"), text("query"));
        for (String each : parts.keySet()) {
            if (Character.isUpperCase(each.charAt(0))) {
                builder.field(each, text(each));
            }
        }
        return builder.build();
    }

    private int status() {
        try {
            return Integer.parseInt(text("status"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String text(String part) {
        return new String(parts.get(part), StandardCharsets.ISO_8859_1);
    }

    private static void put(Map<String, byte[]> parts, String name, String value) {
        parts.put(name, value.getBytes(StandardCharsets.ISO_8859_1));
    }
}
