package org.tongcai.compiler.models;

/** The standard says something that cannot be put into Java classes, or the classes cannot be written. A fault of the standard or of the disk. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the reason, in words for the editor of the standard. */
    public ModelException(String message) {
        super(message);
    }

    /** With the reason and its cause. */
    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
