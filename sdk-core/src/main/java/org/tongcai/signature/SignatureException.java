package org.tongcai.signature;

/** A signature could not be made: an unusable key, an algorithm that is not installed. Never thrown because of what somebody sent. */
public final class SignatureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Because of that. */
    public SignatureException(String message, Throwable cause) {
        super(message, cause);
    }

    /** For that reason. */
    public SignatureException(String message) {
        super(message);
    }
}
