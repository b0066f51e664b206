package org.tongcai.identifier;

import org.tongcai.identifier.IdentifierProblem.Reason;

/** The shape of GB/T 2260: province, prefecture, county, two digits each. */
final class RegionCodeScheme extends Scheme {

    static final int LENGTH = 6;

    private static final int NO_PROVINCE = 1;
    private static final int NO_PREFECTURE = 2;

    RegionCodeScheme() {
        super("regionCode", LENGTH, LENGTH);
    }

    @Override
    int scan(char[] text, int offset, int length) {
        int wrong = firstNonDigit(text, offset, 0, LENGTH);
        if (wrong >= 0) {
            return Fault.of(Reason.CHARACTER, wrong);
        }
        if (isAllZero(text, offset, offset + LENGTH)) {
            return Fault.of(Reason.RESERVED, 0);
        }
        if (text[offset] == '0') {
            return Fault.of(Reason.STRUCTURE, 0, NO_PROVINCE);
        }
        boolean noPrefecture = isAllZero(text, offset + 2, offset + 4);
        return noPrefecture && !isAllZero(text, offset + 4, offset + 6)
                ? Fault.of(Reason.STRUCTURE, 2, NO_PREFECTURE)
                : Fault.NONE;
    }

    @Override
    Words explain(int fault, char[] text) {
        return switch (Fault.detail(fault)) {
            case NO_PROVINCE -> new Words("第1位不能为 0：省级代码从 11 起", "character 1 cannot be 0: a province code is missing");
            case NO_PREFECTURE ->
                new Words(
                        "第3至4位地级代码为 00 时，第5至6位县级代码也应为 00",
                        "characters 5-6 (county) should be 00 when characters 3-4 (prefecture) are 00");
            default -> ALL_ZERO;
        };
    }

    @Override
    Words lengths() {
        return new Words("应为 6 位", "should be 6");
    }

    @Override
    Words allowed(int fault) {
        return DIGIT;
    }
}
