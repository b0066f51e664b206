package org.tongcai.examples.importing;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** The unit in which a column states money. The standard always states 元. */
public enum MoneyUnit {
    YUAN("元", BigDecimal.ONE),
    WAN_YUAN("万元", new BigDecimal("10000")),
    FEN("分", new BigDecimal("0.01"));

    private final String zh;
    private final BigDecimal yuan;

    MoneyUnit(String zh, BigDecimal yuan) {
        this.zh = zh;
        this.yuan = yuan;
    }

    /** As printed. */
    public String zh() {
        return zh;
    }

    /** An amount in this unit as 元, exact. */
    BigDecimal toYuan(BigDecimal amount) {
        return amount.multiply(yuan);
    }

    /** The unit that a name means: the printed one or the name of the constant. Throws {@code IllegalArgumentException} otherwise. */
    public static MoneyUnit of(String name) {
        for (MoneyUnit unit : values()) {
            if (unit.zh.equals(name.strip()) || unit.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
                return unit;
            }
        }
        throw new IllegalArgumentException("unit of money: " + name + "; known: 元, 万元, 分");
    }

    /** The unit that the head of a column states, such as {@code 预算金额(万元)}. */
    public static Optional<MoneyUnit> inHead(String head) {
        if (head.contains("万元")) {
            return Optional.of(WAN_YUAN);
        }
        if (head.matches(".*[（(](人民币)?分[）)].*")) {
            return Optional.of(FEN);
        }
        return head.matches(".*[（(](人民币)?元[）)].*") ? Optional.of(YUAN) : Optional.empty();
    }
}
