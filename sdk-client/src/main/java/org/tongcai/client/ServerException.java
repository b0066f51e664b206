package org.tongcai.client;

/** The platform failed; the same call may succeed later. HTTP 5xx. */
public final class ServerException extends ProcurementException {
    private static final long serialVersionUID = 1L;

    /** For what is known of the failure. */
    public ServerException(Failure failure) {
        super(failure);
    }
}
