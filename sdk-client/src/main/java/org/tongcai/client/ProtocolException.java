package org.tongcai.client;

/** An answer came that is not one of the service standard, or whose signature or digest does not hold: a proxy, an attacker or a faulty platform in between. */
public final class ProtocolException extends ProcurementException {
    private static final long serialVersionUID = 1L;

    /** For what is known of the failure. */
    public ProtocolException(Failure failure) {
        super(failure);
    }
}
