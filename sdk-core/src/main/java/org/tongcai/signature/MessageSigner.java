package org.tongcai.signature;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Signs requests and responses as the service standard lays down (RFC 9421, label {@code tongcai}). Immutable, safe for threads.
 */
public final class MessageSigner {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 18;

    private final SigningKey key;
    private final Clock clock;
    private final DigestAlgorithm digest;
    private final Supplier<String> nonces;
    private final List<String> more;

    private MessageSigner(
            SigningKey key, Clock clock, DigestAlgorithm digest, Supplier<String> nonces, List<String> more) {
        this.key = key;
        this.clock = clock;
        this.digest = digest;
        this.nonces = nonces;
        this.more = more;
    }

    /** Signs with that key, the system's clock, SHA-256 and random nonces. */
    public static MessageSigner of(SigningKey key) {
        KeyIds.check(key.keyId());
        return new MessageSigner(key, Clock.systemUTC(), DigestAlgorithm.SHA_256, MessageSigner::nonce, List.of());
    }

    /** With another clock. */
    public MessageSigner withClock(Clock other) {
        return new MessageSigner(key, other, digest, nonces, more);
    }

    /** With another digest of bodies, such as SM3. */
    public MessageSigner withDigest(DigestAlgorithm other) {
        return new MessageSigner(key, clock, other, nonces, more);
    }

    /** With nonces from elsewhere: 16 to 128 characters of {@code A-Za-z0-9._~-}, none twice. For test vectors. */
    public MessageSigner withNonces(Supplier<String> other) {
        return new MessageSigner(key, clock, digest, other, more);
    }

    /** Covers these fields as well, where a message has them; names in any case. */
    public MessageSigner covering(String... fields) {
        List<String> all = new ArrayList<>(more);
        for (String each : fields) {
            all.add(each.toLowerCase(Locale.ROOT));
        }
        return new MessageSigner(key, clock, digest, nonces, List.copyOf(all));
    }

    /** The id of the key. */
    public String keyId() {
        return key.keyId();
    }

    /**
     * The fields to add: {@code Content-Digest} where there is a body and the message has none yet, {@code Signature-Input},
     * {@code Signature}. A response needs the request with its signature.
     *
     * @param body the body as it will be sent; empty where there is none
     * @throws IllegalArgumentException where the message cannot be signed: no {@code Content-Type} for a body, already signed, a response
     *     to a request that is not signed, field values beyond ASCII
     */
    public Map<String, String> sign(HttpMessage message, byte[] body) {
        Map<String, String> added = new LinkedHashMap<>();
        HttpMessage whole = message;
        if (body.length > 0 && !message.has(ContentDigest.FIELD)) {
            String value = ContentDigest.of(digest, body);
            added.put(ContentDigest.FIELD, value);
            whole = message.with(ContentDigest.FIELD, value);
        }
        added.putAll(sign(whole, body.length > 0));
        return added;
    }

    /**
     * The fields to add for a body that is not in memory, whose {@code Content-Digest} the message already has.
     *
     * @param hasBody whether there is a body of at least one byte
     */
    public Map<String, String> sign(HttpMessage message, boolean hasBody) {
        if (message.has("signature") || message.has("signature-input")) {
            throw new IllegalArgumentException("the message is already signed");
        }
        List<Component> covered = SignatureProfile.required(message, hasBody);
        for (String each : more) {
            Component component = Component.of(each);
            if (message.has(each) && !covered.contains(component)) {
                covered.add(component);
            }
        }
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("created", clock.instant().getEpochSecond());
        if (message.isRequest()) {
            params.put("nonce", nonces.get());
        }
        params.put("keyid", key.keyId());
        params.put("alg", key.algorithm());
        params.put("tag", SignatureProfile.TAG);
        List<Structured.Item> items = new ArrayList<>();
        for (Component each : covered) {
            items.add(new Structured.Item(each.name(), each.params()));
        }
        Structured.InnerList input = new Structured.InnerList(items, params);
        byte[] base;
        try {
            base = SignatureBase.of(message, covered, input);
        } catch (SignatureBase.BaseException e) {
            throw new IllegalArgumentException("cannot be signed: " + e.getMessage(), e);
        }
        Map<String, String> added = new LinkedHashMap<>();
        added.put("Signature-Input", SignatureProfile.LABEL + "=" + input.write());
        added.put("Signature", SignatureProfile.LABEL + "=" + Structured.bare(Structured.Bytes.of(key.sign(base))));
        return added;
    }

    private static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "signs with " + key;
    }
}
