package org.tongcai.client;

/** The platform cannot make anything of the request; it has to be corrected first. HTTP 400, 405, 406, 413, 415, 416, 422. */
public final class InvalidRequestException extends ProcurementException {
    private static final long serialVersionUID = 1L;

    /** For what is known of the failure. */
    public InvalidRequestException(Failure failure) {
        super(failure);
    }
}
