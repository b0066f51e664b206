package org.tongcai.client;

import java.util.Objects;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.KeyResolver;
import org.tongcai.signature.SigningKey;

/** Who the client is. Immutable; {@code toString} never shows a secret. */
public abstract sealed class Credentials {
    private Credentials() {}

    /** No authentication: enough for capabilities and health. */
    public static Credentials none() {
        return new None();
    }

    /**
     * OAuth 2 client credentials (RFC 6749, section 4.4): a token is fetched from the platform, kept in memory and renewed in time.
     *
     * @param clientId as registered with the platform
     * @param clientSecret never logged
     */
    public static Credentials clientSecret(String clientId, String clientSecret) {
        if (clientId.isBlank() || clientSecret.isEmpty()) {
            throw new IllegalArgumentException("client id and secret must not be empty");
        }
        return new ClientSecret(clientId, clientSecret);
    }

    /**
     * Signatures (RFC 9421) on requests, and demanded on answers.
     *
     * @param key the own key, registered with the platform
     * @param platform finds the keys of the platform; such as {@link org.tongcai.signature.KeyRing}
     */
    public static Credentials signing(SigningKey key, KeyResolver platform) {
        return signing(key, platform, Algorithms.installed());
    }

    /** As {@link #signing(SigningKey, KeyResolver)}, with these algorithms; for national cryptography out of a module of its own. */
    public static Credentials signing(SigningKey key, KeyResolver platform, Algorithms algorithms) {
        return new Signing(key, platform, algorithms);
    }

    static final class None extends Credentials {
        @Override
        public String toString() {
            return "no credentials";
        }
    }

    static final class ClientSecret extends Credentials {
        final String id;
        final String secret;

        private ClientSecret(String id, String secret) {
            this.id = id;
            this.secret = secret;
        }

        @Override
        public String toString() {
            return "client " + id + ", secret …";
        }
    }

    static final class Signing extends Credentials {
        final SigningKey key;
        final KeyResolver platform;
        final Algorithms algorithms;

        private Signing(SigningKey key, KeyResolver platform, Algorithms algorithms) {
            this.key = Objects.requireNonNull(key, "key");
            this.platform = Objects.requireNonNull(platform, "platform");
            this.algorithms = Objects.requireNonNull(algorithms, "algorithms");
        }

        @Override
        public String toString() {
            return "key " + key.keyId();
        }
    }
}
