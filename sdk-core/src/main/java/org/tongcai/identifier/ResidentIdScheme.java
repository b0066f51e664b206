package org.tongcai.identifier;

import org.tongcai.identifier.IdentifierProblem.Reason;

/** GB 11643-1999. */
final class ResidentIdScheme extends Scheme {

    static final int LENGTH = 18;
    static final int BIRTH_DATE = 6;

    /** The standard's own example is of 1880; the upper bound only keeps typing errors out. */
    private static final int FIRST_YEAR = 1800;

    private static final int LAST_YEAR = 2099;

    private static final int LAST = LENGTH - 1;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final int CHECK_EXPECTED = 1;

    ResidentIdScheme() {
        super("residentId", LENGTH, LENGTH);
    }

    @Override
    int scan(char[] text, int offset, int length) {
        int wrong = firstNonDigit(text, offset, 0, LAST);
        if (wrong >= 0) {
            return Fault.of(Reason.CHARACTER, wrong);
        }
        char check = text[offset + LAST];
        if (!isDigit(check) && check != 'X') {
            return Fault.of(Reason.CHARACTER, LAST, CHECK_EXPECTED);
        }
        if (text[offset] == '0') {
            return Fault.of(Reason.STRUCTURE, 0);
        }
        int date = CompactDate.scan(text, offset, BIRTH_DATE, FIRST_YEAR, LAST_YEAR);
        if (date != Fault.NONE) {
            return date;
        }
        char expected = checkCharacter(text, offset);
        return check == expected ? Fault.NONE : Fault.checkDigit(LAST, expected);
    }

    static char checkCharacter(char[] text, int offset) {
        int sum = 0;
        for (int i = 0; i < LAST; i++) {
            sum += (text[offset + i] - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    @Override
    Words explain(int fault, char[] text) {
        return Fault.reason(fault) == Reason.DATE
                ? CompactDate.explain(fault, FIRST_YEAR, LAST_YEAR)
                : new Words("第1位不能为 0：地址码须为行政区划代码", "character 1 cannot be 0: the number starts with a region code");
    }

    @Override
    Words lengths() {
        return new Words("应为 18 位（15 位旧号码须先升位）", "should be 18 (old 15-digit numbers must be converted first)");
    }

    @Override
    Words allowed(int fault) {
        return Fault.detail(fault) == CHECK_EXPECTED ? new Words("数字或大写字母 X", "a digit or upper-case X") : DIGIT;
    }

    /** Province and the last two characters: with the whole region or sequence the birth date could be guessed. */
    @Override
    String mask(String text) {
        return Mask.ends(text, 2, 2, 15);
    }
}
