package org.tongcai.identifier;

import java.util.Arrays;
import org.tongcai.identifier.IdentifierProblem.Reason;

/** GB 32100-2015 with amendment 1 (2016). */
final class CreditCodeScheme extends Scheme {

    static final int LENGTH = 18;
    static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LAST = LENGTH - 1;
    private static final int MODULUS = 31;

    /** 3^i mod 31. */
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private static final byte[] VALUES = values(ALPHABET);

    /**
     * Per registration authority, a bit for each organisation class (tables 1 and 2 of the standard). 54 and 55 were
     * added by the Ministry of Civil Affairs for villagers' and residents' committees when the Civil Code's forerunner
     * (2017) made them legal persons.
     */
    private static final int[] CLASSES = classes(
            "1:1239",
            "2:19",
            "3:123459",
            "4:19",
            "5:123459",
            "6:129",
            "7:129",
            "8:19",
            "9:123",
            "A:19",
            "N:1239",
            "Y:1");

    private static final int DIGIT_EXPECTED = 1;

    CreditCodeScheme() {
        super("creditCode", LENGTH, LENGTH);
    }

    @Override
    int scan(char[] text, int offset, int length) {
        int fault = scanParts(text, offset);
        if (fault != Fault.NONE) {
            return fault;
        }
        char expected = checkCharacter(text, offset);
        return text[offset + LAST] == expected ? Fault.NONE : Fault.checkDigit(LAST, expected);
    }

    /** Everything but the check character. */
    static int scanParts(char[] text, int offset) {
        for (int i = 0; i < LENGTH; i++) {
            char c = text[offset + i];
            if (i >= 2 && i < 8) {
                if (!isDigit(c)) {
                    return Fault.of(Reason.CHARACTER, i, DIGIT_EXPECTED);
                }
            } else if (value(c) < 0) {
                return Fault.of(Reason.CHARACTER, i);
            }
        }
        int classes = CLASSES[text[offset]];
        if (classes == 0) {
            return Fault.of(Reason.REGISTRY, 0);
        }
        return (classes >>> value(text[offset + 1]) & 1) == 0 ? Fault.of(Reason.REGISTRY, 1) : Fault.NONE;
    }

    /** The check character for the 17 characters at {@code offset}, all of which must be of the alphabet. */
    static char checkCharacter(char[] text, int offset) {
        int sum = 0;
        for (int i = 0; i < LAST; i++) {
            sum += VALUES[text[offset + i]] * WEIGHTS[i];
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }

    private static int value(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    @Override
    Words explain(int fault, char[] text) {
        return explainRegistry(Fault.position(fault), text, 0);
    }

    /** For a credit code that starts at {@code start} of a longer identifier. */
    static Words explainRegistry(int position, char[] text, int start) {
        int place = position + 1;
        if (position == start) {
            return new Words(
                    "第" + place + "位登记管理部门代码“" + text[position] + "”不在 GB 32100 的部门表中",
                    "character " + place + ": “" + text[position] + "” is no registration authority of GB 32100");
        }
        String both = "" + text[start] + text[position];
        return new Words(
                "第" + place + "位机构类别代码不在 GB 32100 的类别表中（部门和类别“" + both + "”）",
                "character " + place + ": authority and class “" + both + "” are no pair of GB 32100");
    }

    @Override
    Words lengths() {
        return new Words("应为 18 位", "should be 18");
    }

    @Override
    Words allowed(int fault) {
        return Fault.detail(fault) == DIGIT_EXPECTED
                ? DIGIT
                : new Words("数字或大写字母（不含 I、O、S、V、Z）", "a digit or an upper-case letter other than I, O, S, V, Z");
    }

    /** Value of each ASCII character in an alphabet, -1 for those outside. */
    static byte[] values(String alphabet) {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        return values;
    }

    private static int[] classes(String... rows) {
        int[] table = new int[128];
        for (String row : rows) {
            for (int i = 2; i < row.length(); i++) {
                table[row.charAt(0)] |= 1 << VALUES[row.charAt(i)];
            }
        }
        return table;
    }
}
