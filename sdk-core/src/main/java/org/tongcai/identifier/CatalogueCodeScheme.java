package org.tongcai.identifier;

import org.tongcai.identifier.IdentifierProblem.Reason;

/** 政府采购品目分类目录（2022年印发）: a letter alone, or a letter and four levels of two digits, padded with 00. */
final class CatalogueCodeScheme extends Scheme {

    static final int LENGTH = 9;

    private static final int LETTER_EXPECTED = 1;
    private static final int EMPTY = 1;
    private static final int GAP = 2;

    CatalogueCodeScheme() {
        super("catalogueCode", 1, LENGTH);
    }

    @Override
    int scan(char[] text, int offset, int length) {
        if (length != 1 && length != LENGTH) {
            return Fault.LENGTH;
        }
        char root = text[offset];
        if (root < 'A' || root > 'C') {
            return Fault.of(Reason.CHARACTER, 0, LETTER_EXPECTED);
        }
        int wrong = firstNonDigit(text, offset, 1, length);
        if (wrong >= 0) {
            return Fault.of(Reason.CHARACTER, wrong);
        }
        return length == 1 ? Fault.NONE : scanLevels(text, offset);
    }

    private static int scanLevels(char[] text, int offset) {
        if (isAllZero(text, offset + 1, offset + LENGTH)) {
            return Fault.of(Reason.STRUCTURE, 1, EMPTY);
        }
        int firstEmpty = 0;
        for (int i = 1; i < LENGTH; i += 2) {
            boolean empty = isAllZero(text, offset + i, offset + i + 2);
            if (empty && firstEmpty == 0) {
                firstEmpty = i;
            } else if (!empty && firstEmpty != 0) {
                return Fault.of(Reason.STRUCTURE, firstEmpty, GAP);
            }
        }
        return Fault.NONE;
    }

    @Override
    Words explain(int fault, char[] text) {
        if (Fault.detail(fault) == EMPTY) {
            return new Words(
                    "整个门类应只写字母“" + text[0] + "”，不补 0", "a whole division is written “" + text[0] + "”, without zeros");
        }
        int place = Fault.position(fault) + 1;
        return new Words(
                "第" + place + "至" + (place + 1) + "位为 00，其后各级也应为 00",
                "characters " + place + "-" + (place + 1) + " are 00, so the levels after them should be 00 too");
    }

    @Override
    Words lengths() {
        return new Words("应为 9 位（门类为 1 位）", "should be 9 (1 for a whole division)");
    }

    @Override
    Words allowed(int fault) {
        return Fault.detail(fault) == LETTER_EXPECTED
                ? new Words("A（货物）、B（工程）或 C（服务）", "A (goods), B (works) or C (services)")
                : DIGIT;
    }
}
