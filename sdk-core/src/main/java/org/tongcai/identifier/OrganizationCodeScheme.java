package org.tongcai.identifier;

import org.tongcai.identifier.IdentifierProblem.Reason;

/** GB 11714-1997, with or without the printed hyphen. */
final class OrganizationCodeScheme extends Scheme {

    static final int BODY = 8;

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int CHECK_EXPECTED = 1;

    OrganizationCodeScheme() {
        super("organizationCode", BODY + 1, BODY + 2);
    }

    @Override
    int scan(char[] text, int offset, int length) {
        for (int i = 0; i < BODY; i++) {
            if (value(text[offset + i]) < 0) {
                return Fault.of(Reason.CHARACTER, i);
            }
        }
        if (length == BODY + 2 && text[offset + BODY] != '-') {
            return Fault.of(Reason.STRUCTURE, BODY, 0, '-');
        }
        int last = length - 1;
        char check = text[offset + last];
        if (!isDigit(check) && check != 'X') {
            return Fault.of(Reason.CHARACTER, last, CHECK_EXPECTED);
        }
        if (isAllZero(text, offset, offset + BODY)) {
            return Fault.of(Reason.RESERVED, 0);
        }
        char expected = checkCharacter(text, offset);
        return check == expected ? Fault.NONE : Fault.checkDigit(last, expected);
    }

    static char checkCharacter(char[] text, int offset) {
        int sum = 0;
        for (int i = 0; i < BODY; i++) {
            sum += value(text[offset + i]) * WEIGHTS[i];
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    private static int value(char c) {
        if (isDigit(c)) {
            return c - '0';
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
    }

    @Override
    Words explain(int fault, char[] text) {
        return Fault.reason(fault) == Reason.RESERVED
                ? ALL_ZERO
                : new Words("10 位写法的第9位应为连字符“-”", "in the form of 10 characters, character 9 should be a hyphen");
    }

    @Override
    Words lengths() {
        return new Words("应为 9 位（带连字符时 10 位）", "should be 9 (10 with the hyphen)");
    }

    @Override
    Words allowed(int fault) {
        return Fault.detail(fault) == CHECK_EXPECTED
                ? new Words("数字或大写字母 X", "a digit or upper-case X")
                : new Words("数字或大写字母", "a digit or an upper-case letter");
    }

    @Override
    String normalise(String text) {
        return Normal.dashes(super.normalise(text));
    }
}
