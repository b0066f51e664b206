package org.tongcai.sandbox.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.http.Caller;

/** Tenants, their applications, keys, tokens and nonces. Thread-safe. */
public final class Accounts {
    private static final String CALLER = "SELECT a.id, a.tenant_id, a.client_id, t.code, t.name, a.scopes AS granted,"
            + " a.requests_per_minute, a.secret_hash FROM applications a JOIN tenants t ON t.id = a.tenant_id";

    private final Database database;

    public Accounts(Database database) {
        this.database = database;
    }

    /** Adds a tenant; one that is there already stays. */
    public void tenant(String code, String name) {
        database.change(
                h -> h.execute("INSERT INTO tenants (code, name) VALUES (?, ?) ON CONFLICT DO NOTHING", code, name));
    }

    /** Whether there is any tenant. */
    public boolean isEmpty() {
        return database.read(h -> h.createQuery("SELECT COUNT(*) FROM tenants")
                        .mapTo(Long.class)
                        .one())
                == 0;
    }

    /**
     * Adds an application, or changes it.
     *
     * @throws IllegalArgumentException if there is no such tenant, or the client id is another tenant's
     */
    public void application(
            String tenant, String clientId, @Nullable String secretHash, Collection<String> scopes, int requests) {
        database.change(h -> {
            long tenantId = h.createQuery("SELECT id FROM tenants WHERE code = :c")
                    .bind("c", tenant)
                    .mapTo(Long.class)
                    .findOne()
                    .orElseThrow(() -> new IllegalArgumentException("there is no tenant " + tenant));
            String granted = String.join(" ", new TreeSet<>(scopes));
            h.execute(
                    "INSERT INTO applications (tenant_id, client_id, secret_hash, scopes, requests_per_minute)"
                            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    tenantId,
                    clientId,
                    secretHash,
                    granted,
                    requests);
            int changed = h.execute(
                    "UPDATE applications SET secret_hash = ?, scopes = ?, requests_per_minute = ?"
                            + " WHERE client_id = ? AND tenant_id = ?",
                    secretHash,
                    granted,
                    requests,
                    clientId,
                    tenantId);
            if (changed != 1) {
                throw new IllegalArgumentException("the client id " + clientId + " belongs to another tenant");
            }
        });
    }

    /**
     * A key by which requests are verified.
     *
     * @param keyId its id
     * @param algorithm algorithm of its signatures
     * @param material the key as text
     */
    public record Key(String keyId, String algorithm, String material) {}

    /** Adds a key of an application, valid from now on; one that is there already is replaced if it is its own. */
    public void key(String clientId, Key key, long from, @Nullable Long to) {
        database.change(h -> {
            long application = h.createQuery("SELECT id FROM applications WHERE client_id = :c")
                    .bind("c", clientId)
                    .mapTo(Long.class)
                    .findOne()
                    .orElseThrow(() -> new IllegalArgumentException("there is no application " + clientId));
            h.execute("DELETE FROM signature_keys WHERE key_id = ? AND application_id = ?", key.keyId(), application);
            h.execute(
                    "INSERT INTO signature_keys (key_id, application_id, algorithm, material, valid_from, valid_to)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    key.keyId(),
                    application,
                    key.algorithm(),
                    key.material(),
                    from,
                    to);
        });
    }

    /** A key that is valid now. */
    public Optional<Key> key(String keyId, long now) {
        return database.read(h -> h.createQuery("SELECT algorithm, material FROM signature_keys WHERE key_id = :k"
                        + " AND valid_from <= :n AND (valid_to IS NULL OR valid_to > :n)")
                .bind("k", keyId)
                .bind("n", now)
                .map((r, c) -> new Key(keyId, r.getString(1), r.getString(2)))
                .findOne());
    }

    /** Whose key it is. */
    public Optional<Caller> ofKey(String keyId) {
        return database.read(
                h -> h.createQuery(CALLER + " JOIN signature_keys k ON k.application_id = a.id WHERE k.key_id = :k")
                        .bind("k", keyId)
                        .map((r, c) -> caller(r, r.getString("granted"), keyId))
                        .findOne());
    }

    /** An application with the hash of its secret. */
    public record WithSecret(Caller caller, @Nullable String secretHash) {}

    /** The application with a client id. */
    public Optional<WithSecret> ofClient(String clientId) {
        return database.read(h -> h.createQuery(CALLER + " WHERE a.client_id = :c")
                .bind("c", clientId)
                .map((r, c) -> new WithSecret(caller(r, r.getString("granted"), null), r.getString("secret_hash")))
                .findOne());
    }

    /** Whose token it is, with the scopes of the token as far as the application still has them. */
    public Optional<Caller> ofToken(String hash, long now) {
        return database.read(h -> h.createQuery("SELECT x.scopes AS asked, y.* FROM access_tokens x JOIN (" + CALLER
                        + ") y ON y.id = x.application_id WHERE x.token_hash = :h AND x.expires_at > :n")
                .bind("h", hash)
                .bind("n", now)
                .map((r, c) -> {
                    Set<String> scopes =
                            new TreeSet<>(List.of(r.getString("asked").split(" ")));
                    scopes.retainAll(Set.of(r.getString("granted").split(" ")));
                    return caller(r, String.join(" ", scopes), null);
                })
                .findOne());
    }

    private static Caller caller(java.sql.ResultSet r, String scopes, @Nullable String keyId)
            throws java.sql.SQLException {
        Set<String> all = new TreeSet<>(List.of(scopes.split(" ")));
        all.remove("");
        return new Caller(
                r.getLong("id"),
                r.getLong("tenant_id"),
                r.getString("client_id"),
                r.getString("code"),
                r.getString("name"),
                all,
                r.getInt("requests_per_minute"),
                keyId);
    }

    /** Keeps a token. */
    public void token(String hash, long application, String scopes, long expires) {
        database.change(h -> h.execute(
                "INSERT INTO access_tokens (token_hash, application_id, scopes, expires_at) VALUES (?, ?, ?, ?)",
                hash,
                application,
                scopes,
                expires));
    }

    /** Takes a nonce; false where it was taken before. */
    public boolean nonce(String keyId, String nonce, long expires) {
        return database.transaction(h -> h.execute(
                        "INSERT INTO nonces (key_id, nonce, expires_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        keyId,
                        nonce,
                        expires)
                == 1);
    }

    /** A setting; made by {@code otherwise} where it is not there, and the same for all who ask at once. */
    public String setting(String name, java.util.function.Supplier<String> otherwise) {
        return database.transaction(h -> {
            h.execute(
                    "INSERT INTO settings (name, setting) VALUES (?, ?) ON CONFLICT DO NOTHING", name, otherwise.get());
            return setting(h, name);
        });
    }

    private static String setting(Handle h, String name) {
        return h.createQuery("SELECT setting FROM settings WHERE name = :n")
                .bind("n", name)
                .mapTo(String.class)
                .one();
    }

    /** Forgets what has run out. */
    public void clean(long now) {
        for (String table : List.of("access_tokens", "nonces", "idempotency")) {
            database.change(h -> h.execute("DELETE FROM " + table + " WHERE expires_at < ?", now));
        }
    }
}
