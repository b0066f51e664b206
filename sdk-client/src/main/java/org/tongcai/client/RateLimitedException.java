package org.tongcai.client;

/** The platform asks for fewer requests, for longer than the retry policy waits. HTTP 429. */
public final class RateLimitedException extends ProcurementException {
    private static final long serialVersionUID = 1L;

    /** For what is known of the failure. */
    public RateLimitedException(Failure failure) {
        super(failure);
    }
}
