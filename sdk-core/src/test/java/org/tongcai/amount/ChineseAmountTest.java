package org.tongcai.amount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseAmountTest {
    @ParameterizedTest
    @CsvSource({
        "1440000.00, 壹佰肆拾肆万元整",
        "1371520, 壹佰叁拾柒万壹仟伍佰贰拾元整",
        "0, 零元整",
        "0.05, 伍分",
        "0.50, 伍角整",
        "0.56, 伍角陆分",
        "10, 壹拾元整",
        "1409.50, 壹仟肆佰零玖元伍角整",
        "6007.14, 陆仟零柒元壹角肆分",
        "16409.02, 壹万陆仟肆佰零玖元零贰分",
        "107000.53, 壹拾万柒仟元伍角叁分",
        "325.04, 叁佰贰拾伍元零肆分",
        "100000000, 壹亿元整",
        "100000001, 壹亿零壹元整",
        "100010000, 壹亿零壹万元整",
        "1050000000, 壹拾亿伍仟万元整",
        "1000000000000, 壹万亿元整",
        "9999999999999999.99, 玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
        "-1200.3, 负壹仟贰佰元叁角整",
        "1E+4, 壹万元整",
    })
    void writesAsAccountsDo(BigDecimal amount, String words) {
        assertEquals(words, ChineseAmount.inWords(amount));
    }

    @Test
    void refusesWhatItCannotSay() {
        assertThrows(IllegalArgumentException.class, () -> ChineseAmount.inWords(new BigDecimal("0.001")));
        assertThrows(IllegalArgumentException.class, () -> ChineseAmount.inWords(new BigDecimal("10000000000000000")));
        assertThrows(IllegalArgumentException.class, () -> ChineseAmount.inWords(new BigDecimal("1E+999999999")));
    }
}
