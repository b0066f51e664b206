package org.tongcai.signature;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.signature.Verification.Reason;
import org.tongcai.signature.Verification.Refused;
import org.tongcai.signature.Verification.Verified;

/**
 * Verifies requests and responses as the service standard lays down (RFC 9421, label {@code tongcai}). Immutable, safe for threads. What
 * is wrong with a message is a result, never an exception. Nothing is remembered of a message that is refused before its nonce.
 */
public final class MessageVerifier {
    private final KeyResolver keys;
    private final @Nullable NonceStore nonces;
    private final Algorithms algorithms;
    private final Clock clock;
    private final Duration skew;

    private MessageVerifier(
            KeyResolver keys, @Nullable NonceStore nonces, Algorithms algorithms, Clock clock, Duration skew) {
        this.keys = keys;
        this.nonces = nonces;
        this.algorithms = algorithms;
        this.clock = clock;
        this.skew = skew;
    }

    /** For a server: verifies requests. */
    public static MessageVerifier ofRequests(KeyResolver keys, NonceStore nonces) {
        return new MessageVerifier(keys, nonces, Algorithms.jdk(), Clock.systemUTC(), SignatureProfile.SKEW);
    }

    /** For a client: verifies responses, which are bound to a request and need no nonce. */
    public static MessageVerifier ofResponses(KeyResolver keys) {
        return new MessageVerifier(keys, null, Algorithms.jdk(), Clock.systemUTC(), SignatureProfile.SKEW);
    }

    /** With these digests of bodies. */
    public MessageVerifier withAlgorithms(Algorithms other) {
        return new MessageVerifier(keys, nonces, other, clock, skew);
    }

    /** With another clock. */
    public MessageVerifier withClock(Clock other) {
        return new MessageVerifier(keys, nonces, algorithms, other, skew);
    }

    /** With another bound on how far the signer's clock may be off; 300 s by default. */
    public MessageVerifier withSkew(Duration other) {
        if (other.isNegative() || other.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("the skew lies between 0 and an hour");
        }
        return new MessageVerifier(keys, nonces, algorithms, clock, other);
    }

    /**
     * Verifies a message with its body. A {@code Content-Digest} is held against the body even where the signature does not cover it.
     *
     * @param body the body as received, before any Content-Encoding is undone; empty where there is none
     */
    public Verification verify(HttpMessage message, byte[] body) {
        Verification unspent = verify(message, body.length > 0, body);
        return unspent instanceof Verified verified ? spend(verified) : unspent;
    }

    /**
     * Verifies a message whose body is not in memory. The caller must hold the body against {@link ContentDigest#checker} and refuse the
     * message unless it {@link ContentDigest.Match#MATCHES}.
     *
     * @param hasBody whether there is a body of at least one byte
     */
    public Verification verifyBeforeBody(HttpMessage message, boolean hasBody) {
        Verification unspent = verify(message, hasBody, null);
        return unspent instanceof Verified verified ? spend(verified) : unspent;
    }

    private Verification verify(HttpMessage message, boolean hasBody, byte @Nullable [] body) {
        if (message.isRequest() != (nonces != null)) {
            throw new IllegalArgumentException(message.isRequest() ? "made for responses" : "made for requests");
        }
        if (!message.has("signature") && !message.has("signature-input")) {
            return refused(Reason.UNAUTHENTICATED, "报文没有签名", "the message is not signed");
        }
        try {
            ReceivedSignature given = ReceivedSignature.of(message);
            if (given == null) {
                return refused(Reason.UNAUTHENTICATED, "没有标签为 tongcai 的签名", "there is no signature labelled tongcai");
            }
            return verify(message, hasBody, body, given);
        } catch (StructuredParser.MalformedException e) {
            return refused(Reason.INVALID, "签名字段格式错误", "a signature field is malformed: " + e.getMessage());
        } catch (SignatureBase.BaseException e) {
            return new Refused(Reason.INVALID, e.text());
        }
    }

    private Verification verify(HttpMessage message, boolean hasBody, byte @Nullable [] body, ReceivedSignature given)
            throws SignatureBase.BaseException {
        Refused incomplete = complete(message, hasBody, given);
        if (incomplete != null) {
            return incomplete;
        }
        Instant now = clock.instant();
        Instant created = given.created();
        if (Duration.between(created, now).abs().compareTo(skew) > 0
                || given.expires() != null && !now.isBefore(given.expires())) {
            return refused(
                    Reason.EXPIRED,
                    "签名时间与本机时间相差超过 " + skew.toSeconds() + " 秒，请校准时钟后重新签名",
                    "signed more than " + skew.toSeconds()
                            + " s away from the time here; set the clock and sign again");
        }
        Optional<TrustedKey> found = keys.find(given.keyId());
        if (found.isEmpty()) {
            return refused(Reason.UNKNOWN_KEY, "未登记的密钥", "the key is not registered");
        }
        if (!found.get().isValidAt(now)) {
            return refused(Reason.UNKNOWN_KEY, "密钥尚未生效或者已经停用", "the key is not valid yet or no more");
        }
        VerifyingKey key = found.get().key();
        if (!key.algorithm().equals(given.algorithm())) {
            return refused(Reason.INVALID, "签名算法与密钥不符", "the algorithm is not that of the key");
        }
        if (!key.verify(SignatureBase.of(message, given.covered(), given.input()), given.value())) {
            return refused(Reason.INVALID, "签名与报文不符", "the signature does not belong to the message");
        }
        // Only now: nobody without a key makes us compute digests of large bodies.
        Refused differs = body == null ? null : differs(message, body);
        if (differs != null) {
            return differs;
        }
        List<String> covered = new ArrayList<>();
        given.covered().forEach(each -> covered.add(each.write()));
        return new Verified(given.keyId(), given.algorithm(), created, given.nonce(), List.copyOf(covered));
    }

    private @Nullable Refused differs(HttpMessage message, byte[] body) {
        return switch (ContentDigest.check(message, body, algorithms)) {
            case MATCHES, ABSENT -> null;
            case UNKNOWN ->
                refused(Reason.DIGEST_MISMATCH, "Content-Digest 没有受支持的算法", "Content-Digest has no supported algorithm");
            case DIFFERS, MALFORMED ->
                refused(Reason.DIGEST_MISMATCH, "正文与 Content-Digest 不符", "the body is not that of Content-Digest");
        };
    }

    private static @Nullable Refused complete(HttpMessage message, boolean hasBody, ReceivedSignature given) {
        if (!SignatureProfile.TAG.equals(given.tag())) {
            return refused(Reason.INVALID, "tag 应为 tongcai-1", "tag must be tongcai-1");
        }
        for (Component each : SignatureProfile.required(message, hasBody)) {
            if (!given.covered().contains(each)) {
                return refused(
                        Reason.MISSING_COMPONENT,
                        "签名未覆盖 " + each.write(),
                        "the signature does not cover " + each.write());
            }
        }
        if (message.isRequest() && given.nonce() == null) {
            return refused(Reason.MISSING_COMPONENT, "签名缺少 nonce", "the signature has no nonce");
        }
        return null;
    }

    private Verification spend(Verified verified) {
        if (nonces == null || verified.nonce() == null) {
            return verified;
        }
        try {
            // Signed in the future by the skew, it stays valid for twice the skew.
            Instant expires = clock.instant().plus(skew.multipliedBy(2)).plusSeconds(1);
            if (nonces.firstUse(verified.keyId(), verified.nonce(), expires)) {
                return verified;
            }
            return refused(Reason.REPLAYED, "nonce 已经用过，重发须重新签名", "the nonce was used before; sign anew to send again");
        } catch (NonceStore.UnavailableException e) {
            return refused(
                    Reason.UNAVAILABLE, "暂时无法核对 nonce，请稍后重发", "the nonce cannot be checked now; send again later");
        }
    }

    private static Refused refused(Reason reason, String zh, String en) {
        return new Refused(reason, new Bilingual(zh, en));
    }
}
