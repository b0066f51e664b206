package org.tongcai.examples.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
    @ParameterizedTest
    @CsvSource({
        "47.70, YUAN, 47.70",
        "'1,299.00', YUAN, 1299.00",
        "￥１２．５, YUAN, 12.50",
        "¥ 8, YUAN, 8.00",
        "人民币25元整, YUAN, 25.00",
        "11.200000, WAN_YUAN, 112000.00",
        "12万元, YUAN, 120000.00",
        "0.5万, YUAN, 5000.00",
        "80元, WAN_YUAN, 80.00",
        "4770, FEN, 47.70",
        "35元/包, YUAN, 35.00",
        "0.035, YUAN, 0.035",
    })
    void amountsAreReadAsPeopleWriteThemAndStatedInYuan(String cell, MoneyUnit unit, BigDecimal yuan) {
        Amount amount = Amount.read(cell, unit, Amount.UNIT_PRICE);
        assertNull(amount.problem());
        assertEquals(yuan, amount.yuan());
    }

    @ParameterizedTest
    @CsvSource({
        "'', PRICE_MISSING",
        "0.00, PRICE_ZERO",
        "-5, PRICE_NEGATIVE",
        "面议, PRICE_NEGOTIABLE",
        "请电询, PRICE_NEGOTIABLE",
        "12.3.4, PRICE_NOT_A_NUMBER",
        "'1,29', PRICE_NOT_A_NUMBER",
        "12.00-15.00, PRICE_NOT_A_NUMBER",
        "八折, PRICE_NOT_A_NUMBER",
        "0.005, PRICE_TOO_FINE",
    })
    void whatIsNoAmountSaysWhy(String cell, Reason reason) {
        Amount amount = Amount.read(cell, MoneyUnit.YUAN, Amount.SUM);
        assertNull(amount.yuan());
        assertEquals(reason, amount.problem());
    }

    @Test
    void theHeadOfTheColumnTellsTheUnit() {
        assertEquals(MoneyUnit.WAN_YUAN, MoneyUnit.inHead("预算金额(万元)").orElseThrow());
        assertEquals(MoneyUnit.YUAN, MoneyUnit.inHead("单价（元）").orElseThrow());
        assertEquals(MoneyUnit.FEN, MoneyUnit.inHead("价格（分）").orElseThrow());
        assertEquals(false, MoneyUnit.inHead("得分").isPresent());
    }
}
