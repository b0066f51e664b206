package org.tongcai.identifier;

import org.tongcai.identifier.IdentifierProblem.Reason;

/** Identifiers of nothing but ASCII digits in which all zeros is a placeholder: post codes and bank accounts. */
final class DigitScheme extends Scheme {

    private final Words lengths;
    private final boolean personal;

    private DigitScheme(String id, int min, int max, Words lengths, boolean personal) {
        super(id, min, max);
        this.lengths = lengths;
        this.personal = personal;
    }

    static DigitScheme postCode() {
        return new DigitScheme("postCode", 6, 6, new Words("应为 6 位", "should be 6"), false);
    }

    /** Corporate accounts carry no check digit and the length differs from bank to bank. */
    static DigitScheme bankAccount() {
        return new DigitScheme("bankAccount", 8, 32, new Words("应为 8 至 32 位", "should be 8 to 32"), true);
    }

    @Override
    int scan(char[] text, int offset, int length) {
        int wrong = firstNonDigit(text, offset, 0, length);
        if (wrong >= 0) {
            return Fault.of(Reason.CHARACTER, wrong);
        }
        return isAllZero(text, offset, offset + length) ? Fault.of(Reason.RESERVED, 0) : Fault.NONE;
    }

    @Override
    Words explain(int fault, char[] text) {
        return ALL_ZERO;
    }

    @Override
    Words lengths() {
        return lengths;
    }

    @Override
    Words allowed(int fault) {
        return DIGIT;
    }

    @Override
    String normalise(String text) {
        return Normal.unspaced(super.normalise(text));
    }

    @Override
    String mask(String text) {
        return personal ? Mask.ends(text, 0, 4, 8) : text;
    }
}
