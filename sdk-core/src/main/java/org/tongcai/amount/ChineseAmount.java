package org.tongcai.amount;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts in capital characters as accounts and contracts write them (大写金额), after 会计基础工作规范 and 支付结算办法: a run of zeros is one
 * 零, 整 stands after 元 and 角, nothing after 分. Where those rules leave a choice no 零 is written (壹拾万伍仟元整). Stateless and thread-safe.
 */
public final class ChineseAmount {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final char ZERO = '零';
    private static final String PLACES = " 拾佰仟";
    private static final BigDecimal BOUND = BigDecimal.TEN.pow(16);
    private static final long FEN_BOUND = 1_000_000_000_000_000_000L;
    private static final int TEN_THOUSAND = 10_000;
    private static final int HUNDRED_MILLION = 100_000_000;

    /** No amount has more characters. */
    public static final int LONGEST = 48;

    private ChineseAmount() {}

    /**
     * An amount of yuan in words, without 人民币: {@code 1440000} is 壹佰肆拾肆万元整. Negative amounts begin with 负.
     *
     * @throws IllegalArgumentException if it has more than 16 digits before the point, or fractions of a fen
     */
    public static String inWords(BigDecimal yuan) {
        BigDecimal amount = yuan.abs();
        if (amount.compareTo(BOUND) >= 0) {
            throw new IllegalArgumentException("more than 16 digits before the point");
        }
        long whole = amount.setScale(0, RoundingMode.DOWN).longValueExact();
        BigDecimal fen = amount.subtract(BigDecimal.valueOf(whole)).movePointRight(2);
        int cents;
        try {
            cents = fen.intValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a fraction of a fen", e);
        }
        char[] out = new char[LONGEST];
        return new String(out, 0, new Writer(out, 0).write(yuan.signum() < 0, whole, cents));
    }

    /**
     * Writes an amount of fen in words, as {@link #inWords(BigDecimal)} has it, without making an object.
     *
     * @param fen less than 10^18 on either side of zero
     * @param target has room for {@link #LONGEST} characters from {@code at}
     * @return the place after the last character
     * @throws IllegalArgumentException if it has more than 16 digits before the point
     */
    public static int inWords(long fen, char[] target, int at) {
        if (fen <= -FEN_BOUND || fen >= FEN_BOUND) {
            throw new IllegalArgumentException("more than 16 digits before the point");
        }
        long amount = Math.abs(fen);
        return new Writer(target, at).write(fen < 0, amount / 100, (int) (amount % 100));
    }

    private static final class Writer {
        private final char[] out;
        private int at;

        Writer(char[] out, int at) {
            this.out = out;
            this.at = at;
        }

        int write(boolean negative, long whole, int cents) {
            if (negative) {
                put('负');
            }
            if (whole > 0 || cents == 0) {
                if (whole == 0) {
                    put(ZERO);
                } else {
                    whole(whole);
                }
                put('元');
            }
            int jiao = cents / 10;
            if (jiao > 0) {
                put(DIGITS.charAt(jiao));
                put('角');
            } else if (cents > 0 && whole > 0) {
                put(ZERO);
            }
            if (cents % 10 > 0) {
                put(DIGITS.charAt(cents % 10));
                put('分');
            } else {
                put('整');
            }
            return at;
        }

        private void put(char c) {
            out[at++] = c;
        }

        private void whole(long number) {
            long lower = number % HUNDRED_MILLION;
            if (number >= HUNDRED_MILLION) {
                belowHundredMillion((int) (number / HUNDRED_MILLION));
                put('亿');
                zero(lower, HUNDRED_MILLION);
            }
            belowHundredMillion((int) lower);
        }

        private void belowHundredMillion(int number) {
            int lower = number % TEN_THOUSAND;
            if (number >= TEN_THOUSAND) {
                belowTenThousand(number / TEN_THOUSAND);
                put('万');
                zero(lower, TEN_THOUSAND);
            }
            belowTenThousand(lower);
        }

        private void zero(long lower, int place) {
            if (lower > 0 && lower < place / 10) {
                put(ZERO);
            }
        }

        private void belowTenThousand(int number) {
            int start = at;
            boolean zero = false;
            int power = 1000;
            for (int place = 3; place >= 0; place--, power /= 10) {
                int digit = number / power % 10;
                if (digit == 0) {
                    zero = at > start;
                } else {
                    if (zero) {
                        put(ZERO);
                        zero = false;
                    }
                    put(DIGITS.charAt(digit));
                    if (place > 0) {
                        put(PLACES.charAt(place));
                    }
                }
            }
        }
    }
}
