package org.tongcai.layout;

import org.tongcai.Bilingual;

/** A document that cannot be printed at all: not JSON, not an object, or beyond the limits. Faults of its content are no reason. */
public final class LayoutException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Bilingual reason;

    LayoutException(String zh, String en) {
        super(en);
        this.reason = new Bilingual(zh, en);
    }

    /** Why, for people. */
    public Bilingual reason() {
        return reason;
    }
}
