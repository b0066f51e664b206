package org.tongcai.engine;

import org.jspecify.annotations.Nullable;
import org.tongcai.Check;

/**
 * A document that cannot be carried over as it is. Leaves {@link Transfer} and becomes findings in {@link Converter}; never seen outside of
 * this package. Where it stands is found out by validating, as refusing is rare.
 */
@SuppressWarnings("serial") // never serialised
final class Refusal extends RuntimeException {
    /** It is not what its type demands. */
    static final Refusal UNFIT = new Refusal(null);
    /** A list without items, which XML cannot say. */
    static final Refusal EMPTY_LIST = new Refusal(Check.MIN_ITEMS);
    /** An object of a union that does not say which branch it is of. */
    static final Refusal NO_BRANCH = new Refusal(Check.REQUIRED);
    /** Written out, it would be larger than documents may be. */
    static final Refusal TOO_LARGE = new Refusal(Check.LIMIT_SIZE);

    /** The check that finds it, beside those that find what is always an obstacle; null for none. */
    final @Nullable Check check;

    private Refusal(@Nullable Check check) {
        super(check == null ? "unfit" : check.id(), null, false, false);
        this.check = check;
    }
}
