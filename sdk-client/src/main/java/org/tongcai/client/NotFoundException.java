package org.tongcai.client;

/** There is no such thing, or no more. HTTP 404 and 410. */
public final class NotFoundException extends ProcurementException {
    private static final long serialVersionUID = 1L;

    /** For what is known of the failure. */
    public NotFoundException(Failure failure) {
        super(failure);
    }
}
