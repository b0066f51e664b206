package org.tongcai.rule;

import org.jspecify.annotations.Nullable;

/**
 * A compiled expression. Its value is a cell; what the cell means follows from the static {@link Type}, and what does not fit into a cell
 * lies in {@link Frame#side} until the next evaluation:
 *
 * <ul>
 *   <li>bool, int, date, datetime: the cell alone, as {@link Facts} has it
 *   <li>decimal: the cell as {@link Facts} has it, or {@link Decimals#BIG} and a {@link java.math.BigDecimal}
 *   <li>string: place and length, and the array of characters
 *   <li>object: the number of the frame, and the {@link Facts} that it lies in
 *   <li>list: nothing, and the {@link Items}
 * </ul>
 *
 * Immutable and thread-safe; all state is in the frame. Throws {@link Undetermined} where there is no value.
 */
interface Expr {
    long eval(Frame f);

    /** An expression of type bool. */
    interface Test extends Expr {
        boolean test(Frame f);

        @Override
        default long eval(Frame f) {
            return test(f) ? 1 : 0;
        }
    }

    /** A value known when the rule is loaded. */
    record Constant(long cell, @Nullable Object constantSide) implements Expr {
        static Constant text(String text) {
            return new Constant(text.length(), text.toCharArray());
        }

        static Constant whole(long value) {
            return new Constant(value, null);
        }

        static Constant decimal(String text) {
            Frame f = new Frame();
            long cell = Decimals.cell(Decimals.parse(text), f);
            return new Constant(cell, f.side);
        }

        @Override
        public long eval(Frame f) {
            f.side = constantSide;
            return cell;
        }
    }

    /** {@code true} or {@code false}. */
    record Flag(boolean value) implements Test {
        @Override
        public boolean test(Frame f) {
            return value;
        }
    }
}
