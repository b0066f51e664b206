package org.tongcai.client;

/** No answer came: no connection, a connection that broke, a time that ran out, a call that was cancelled. The platform may or may not have acted; calling again is safe for whatever the client repeats by itself. */
public final class TransportException extends ProcurementException {
    private static final long serialVersionUID = 1L;

    /** For what is known of the failure. */
    public TransportException(Failure failure) {
        super(failure);
    }
}
