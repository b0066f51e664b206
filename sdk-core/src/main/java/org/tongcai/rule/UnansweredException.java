package org.tongcai.rule;

import java.io.Serial;
import org.tongcai.Bilingual;

/**
 * What a {@link Resolver} throws that has the documents asked for, or may have them, but cannot hand them out: they are more than it can
 * hold. The rule that asks is undetermined, with this reason; nothing is ever taken for "in order" because of it.
 */
public final class UnansweredException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Bilingual reason;

    /** With the reason that the report gives. */
    public UnansweredException(Bilingual reason) {
        super(reason.en(), null, false, false);
        this.reason = reason;
    }

    /** Why there is no answer. */
    public Bilingual reason() {
        return reason;
    }
}
