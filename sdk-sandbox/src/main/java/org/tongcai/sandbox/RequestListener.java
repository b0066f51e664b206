package org.tongcai.sandbox;

import org.jspecify.annotations.Nullable;

/** Is told of every request once its answer is there. Called by many threads at a time, and must be quick. */
@FunctionalInterface
public interface RequestListener {
    /** Tells nobody. */
    RequestListener NONE = request -> {};

    /**
     * A request that was answered. Immutable; holds no body, token or query.
     *
     * @param requestId its id
     * @param method method
     * @param path path, as sent
     * @param operation operation id of the service standard; null where there is no such operation
     * @param clientId who asked; null where that was not found out
     * @param status status of the answer
     * @param millis how long it took, in milliseconds
     * @param failure what went wrong in the platform itself; null where nothing did
     */
    record Request(
            String requestId,
            String method,
            String path,
            @Nullable String operation,
            @Nullable String clientId,
            int status,
            long millis,
            @Nullable Throwable failure) {}

    /** A request was answered. */
    void answered(Request request);
}
