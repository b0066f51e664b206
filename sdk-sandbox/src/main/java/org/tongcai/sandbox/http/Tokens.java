package org.tongcai.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.store.Accounts;
import org.tongcai.sandbox.submission.Sha256;

/** OAuth 2.0 client credentials (RFC 6749 section 4.4). Secrets and tokens are kept as hashes only. Thread-safe. */
public final class Tokens {
    /** How long a token is valid. */
    private static final int SECONDS = 3_600;

    /** Secrets are made by machines and long; the rounds protect those that are not. */
    private static final int ROUNDS = 60_000;

    private final Accounts accounts;
    /** Hashing as long for unknown clients as for known ones: the time tells nobody which exist. */
    private final String nobody = hash(Base64.getEncoder().encodeToString(Ids.random(32)));

    public Tokens(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The hash of a secret, with salt. */
    public static String hash(String secret) {
        byte[] salt = Ids.random(16);
        Base64.Encoder base64 = Base64.getEncoder();
        return ROUNDS + ":" + base64.encodeToString(salt) + ":" + base64.encodeToString(derive(secret, salt, ROUNDS));
    }

    private static boolean matches(String secret, String hash) {
        String[] parts = hash.split(":");
        byte[] salt = Base64.getDecoder().decode(parts[1]);
        byte[] expected = Base64.getDecoder().decode(parts[2]);
        return MessageDigest.isEqual(expected, derive(secret, salt, Integer.parseInt(parts[0])));
    }

    private static byte[] derive(String secret, byte[] salt, int rounds) {
        try {
            PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), salt, rounds, 256);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2", e);
        }
    }

    /** Whose token it is. */
    Optional<Caller> caller(String token) {
        return accounts.ofToken(Sha256.hex(token.getBytes(StandardCharsets.UTF_8)), System.currentTimeMillis());
    }

    /** The operation issueToken. */
    public Response issue(Exchange exchange) {
        if (!exchange.mediaType().equals("application/x-www-form-urlencoded")) {
            return error(400, "invalid_request", "the body must be a form");
        }
        Optional<Accounts.WithSecret> client = client(exchange);
        if (client.isEmpty()) {
            return error(401, "invalid_client", "client id or secret is wrong")
                    .header("WWW-Authenticate", "Basic realm=\"tongcai\"");
        }
        Form form = Form.parse(exchange.body());
        if (form == null || form.value("grant_type") == null) {
            return error(400, "invalid_request", "grant_type is missing or given twice");
        }
        if (!"client_credentials".equals(form.value("grant_type"))) {
            return error(400, "unsupported_grant_type", "only client_credentials is offered");
        }
        Set<String> granted = client.get().caller().scopes();
        String asked = form.value("scope");
        Set<String> scopes = asked == null || asked.isBlank()
                ? new TreeSet<>(granted)
                : new TreeSet<>(List.of(asked.trim().split(" +")));
        if (!granted.containsAll(scopes)) {
            return error(400, "invalid_scope", "a scope that was not granted is asked for");
        }
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(Ids.random(32));
        String all = String.join(" ", scopes);
        accounts.token(
                Sha256.hex(token.getBytes(StandardCharsets.UTF_8)),
                client.get().caller().applicationId(),
                all,
                System.currentTimeMillis() + SECONDS * 1_000L);
        return Response.json(
                        200,
                        Json.object("access_token", token, "token_type", "Bearer", "expires_in", SECONDS, "scope", all))
                .header("Cache-Control", "no-store");
    }

    private Optional<Accounts.WithSecret> client(Exchange exchange) {
        String header = exchange.header("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6) || header.length() > 2_000) {
            return Optional.empty();
        }
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = pair.indexOf(':');
        String id = Form.decode(colon < 0 ? pair : pair.substring(0, colon));
        String secret = colon < 0 ? null : Form.decode(pair.substring(colon + 1));
        if (id == null || secret == null) {
            return Optional.empty();
        }
        Optional<Accounts.WithSecret> found = accounts.ofClient(id);
        @Nullable String hash = found.map(Accounts.WithSecret::secretHash).orElse(null);
        return matches(secret, hash == null ? nobody : hash) && hash != null ? found : Optional.empty();
    }

    private static Response error(int status, String error, String description) {
        return Response.json(status, Json.object("error", error, "error_description", description))
                .header("Cache-Control", "no-store");
    }
}
