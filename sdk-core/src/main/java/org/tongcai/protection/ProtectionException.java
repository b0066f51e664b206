package org.tongcai.protection;

import org.tongcai.Bilingual;

/** A document could not be protected, or an envelope not be opened. The texts never show values. */
public final class ProtectionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Bilingual text;

    ProtectionException(String zh, String en) {
        super(en);
        this.text = new Bilingual(zh, en);
    }

    /** The reason. */
    public Bilingual text() {
        return text;
    }
}
