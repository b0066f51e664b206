package org.tongcai.amount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An amount in words can be read back, by a reader that knows nothing of the writer. */
class ChineseAmountPropertiesTest {
    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";

    @Property
    void wordsReadBackAreTheAmount(@ForAll("fen") long fen) {
        BigDecimal amount = BigDecimal.valueOf(fen, 2);
        assertEquals(amount, read(ChineseAmount.inWords(amount)));
    }

    /** Every pattern of zeros between the digits of 18: that is where such writers go wrong. */
    @Example
    void everyPatternOfZerosIsRight() {
        for (int mask = 0; mask < 1 << 18; mask++) {
            long fen = 0;
            for (int place = 0; place < 18; place++) {
                fen = fen * 10 + ((mask >> place & 1) == 0 ? 0 : place % 9 + 1);
            }
            check(fen);
        }
    }

    /** And every amount below 20,000 yuan with few fen. */
    @Example
    void everySmallAmountIsRight() {
        for (long fen = 0; fen < 2_000_000; fen += fen < 20_000 ? 1 : 97) {
            check(fen);
            check(-fen);
        }
    }

    private static void check(long fen) {
        BigDecimal amount = BigDecimal.valueOf(fen, 2);
        String words = ChineseAmount.inWords(amount);
        assertEquals(amount, read(words), words);
        char[] room = new char[ChineseAmount.LONGEST + 1];
        assertEquals(words, new String(room, 1, ChineseAmount.inWords(fen, room, 1) - 1));
        assertFalse(words.contains("零零"), words);
        assertFalse(words.contains("零万") || words.contains("零亿") || words.contains("亿万"), words);
        assertTrue(words.endsWith("分") || words.endsWith("整"), words);
    }

    @Provide
    Arbitrary<Long> fen() {
        return Arbitraries.longs().between(-999_999_999_999_999_999L, 999_999_999_999_999_999L);
    }

    /** 壹拾万伍仟元叁角整 → 105000.30 */
    private static BigDecimal read(String words) {
        boolean negative = words.startsWith("负");
        long done = 0; // what a 亿 has closed
        long tenThousands = 0; // what a 万 has closed
        long below = 0;
        long digit = 0;
        long fen = 0;
        for (char c : (negative ? words.substring(1) : words).toCharArray()) {
            switch (c) {
                case '拾', '佰', '仟' -> {
                    below += digit * (c == '拾' ? 10 : c == '佰' ? 100 : 1000);
                    digit = 0;
                }
                case '万' -> {
                    tenThousands = (below + digit) * 10_000;
                    below = 0;
                    digit = 0;
                }
                case '亿' -> {
                    done = (tenThousands + below + digit) * 100_000_000;
                    tenThousands = 0;
                    below = 0;
                    digit = 0;
                }
                case '元' -> {
                    fen = (done + tenThousands + below + digit) * 100;
                    digit = 0;
                }
                case '角' -> {
                    fen += digit * 10;
                    digit = 0;
                }
                case '分' -> {
                    fen += digit;
                    digit = 0;
                }
                case '整' -> assertEquals(0, digit, words);
                default -> digit = DIGITS.indexOf(c);
            }
        }
        return BigDecimal.valueOf(negative ? -fen : fen, 2);
    }
}
