package org.tongcai.client;

/** The platform does not know who calls, or does not believe it: credentials, key, clock. HTTP 401. */
public final class AuthenticationException extends ProcurementException {
    private static final long serialVersionUID = 1L;

    /** For what is known of the failure. */
    public AuthenticationException(Failure failure) {
        super(failure);
    }
}
