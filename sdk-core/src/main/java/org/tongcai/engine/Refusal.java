package org.tongcai.engine;

/**
 * A document that cannot be carried over as it is. Leaves {@link Transfer} and becomes findings in {@link Converter}; never seen outside of
 * this package. Carries nothing: why is found out by validating, as refusing is rare.
 */
@SuppressWarnings("serial") // never serialised
final class Refusal extends RuntimeException {
    /** It is not what its type demands. */
    static final Refusal UNFIT = new Refusal("unfit");
    /** Written out, it would be larger than documents may be. */
    static final Refusal TOO_LARGE = new Refusal("too large");

    private Refusal(String message) {
        super(message, null, false, false);
    }
}
