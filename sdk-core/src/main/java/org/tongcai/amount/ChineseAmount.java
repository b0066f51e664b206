package org.tongcai.amount;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts in capital characters as accounts and contracts write them (大写金额), after 会计基础工作规范 and 支付结算办法: a run of zeros is one
 * 零, 整 stands after 元 and 角, nothing after 分. Where those rules leave a choice no 零 is written (壹拾万伍仟元整). Stateless and thread-safe.
 */
public final class ChineseAmount {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final BigDecimal BOUND = BigDecimal.TEN.pow(16);
    private static final long TEN_THOUSAND = 10_000;
    private static final long HUNDRED_MILLION = 100_000_000;

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
        StringBuilder out = new StringBuilder(yuan.signum() < 0 ? "负" : "");
        if (whole > 0 || cents == 0) {
            out.append(whole == 0 ? "零" : whole(whole)).append('元');
        }
        int jiao = cents / 10;
        if (jiao > 0) {
            out.append(DIGITS.charAt(jiao)).append('角');
        } else if (cents > 0 && whole > 0) {
            out.append('零');
        }
        return cents % 10 > 0
                ? out.append(DIGITS.charAt(cents % 10)).append('分').toString()
                : out.append('整').toString();
    }

    private static String whole(long number) {
        long upper = number / HUNDRED_MILLION;
        long lower = number % HUNDRED_MILLION;
        if (upper == 0) {
            return belowHundredMillion(lower);
        }
        String zero = lower > 0 && lower < HUNDRED_MILLION / 10 ? "零" : "";
        return belowHundredMillion(upper) + "亿" + zero + (lower == 0 ? "" : belowHundredMillion(lower));
    }

    private static String belowHundredMillion(long number) {
        long upper = number / TEN_THOUSAND;
        long lower = number % TEN_THOUSAND;
        if (upper == 0) {
            return belowTenThousand(lower);
        }
        String zero = lower > 0 && lower < TEN_THOUSAND / 10 ? "零" : "";
        return belowTenThousand(upper) + "万" + zero + (lower == 0 ? "" : belowTenThousand(lower));
    }

    private static String belowTenThousand(long number) {
        StringBuilder out = new StringBuilder();
        boolean zero = false;
        int power = 1000;
        for (int place = 3; place >= 0; place--, power /= 10) {
            int digit = (int) (number / power % 10);
            if (digit == 0) {
                zero = !out.isEmpty();
            } else {
                if (zero) {
                    out.append('零');
                    zero = false;
                }
                out.append(DIGITS.charAt(digit)).append(PLACES[place]);
            }
        }
        return out.toString();
    }
}
