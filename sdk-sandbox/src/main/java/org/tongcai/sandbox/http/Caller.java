package org.tongcai.sandbox.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls. Immutable.
 *
 * @param applicationId id of the application in the database
 * @param tenantId id of its tenant in the database
 * @param clientId name of the application
 * @param tenantCode code of the tenant
 * @param tenantName name of the tenant
 * @param scopes what it may do
 * @param requestsPerMinute how often it may ask
 * @param keyId key that signed the request; null for a token
 */
public record Caller(
        long applicationId,
        long tenantId,
        String clientId,
        String tenantCode,
        String tenantName,
        Set<String> scopes,
        int requestsPerMinute,
        @Nullable String keyId) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it has a scope. */
    public boolean may(String scope) {
        return scopes.contains(scope);
    }

    /**
     * Refuses who does not have a scope.
     *
     * @throws ProblemException {@code insufficient-scope}
     */
    public void require(String scope) {
        if (!may(scope)) {
            throw new ProblemException("insufficient-scope", "the scope " + scope + " is missing").with("scope", scope);
        }
    }
}
