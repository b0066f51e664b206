package org.tongcai.engine;

import org.jspecify.annotations.Nullable;
import org.tongcai.Check;
import org.tongcai.Finding;
import org.tongcai.input.Slice;

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
    /** Written out, it would be larger than documents may be. */
    static final Refusal TOO_LARGE = new Refusal(Check.LIMIT_SIZE);

    /** The check that finds it, beside those that find what is always an obstacle; null for none. */
    private final @Nullable Check check;

    /** Where the check finds it; -1 where all that it finds are obstacles. */
    private final int position;

    private Refusal(@Nullable Check check) {
        this(check, -1);
    }

    private Refusal(@Nullable Check check, int position) {
        super(check == null ? "unfit" : check.id(), null, false, false);
        this.check = check;
        this.position = position;
    }

    /** An object of a union, at that position, that does not say of which branch it is. */
    static Refusal noBranch(int position) {
        return new Refusal(Check.REQUIRED, position);
    }

    /** Whether this finding is about what was refused. */
    boolean isAbout(Finding finding, Slice document) {
        return check != null
                && check.id().equals(finding.ruleId())
                && (position < 0 || finding.byteOffset() == document.startByte() + position);
    }
}
