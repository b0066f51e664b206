package org.tongcai.client;

/** The state of things at the platform does not allow it; the problem says which state that is. HTTP 409. */
public final class ConflictException extends ProcurementException {
    private static final long serialVersionUID = 1L;

    /** For what is known of the failure. */
    public ConflictException(Failure failure) {
        super(failure);
    }
}
