package org.tongcai.client;

/**
 * A push that could not go on. What the platform confirmed until then stays; with a journal, pushing the same source again goes on from
 * there, and without one it is safe as well, as a platform takes the same document once.
 */
public final class PushException extends ProcurementException {
    private static final long serialVersionUID = 1L;

    private final transient PushReport report;

    PushException(PushReport report, Throwable cause) {
        super(failure(cause));
        this.report = report;
    }

    private static Failure failure(Throwable cause) {
        String text = "the push stopped: "
                + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
        if (cause instanceof ProcurementException known) {
            Failure f = known.failure();
            return new Failure(
                    "submitBatch", text, f.requestId(), f.status(), f.problem(), f.attempts(), f.retryable(), cause);
        }
        return new Failure("submitBatch", text, null, 0, null, 0, false, cause);
    }

    /** What was achieved until then. */
    public PushReport report() {
        return report;
    }
}
