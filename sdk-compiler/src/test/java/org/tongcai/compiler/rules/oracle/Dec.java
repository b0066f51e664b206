package org.tongcai.compiler.rules.oracle;

import java.math.BigDecimal;

/** A decimal that is equal by value: {@link BigDecimal} itself takes 1.0 and 1.00 for two, in both of CEL's runtimes. */
record Dec(BigDecimal value) implements Comparable<Dec> {
    static Dec of(long whole) {
        return new Dec(BigDecimal.valueOf(whole));
    }

    @Override
    public int compareTo(Dec other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dec dec && compareTo(dec) == 0;
    }

    @Override
    public int hashCode() {
        return value.stripTrailingZeros().hashCode();
    }
}
