package org.tongcai.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Finding;

/**
 * A call that came to no result. Its kind says what to do: correct something, wait, or look at the network. Data that does not conform is
 * not an exception but a {@link Submission} that was not accepted.
 */
public class ProcurementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /** For what is known of the failure. */
    public ProcurementException(Failure failure) {
        super(text(failure), failure.cause());
        this.failure = failure;
    }

    private static String text(Failure failure) {
        return failure.operation() + ": " + failure.message()
                + (failure.attempts() > 1 ? " (after " + failure.attempts() + " attempts)" : "")
                + (failure.requestId() == null ? "" : " [request " + failure.requestId() + "]");
    }

    /** Everything that is known. */
    public Failure failure() {
        return failure;
    }

    /** The operation, such as {@code submitDocument}. */
    public String operation() {
        return failure.operation();
    }

    /** The id to name when asking the platform; null where nothing was sent. */
    public @Nullable String requestId() {
        return failure.requestId();
    }

    /** The HTTP status; 0 where there was no answer. */
    public int status() {
        return failure.status();
    }

    /** Why the platform refused; null where it did not say. */
    public @Nullable Problem problem() {
        return failure.problem();
    }

    /** What is wrong with a document; empty where it is not about one. */
    public List<Finding> findings() {
        Problem problem = failure.problem();
        return problem == null ? List.of() : problem.findings();
    }

    /** Whether the same call may succeed later, unchanged. */
    public boolean retryable() {
        return failure.retryable();
    }

    static ProcurementException of(Failure failure) {
        int status = failure.status();
        return switch (status) {
            case 401 -> new AuthenticationException(failure);
            case 403 -> new ForbiddenException(failure);
            case 404, 410 -> new NotFoundException(failure);
            case 409 -> new ConflictException(failure);
            case 429 -> new RateLimitedException(failure);
            default ->
                status >= 500
                        ? new ServerException(failure)
                        : status >= 400 ? new InvalidRequestException(failure) : new ProtocolException(failure);
        };
    }
}
