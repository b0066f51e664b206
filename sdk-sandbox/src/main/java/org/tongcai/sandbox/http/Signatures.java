package org.tongcai.sandbox.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.store.Accounts;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.HttpMessage;
import org.tongcai.signature.KeyFormatException;
import org.tongcai.signature.Keys;
import org.tongcai.signature.MessageSigner;
import org.tongcai.signature.MessageVerifier;
import org.tongcai.signature.SigningKey;
import org.tongcai.signature.TrustedKey;
import org.tongcai.signature.Verification;

/**
 * Verifies the signatures of requests, and signs the responses to them: with the same shared secret, or with the platform's own key of the
 * same algorithm. Keys and nonces are in the database. Thread-safe.
 */
public final class Signatures {
    private static final byte[] NOTHING = {};

    /** Digests of the online binding (section 8.2); others that are installed are verified where they come, but not offered. */
    public static final Set<String> DIGESTS = Set.of("sha-256", "sm3");

    private final Accounts accounts;
    private final Algorithms algorithms;
    private final MessageVerifier verifier;
    private final String scheme;
    private final Map<String, SigningKey> own = new ConcurrentHashMap<>();

    /**
     * @param scheme {@code http} or {@code https}, as clients see it
     * @param skew how far the clocks of others may be off
     */
    public Signatures(Accounts accounts, Algorithms algorithms, String scheme, Duration skew) {
        this.accounts = accounts;
        this.algorithms = algorithms;
        this.scheme = scheme;
        this.verifier = MessageVerifier.ofRequests(
                        this::key, (keyId, nonce, expires) -> accounts.nonce(keyId, nonce, expires.toEpochMilli()))
                .withAlgorithms(algorithms)
                .withSkew(skew);
    }

    private Optional<TrustedKey> key(String keyId) {
        return accounts.key(keyId, System.currentTimeMillis()).map(key -> {
            try {
                return new TrustedKey(Keys.readVerifying(key.keyId(), key.material(), algorithms));
            } catch (KeyFormatException e) {
                throw new IllegalStateException("the key " + key.keyId() + " cannot be read", e);
            }
        });
    }

    /** A request as signatures see it. */
    HttpMessage message(HttpServletRequest request) {
        String host = request.getHeader("Host");
        HttpMessage.Builder message = HttpMessage.request(
                request.getMethod(),
                scheme,
                host == null ? request.getServerName() + ":" + request.getServerPort() : host,
                request.getRequestURI(),
                request.getQueryString());
        for (String name : Collections.list(request.getHeaderNames())) {
            Collections.list(request.getHeaders(name)).forEach(value -> message.field(name, value));
        }
        return message.build();
    }

    /**
     * Who signed a request.
     *
     * @throws ProblemException if the signature is not to be trusted
     */
    Caller verify(HttpMessage message, byte[] body) {
        Verification verification = verifier.verify(message, body);
        if (verification instanceof Verification.Refused refused) {
            ProblemException problem =
                    new ProblemException(refused.reason().code(), refused.text().en());
            if (refused.reason() == Verification.Reason.UNAVAILABLE) {
                problem.header("Retry-After", "1");
            }
            throw problem;
        }
        String keyId = ((Verification.Verified) verification).keyId();
        return accounts.ofKey(keyId)
                .orElseThrow(() -> new ProblemException("unknown-key", "nobody has the key any more"));
    }

    /** The headers that sign a response. */
    Map<String, String> sign(Response response, HttpMessage request, String keyId) {
        HttpMessage.Builder message = HttpMessage.response(response.status(), request);
        response.headers().forEach(message::field);
        byte @Nullable [] body = response.body();
        MessageSigner signer = MessageSigner.of(signer(keyId));
        return response.content() == null
                ? signer.sign(message.build(), body == null ? NOTHING : body)
                : signer.sign(message.build(), true);
    }

    private SigningKey signer(String keyId) {
        Accounts.Key key = accounts.key(keyId, System.currentTimeMillis())
                .orElseThrow(() -> new IllegalStateException("the key " + keyId + " is gone"));
        if (!key.algorithm().equals("hmac-sha256")) {
            return platformKey(key.algorithm());
        }
        try {
            return Keys.readSigning(keyId, key.material(), algorithms);
        } catch (KeyFormatException e) {
            throw new IllegalStateException("the key " + keyId + " cannot be read", e);
        }
    }

    private SigningKey platformKey(String algorithm) {
        return own.computeIfAbsent(algorithm, name -> {
            try {
                return Keys.readSigning(null, privateKey(name), algorithms);
            } catch (KeyFormatException e) {
                throw new IllegalStateException("the key of the platform cannot be read", e);
            }
        });
    }

    private String privateKey(String algorithm) {
        return accounts.setting(
                "key-" + algorithm,
                () -> Keys.generate(algorithm, "platform-" + Ids.next(algorithm), algorithms)
                        .privateJwk());
    }

    /**
     * The public key by which responses of an algorithm are verified, as JWK.
     *
     * @throws IllegalArgumentException for an algorithm that is not installed
     */
    public String publicKey(String algorithm) {
        String jwk = privateKey(algorithm);
        // The private part is one member; what is left is the public key (RFC 7517 section 9.3).
        Map<String, Object> members = Json.parse(jwk.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        members.remove("d");
        return Json.text(members);
    }

    /** Names of the algorithms. */
    public Set<String> algorithmNames() {
        return algorithms.keyNames();
    }

    /** Names of the digest algorithms that the service standard has and that are installed. */
    public Set<String> digestNames() {
        Set<String> names = new TreeSet<>(DIGESTS);
        names.retainAll(algorithms.digestNames());
        return names;
    }

    Algorithms algorithms() {
        return algorithms;
    }
}
