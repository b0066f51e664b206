package org.tongcai.identifier;

import org.tongcai.identifier.IdentifierProblem.Reason;

/**
 * 统一交易标识码 of the public-resource trading platforms, in the stored form with hyphens or the plain one.
 *
 * <p>The embedded platform code must look like a credit code, but its own check character is not judged: the outer
 * check covers it, and platforms have been registered with pilot-era codes.
 */
final class TransactionCodeScheme extends Scheme {

    static final int PLAIN = 36;
    static final int HYPHENATED = 40;

    /** Starts of the five parts in the plain form: trade class, platform, date, serial, check. */
    static final int PLATFORM = 3;

    static final int DATE = 21;
    static final int SERIAL = 29;
    static final int CHECK = 35;

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2099;
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";
    private static final byte[] VALUES = CreditCodeScheme.values(ALPHABET);
    private static final int[] WEIGHTS = weights();
    private static final int[] HYPHENS = {3, 22, 31, 38};

    private static final int DIGIT_EXPECTED = 1;
    private static final int CHECK_EXPECTED = 2;
    private static final int PLATFORM_DIGIT = 3;
    private static final int PLATFORM_LETTER = 4;

    TransactionCodeScheme() {
        super("transactionCode", PLAIN, HYPHENATED);
    }

    @Override
    int scan(char[] text, int offset, int length) {
        boolean hyphenated = length == HYPHENATED;
        if (!hyphenated && length != PLAIN) {
            return Fault.LENGTH;
        }
        if (hyphenated) {
            for (int hyphen : HYPHENS) {
                if (text[offset + hyphen] != '-') {
                    return Fault.of(Reason.STRUCTURE, hyphen, 0, '-');
                }
            }
        }
        int step = hyphenated ? 1 : 0;
        int fault = scanParts(text, offset, step);
        if (fault != Fault.NONE) {
            return fault;
        }
        char expected = ALPHABET.charAt(check(text, offset, step));
        return text[offset + length - 1] == expected ? Fault.NONE : Fault.checkDigit(length - 1, expected);
    }

    private static int scanParts(char[] text, int offset, int step) {
        int fault = scanAlphanumeric(text, offset, 0, PLATFORM);
        if (fault != Fault.NONE) {
            return fault;
        }
        int platform = PLATFORM + step;
        fault = CreditCodeScheme.scanParts(text, offset + platform);
        if (fault != Fault.NONE) {
            int detail = Fault.detail(fault) == 0 ? PLATFORM_LETTER : PLATFORM_DIGIT;
            return Fault.of(Fault.reason(fault), Fault.position(fault) + platform, detail);
        }
        int date = DATE + 2 * step;
        int wrong = firstNonDigit(text, offset, date, date + 8);
        if (wrong >= 0) {
            return Fault.of(Reason.CHARACTER, wrong, DIGIT_EXPECTED);
        }
        fault = CompactDate.scan(text, offset, date, FIRST_YEAR, LAST_YEAR);
        if (fault != Fault.NONE) {
            return fault;
        }
        int serial = SERIAL + 3 * step;
        fault = scanAlphanumeric(text, offset, serial, serial + 6);
        if (fault != Fault.NONE) {
            return fault;
        }
        int check = CHECK + 4 * step;
        return value(text[offset + check]) < 0 ? Fault.of(Reason.CHARACTER, check, CHECK_EXPECTED) : Fault.NONE;
    }

    private static int scanAlphanumeric(char[] text, int offset, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text[offset + i];
            if (value(c) < 0 || c == '*') {
                return Fault.of(Reason.CHARACTER, i);
            }
        }
        return Fault.NONE;
    }

    /**
     * ISO/IEC 7064 MOD 37-2 (pure system, radix 2): value of the check character. With the check character itself, of
     * weight 1, the sum is 1 modulo 37.
     */
    private static int check(char[] text, int offset, int step) {
        int sum = 0;
        int weight = 0;
        int last = CHECK + 4 * step;
        for (int i = 0; i < last; i++) {
            char c = text[offset + i];
            if (c != '-') {
                sum += VALUES[c] * WEIGHTS[weight++];
            }
        }
        return (38 - sum % 37) % 37;
    }

    /** 2^(35 - i) mod 37. */
    private static int[] weights() {
        int[] weights = new int[CHECK];
        int weight = 1;
        for (int i = CHECK - 1; i >= 0; i--) {
            weight = weight * 2 % 37;
            weights[i] = weight;
        }
        return weights;
    }

    /** The check character for 35 characters of {@code 0-9A-Z}. */
    static char checkCharacter(char[] text) {
        return ALPHABET.charAt(check(text, 0, 0));
    }

    private static int value(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    @Override
    Words explain(int fault, char[] text) {
        int position = Fault.position(fault);
        return switch (Fault.reason(fault)) {
            case DATE -> CompactDate.explain(fault, FIRST_YEAR, LAST_YEAR);
            case REGISTRY ->
                CreditCodeScheme.explainRegistry(position, text, PLATFORM + (text.length == HYPHENATED ? 1 : 0));
            default ->
                new Words(
                        "40 位写法的第" + (position + 1) + "位应为连字符“-”",
                        "in the form of 40 characters, character " + (position + 1) + " should be a hyphen");
        };
    }

    @Override
    Words lengths() {
        return new Words("应为 40 位（不带连字符时 36 位）", "should be 40 (36 without hyphens)");
    }

    @Override
    Words allowed(int fault) {
        return switch (Fault.detail(fault)) {
            case DIGIT_EXPECTED, PLATFORM_DIGIT -> DIGIT;
            case CHECK_EXPECTED -> new Words("数字、大写字母或 *", "a digit, an upper-case letter or *");
            case PLATFORM_LETTER ->
                new Words("数字或大写字母（不含 I、O、S、V、Z）", "a digit or an upper-case letter other than I, O, S, V, Z");
            default -> new Words("数字或大写字母", "a digit or an upper-case letter");
        };
    }

    @Override
    String normalise(String text) {
        return Normal.dashes(super.normalise(text));
    }
}
