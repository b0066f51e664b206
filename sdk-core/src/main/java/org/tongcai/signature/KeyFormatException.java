package org.tongcai.signature;

import java.io.Serial;
import org.tongcai.Bilingual;

/** What should be a key is none, or none of a known algorithm. The texts never show key material. */
public final class KeyFormatException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Bilingual text;

    /** With the reason in both languages. */
    public KeyFormatException(String zh, String en) {
        super(en);
        this.text = new Bilingual(zh, en);
    }

    /** The reason. */
    public Bilingual text() {
        return text;
    }
}
