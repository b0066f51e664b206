package org.tongcai.sandbox;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An application that a tenant lets in. Immutable.
 *
 * @param tenant code of the tenant
 * @param clientId its name, 1 to 64 of {@code A-Za-z0-9._:-}
 * @param secret secret by which it gets tokens; null where it only signs
 * @param scopes what it may do
 */
public record Application(
        String tenant, String clientId, @Nullable String secret, Set<String> scopes) {
    private static final List<String> DOMAINS = List.of(
            "users",
            "qualifications",
            "permissions",
            "products",
            "plans",
            "announcements",
            "tendering",
            "contracts",
            "orders",
            "workflows",
            "supervision",
            "exchange");

    /** Everything that an application may be allowed to do. */
    public static final Set<String> ALL_SCOPES = allScopes();

    public Application {
        if (!clientId.matches("[A-Za-z0-9._:\\-]{1,64}")) {
            throw new IllegalArgumentException("a client id is 1 to 64 of A-Z a-z 0-9 . _ : -");
        }
        scopes = Set.copyOf(scopes);
        if (!ALL_SCOPES.containsAll(scopes)) {
            throw new IllegalArgumentException("there is a scope that the service standard does not have: " + scopes);
        }
    }

    /** One that may do everything. */
    public Application(String tenant, String clientId, @Nullable String secret) {
        this(tenant, clientId, secret, ALL_SCOPES);
    }

    private static Set<String> allScopes() {
        Set<String> all = new TreeSet<>(Set.of("registers:read", "subscriptions", "attachments"));
        for (String domain : DOMAINS) {
            all.add(domain + ":read");
            all.add(domain + ":write");
        }
        return Set.copyOf(all);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Application[" + tenant + ", " + clientId + "]";
    }
}
