package org.tongcai.engine;

import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.Citation;

/**
 * The document cannot be read on: it is malformed, or a limit is reached. Leaves the plan and becomes a finding in {@link Engine};
 * never seen outside of this package. Carries no stack trace, because it is the normal answer to bad bytes.
 */
@SuppressWarnings("serial") // never serialised
final class Fault extends RuntimeException {
    final Check check;
    final int position;
    final Bilingual detail;
    /** What says so; null where the check tells. */
    final transient @Nullable Citation citation;

    Fault(Check check, int position, Bilingual detail) {
        this(check, position, detail, null);
    }

    Fault(Check check, int position, Bilingual detail, @Nullable Citation citation) {
        super(check.id(), null, false, false);
        this.check = check;
        this.position = position;
        this.detail = detail;
        this.citation = citation;
    }

    static Fault json(int position, String zh, String en) {
        return new Fault(Check.SYNTAX_JSON, position, new Bilingual(zh, en));
    }

    static Fault encoding(int position, String zh, String en) {
        return new Fault(Check.SYNTAX_ENCODING, position, new Bilingual(zh, en));
    }

    static Fault limit(Check check, int position, int bound) {
        String figure = Integer.toString(bound);
        return new Fault(check, position, new Bilingual(figure, figure));
    }
}
