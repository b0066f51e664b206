package org.tongcai.identifier;

import org.tongcai.identifier.IdentifierProblem.Reason;

/** {@code 20 digits} (fully digital), {@code 8 digits}, or {@code 10 or 12 digits of code - 8 digits of number}. */
final class InvoiceNumberScheme extends Scheme {

    static final int DIGITAL = 20;
    static final int PAPER = 8;

    InvoiceNumberScheme() {
        super("invoiceNumber", PAPER, 12 + 1 + PAPER);
    }

    @Override
    int scan(char[] text, int offset, int length) {
        boolean withCode = length == 10 + 1 + PAPER || length == 12 + 1 + PAPER;
        if (length != DIGITAL && length != PAPER && !withCode) {
            return Fault.LENGTH;
        }
        int hyphen = withCode ? length - PAPER - 1 : 0;
        int wrong = firstNonDigit(text, offset, 0, hyphen);
        if (wrong >= 0) {
            return Fault.of(Reason.CHARACTER, wrong);
        }
        if (withCode && isDigit(text[offset + hyphen])) {
            // Digits throughout: a digital number that lost or gained one, rather than a forgotten hyphen.
            return Fault.LENGTH;
        }
        if (withCode && text[offset + hyphen] != '-') {
            return Fault.of(Reason.STRUCTURE, hyphen, 0, '-');
        }
        int number = withCode ? hyphen + 1 : 0;
        wrong = firstNonDigit(text, offset, number, length);
        if (wrong >= 0) {
            return Fault.of(Reason.CHARACTER, wrong);
        }
        return isAllZero(text, offset + number, offset + length) ? Fault.of(Reason.RESERVED, number) : Fault.NONE;
    }

    @Override
    Words explain(int fault, char[] text) {
        int place = Fault.position(fault) + 1;
        return Fault.reason(fault) == Reason.RESERVED
                ? ALL_ZERO
                : new Words(
                        "第" + place + "位应为连接发票代码与号码的“-”",
                        "character " + place + " should be the hyphen between invoice code and number");
    }

    @Override
    Words lengths() {
        return new Words(
                "应为 20 位（数电发票）、8 位（号码）或“10/12 位代码-8 位号码”",
                "should be 20 (digital), 8 (number) or 10/12 (code), hyphen and 8");
    }

    @Override
    Words allowed(int fault) {
        return DIGIT;
    }

    @Override
    String normalise(String text) {
        return Normal.dashes(Normal.unspaced(super.normalise(text)));
    }
}
