package org.tongcai.client;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a call that failed. Immutable.
 *
 * @param operation the operation, as the service standard names it; such as {@code submitDocument}
 * @param message what happened
 * @param requestId the id under which the platform knows the request; null where nothing was sent
 * @param status the HTTP status; 0 where there was no answer
 * @param problem why the platform refused; null where it did not say, or there was no answer
 * @param attempts how many requests were sent
 * @param retryable whether the same call may succeed later, unchanged
 * @param cause what was behind it; null for none
 */
public record Failure(
        String operation,
        String message,
        @Nullable String requestId,
        int status,
        @Nullable Problem problem,
        int attempts,
        boolean retryable,
        @Nullable Throwable cause) {}
