package org.tongcai.engine;

import org.jspecify.annotations.Nullable;
import org.tongcai.Check;
import org.tongcai.Finding;

/**
 * A document that cannot be carried over as it is. Leaves {@link Transfer} and becomes findings in {@link Converter}; never seen outside of
 * this package. Where it stands is found out by validating, as refusing is rare.
 */
@SuppressWarnings("serial") // never serialised
final class Refusal extends RuntimeException {
    private static final int ANYWHERE = -1;

    /** It is not what its type demands. */
    static final Refusal UNFIT = new Refusal(null, ANYWHERE);
    /** A list without items, which XML cannot say. */
    static final Refusal EMPTY_LIST = new Refusal(Check.MIN_ITEMS, ANYWHERE);
    /** Written out, it would be larger than documents may be. */
    static final Refusal TOO_LARGE = new Refusal(Check.LIMIT_SIZE, ANYWHERE);

    /** The check that finds it, beside those that find what is always an obstacle; null for none. */
    final @Nullable Check check;

    /** Where it stands, in bytes from the start of the document; negative where the check alone tells. */
    private final int position;

    private Refusal(@Nullable Check check, int position) {
        super(check == null ? "unfit" : check.id(), null, false, false);
        this.check = check;
        this.position = position;
    }

    /** An object of a union that does not say which branch it is of. Other fields may be missing as well, which does not matter here. */
    static Refusal noBranch(int position) {
        return new Refusal(Check.REQUIRED, position);
    }

    /** Whether this is what a finding of the check says. */
    boolean isAt(Finding finding, long start) {
        return position < 0 || finding.byteOffset() < 0 || finding.byteOffset() == start + position;
    }
}
