package org.tongcai.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Exact decimals in cells: unscaled value shifted left by five, plus the scale (0 to 30). What does not fit is a {@link BigDecimal} at the
 * side of {@link #BIG}. Every operation tries whole numbers first and takes {@link BigDecimal} where they would overflow.
 */
final class Decimals {
    /** The cell of a decimal that lies at the side. */
    static final long BIG = Facts.WIDE;

    /** What {@link #hundredths} answers where there is no such number. */
    static final long NOT_EVEN = Long.MIN_VALUE;

    private static final long LARGEST = (1L << (62 - Facts.SCALE_BITS)) - 1;
    private static final int MOST_SCALE = Facts.WIDE - 1;
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Decimals() {}

    private static int scale(long x) {
        return (int) x & Facts.WIDE;
    }

    private static long unscaled(long x) {
        return x >> Facts.SCALE_BITS;
    }

    private static boolean fits(long unscaled) {
        return unscaled <= LARGEST && unscaled >= -LARGEST;
    }

    private static long small(long unscaled, int scale) {
        return unscaled << Facts.SCALE_BITS | scale;
    }

    /** The value as a {@link BigDecimal}. */
    static BigDecimal big(long x, @Nullable Object side) {
        if (x != BIG) {
            return BigDecimal.valueOf(unscaled(x), scale(x));
        }
        if (side instanceof BigDecimal value) {
            return value;
        }
        throw new IllegalStateException("a decimal without its value");
    }

    /** The cell of a value; the value itself goes to the side of the frame where it does not fit. */
    static long cell(BigDecimal value, Frame f) {
        BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
        BigInteger unscaled = plain.unscaledValue();
        if (plain.scale() <= MOST_SCALE && unscaled.bitLength() <= 57) {
            return small(unscaled.longValue(), plain.scale());
        }
        f.side = plain;
        return BIG;
    }

    /** The cell of a whole number. */
    static long cell(long whole, Frame f) {
        return fits(whole) ? small(whole, 0) : cell(BigDecimal.valueOf(whole), f);
    }

    /** A decimal out of the cells of a document. */
    static long read(long cell, Facts facts, Frame f) {
        if (scale(cell) != Facts.WIDE) {
            return cell;
        }
        return cell(new BigDecimal(facts.wideText(cell)), f);
    }

    static long add(long x, @Nullable Object xs, long y, @Nullable Object ys, Frame f) {
        if (x != BIG && y != BIG) {
            int sx = scale(x);
            int sy = scale(y);
            long ux = sx < sy ? raised(unscaled(x), sy - sx) : unscaled(x);
            long uy = sy < sx ? raised(unscaled(y), sx - sy) : unscaled(y);
            if (fits(ux) && fits(uy) && fits(ux + uy)) {
                return small(ux + uy, Math.max(sx, sy));
            }
        }
        return cell(big(x, xs).add(big(y, ys)), f);
    }

    /** The value times a power of ten; something that does not fit where it overflows. */
    private static long raised(long unscaled, int digits) {
        if (digits >= POWERS.length) {
            return unscaled == 0 ? 0 : Long.MAX_VALUE;
        }
        long high = Math.multiplyHigh(unscaled, POWERS[digits]);
        long low = unscaled * POWERS[digits];
        return high == low >> 63 ? low : Long.MAX_VALUE;
    }

    static long negate(long x, @Nullable Object xs, Frame f) {
        return x == BIG ? cell(big(x, xs).negate(), f) : small(-unscaled(x), scale(x));
    }

    static long multiply(long x, @Nullable Object xs, long y, @Nullable Object ys, Frame f) {
        if (x != BIG && y != BIG) {
            int scale = scale(x) + scale(y);
            long high = Math.multiplyHigh(unscaled(x), unscaled(y));
            long low = unscaled(x) * unscaled(y);
            if (high == low >> 63 && fits(low) && scale <= MOST_SCALE) {
                return small(low, scale);
            }
        }
        return cell(big(x, xs).multiply(big(y, ys)), f);
    }

    /** To 34 digits where it does not come out even. */
    static long divide(long x, @Nullable Object xs, long y, @Nullable Object ys, Frame f) {
        if (sign(y, ys) == 0) {
            throw Undetermined.BY_ZERO;
        }
        return cell(big(x, xs).divide(big(y, ys), MathContext.DECIMAL128), f);
    }

    static long round(long x, @Nullable Object xs, long digits, Frame f) {
        if (digits < -100 || digits > 100) {
            throw Undetermined.OVERFLOW;
        }
        if (x != BIG && scale(x) == digits) {
            return x;
        }
        int drop = scale(x) - (int) digits;
        if (x != BIG && digits >= 0 && drop > 0 && drop < POWERS.length) {
            long part = POWERS[drop];
            long rest = Math.abs(unscaled(x) % part);
            long down = unscaled(x) / part;
            return small(rest >= part - rest ? down + (unscaled(x) < 0 ? -1 : 1) : down, (int) digits);
        }
        return cell(big(x, xs).setScale((int) digits, RoundingMode.HALF_UP), f);
    }

    /** How many hundredths a decimal has; {@link #NOT_EVEN} where it is no whole number of them, or a large one. */
    static long hundredths(long x) {
        int scale = scale(x);
        long value = unscaled(x);
        if (x == BIG || scale <= 2 && Math.abs(value) > LARGEST / 100) {
            return NOT_EVEN;
        }
        if (scale <= 2) {
            return value * POWERS[2 - scale];
        }
        long part = scale - 2 < POWERS.length ? POWERS[scale - 2] : Long.MAX_VALUE;
        return value % part == 0 ? value / part : NOT_EVEN;
    }

    static int sign(long x, @Nullable Object xs) {
        return x == BIG ? big(x, xs).signum() : Long.signum(unscaled(x));
    }

    static int compare(long x, @Nullable Object xs, long y, @Nullable Object ys) {
        if (x == BIG || y == BIG) {
            return big(x, xs).compareTo(big(y, ys));
        }
        int sx = scale(x);
        int sy = scale(y);
        if (sx == sy) {
            return Long.compare(x, y);
        }
        return sx < sy
                ? compareRaised(unscaled(x), sy - sx, unscaled(y))
                : -compareRaised(unscaled(y), sx - sy, unscaled(x));
    }

    /** Compares {@code a × 10^digits} with {@code b}, which is small: a product beyond a long is beyond {@code b}, too. */
    private static int compareRaised(long a, int digits, long b) {
        if (digits < POWERS.length) {
            long low = a * POWERS[digits];
            if (Math.multiplyHigh(a, POWERS[digits]) == low >> 63) {
                return Long.compare(low, b);
            }
        }
        return a == 0 ? Long.compare(0, b) : Long.signum(a);
    }

    /** The same for equal values, whatever their scales. */
    static int hash(long x, @Nullable Object xs) {
        return Double.hashCode(big(x, xs).doubleValue());
    }

    /**
     * A decimal as documents write it: digits, perhaps a point and a minus, no exponent.
     *
     * @throws Undetermined if it is none
     */
    static BigDecimal parse(CharSequence text) {
        int from = !text.isEmpty() && text.charAt(0) == '-' ? 1 : 0;
        int point = -1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0 && i > from && i < text.length() - 1) {
                point = i;
            } else if (c < '0' || c > '9') {
                throw Undetermined.NO_DECIMAL;
            }
        }
        if (text.length() == from) {
            throw Undetermined.NO_DECIMAL;
        }
        return new BigDecimal(text.toString());
    }

    /** The same for a text where it lies, its cell; only a long one is made into a string. */
    static long parse(long text, @Nullable Object side, Frame f) {
        char[] chars = Texts.chars(side);
        int from = Texts.from(text);
        int end = from + Texts.length(text);
        boolean negative = from < end && chars[from] == '-';
        int start = negative ? from + 1 : from;
        long value = 0;
        int point = -1;
        for (int i = start; i < end; i++) {
            char c = chars[i];
            if (c == '.' && point < 0 && i > start && i < end - 1) {
                point = i;
            } else if (c < '0' || c > '9') {
                throw Undetermined.NO_DECIMAL;
            } else if (value > (LARGEST - 9) / 10) {
                return cell(parse(Texts.string(text, side)), f);
            } else {
                value = value * 10 + (c - '0');
            }
        }
        int scale = point < 0 ? 0 : end - point - 1;
        if (start == end) {
            throw Undetermined.NO_DECIMAL;
        }
        return scale > MOST_SCALE ? cell(parse(Texts.string(text, side)), f) : small(negative ? -value : value, scale);
    }

    /** For people: as it was written; what was computed without the zeros beyond the second place. */
    static String plain(long x, @Nullable Object xs) {
        BigDecimal value = big(x, xs);
        BigDecimal stripped = value.stripTrailingZeros();
        int scale = Math.max(Math.min(value.scale(), 2), stripped.scale());
        return stripped.setScale(Math.max(scale, 0)).toPlainString();
    }
}
