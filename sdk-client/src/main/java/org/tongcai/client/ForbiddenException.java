package org.tongcai.client;

/** The caller is known and may not do this; ask the platform for the scope that the problem names. HTTP 403. */
public final class ForbiddenException extends ProcurementException {
    private static final long serialVersionUID = 1L;

    /** For what is known of the failure. */
    public ForbiddenException(Failure failure) {
        super(failure);
    }
}
