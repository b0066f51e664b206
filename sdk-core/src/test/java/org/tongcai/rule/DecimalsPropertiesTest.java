package org.tongcai.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Decimals in cells compute what {@link BigDecimal} computes, whether they fit or not. */
class DecimalsPropertiesTest {
    private final Frame f = new Frame();

    /** A decimal as the evaluator holds it. */
    private record Cell(long cell, @Nullable Object side) {}

    private interface Operation {
        long apply(long x, @Nullable Object xs, long y, @Nullable Object ys, Frame f);
    }

    private Cell cell(BigDecimal value) {
        f.side = null;
        long cell = Decimals.cell(value, f);
        return new Cell(cell, f.side);
    }

    private BigDecimal apply(Operation operation, BigDecimal a, BigDecimal b) {
        Cell x = cell(a);
        Cell y = cell(b);
        f.side = "something left over";
        long result = operation.apply(x.cell, x.side, y.cell, y.side, f);
        return Decimals.big(result, f.side);
    }

    /** Sizes of every kind: sums of money, ratios, and both sides of what fits into a cell. */
    @Provide
    Arbitrary<BigDecimal> decimals() {
        Arbitrary<BigInteger> money = Arbitraries.bigIntegers()
                .between(BigInteger.valueOf(-1_000_000_000_000L), BigInteger.valueOf(1_000_000_000_000L));
        Arbitrary<BigInteger> edge = Combinators.combine(
                        Arbitraries.integers().between(50, 66),
                        Arbitraries.integers().between(-2, 2),
                        Arbitraries.of(1, -1))
                .as((bits, off, sign) -> BigInteger.ONE
                        .shiftLeft(bits)
                        .add(BigInteger.valueOf(off))
                        .multiply(BigInteger.valueOf(sign)));
        Arbitrary<BigInteger> powers = Combinators.combine(
                        Arbitraries.integers().between(0, 40), Arbitraries.of(1, -1, 0, 7))
                .as((power, factor) -> BigInteger.TEN.pow(power).multiply(BigInteger.valueOf(factor)));
        Arbitrary<Integer> scales = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 4)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 40)));
        return Combinators.combine(Arbitraries.oneOf(money, edge, powers), scales)
                .as(BigDecimal::new);
    }

    private static void same(BigDecimal expected, BigDecimal actual) {
        assertEquals(0, expected.compareTo(actual), () -> actual + ", not " + expected);
    }

    @Property
    void sumsDifferencesAndProducts(@ForAll("decimals") BigDecimal a, @ForAll("decimals") BigDecimal b) {
        same(a.add(b), apply(Decimals::add, a, b));
        same(a.multiply(b), apply(Decimals::multiply, a, b));
        Cell x = cell(a);
        same(a.negate(), Decimals.big(Decimals.negate(x.cell, x.side, f), f.side));
    }

    @Property
    void quotientsTo34Digits(@ForAll("decimals") BigDecimal a, @ForAll("decimals") BigDecimal b) {
        if (b.signum() == 0) {
            assertThrows(Undetermined.class, () -> apply(Decimals::divide, a, b));
        } else {
            same(a.divide(b, MathContext.DECIMAL128), apply(Decimals::divide, a, b));
        }
    }

    @Property
    void order(@ForAll("decimals") BigDecimal a, @ForAll("decimals") BigDecimal b) {
        Cell x = cell(a);
        Cell y = cell(b);
        assertEquals(a.compareTo(b), Decimals.compare(x.cell, x.side, y.cell, y.side));
        assertEquals(a.signum(), Decimals.sign(x.cell, x.side));
    }

    @Property
    void equalValuesOfAnyScaleAreEqual(
            @ForAll("decimals") BigDecimal a, @ForAll @IntRange(min = 0, max = 12) int zeros) {
        Cell x = cell(a);
        Cell y = cell(a.setScale(a.scale() + zeros));
        assertEquals(0, Decimals.compare(x.cell, x.side, y.cell, y.side));
        assertEquals(Decimals.hash(x.cell, x.side), Decimals.hash(y.cell, y.side));
    }

    @Property
    void roundingIsHalfUp(@ForAll("decimals") BigDecimal a, @ForAll @IntRange(min = -5, max = 35) int digits) {
        Cell x = cell(a);
        same(a.setScale(digits, RoundingMode.HALF_UP), Decimals.big(Decimals.round(x.cell, x.side, digits, f), f.side));
    }

    @Property
    void wholeNumbers(@ForAll long a) {
        f.side = null;
        same(BigDecimal.valueOf(a), Decimals.big(Decimals.cell(a, f), f.side));
    }

    @Property
    void printedInFull(@ForAll("decimals") BigDecimal a) {
        Cell x = cell(a);
        same(a, new BigDecimal(Decimals.plain(x.cell, x.side)));
        same(a, Decimals.parse(a.toPlainString()));
    }
}
