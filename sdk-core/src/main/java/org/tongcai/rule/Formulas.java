package org.tongcai.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The formulas of government procurement, exact. Stateless and thread-safe; vectors stand in {@code spec/cases/formulas}. */
public final class Formulas {
    private Formulas() {}

    /**
     * Points for a price under comprehensive scoring (87号令第五十五条): {@code base / price × points} to two places, half up.
     *
     * @param base the lowest valid price, after policy deductions
     * @param price the price that is scored, after policy deductions
     * @param points the most points that a price can get: the weight of the price times 100
     * @throws IllegalArgumentException if the price is not positive
     */
    public static BigDecimal priceScore(BigDecimal base, BigDecimal price, BigDecimal points) {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("a price is positive");
        }
        return base.multiply(points).divide(price, 2, RoundingMode.HALF_UP);
    }

    /**
     * The price that is compared, after policy deductions: {@code price × (1 − Σ rates)}, not rounded.
     *
     * @param rates fractions: 0.10 for ten per cent
     * @throws IllegalArgumentException if a rate is negative or they are more than 1 together
     */
    public static BigDecimal reviewPrice(BigDecimal price, List<BigDecimal> rates) {
        BigDecimal rest = BigDecimal.ONE;
        for (BigDecimal rate : rates) {
            if (rate.signum() < 0) {
                throw new IllegalArgumentException("a deduction is not negative");
            }
            rest = rest.subtract(rate);
        }
        if (rest.signum() < 0) {
            throw new IllegalArgumentException("deductions are 1 at most together");
        }
        return price.multiply(rest);
    }

    /**
     * Whether a price calls for a review as abnormally low (财库〔2026〕2号): it is below a share of the mean of all compliant prices, or
     * below a share of the next lowest, or below a share of the ceiling. Without other prices only the ceiling and the mean count.
     *
     * @param others the other compliant prices
     * @param ceiling the highest price allowed
     * @param ofMean share of the mean, such as 0.50
     * @param ofNext share of the next lowest price
     * @param ofCeiling share of the ceiling
     */
    public static boolean abnormallyLow(
            BigDecimal price,
            List<BigDecimal> others,
            BigDecimal ceiling,
            BigDecimal ofMean,
            BigDecimal ofNext,
            BigDecimal ofCeiling) {
        BigDecimal sum = price;
        BigDecimal next = null;
        for (BigDecimal other : others) {
            sum = sum.add(other);
            next = next == null ? other : next.min(other);
        }
        // price < share × sum / n, without dividing
        BigDecimal all = price.multiply(BigDecimal.valueOf(others.size() + 1L));
        return all.compareTo(sum.multiply(ofMean)) < 0
                || next != null && price.compareTo(next.multiply(ofNext)) < 0
                || price.compareTo(ceiling.multiply(ofCeiling)) < 0;
    }

    /**
     * How many of the members of a review committee are experts at least: two thirds, rounded up (87号令第四十七条).
     *
     * @throws IllegalArgumentException if there are fewer than 0 members
     */
    public static long leastExperts(long members) {
        if (members < 0 || members > Long.MAX_VALUE / 2 - 1) {
            throw new IllegalArgumentException("no number of members: " + members);
        }
        return (2 * members + 2) / 3;
    }
}
