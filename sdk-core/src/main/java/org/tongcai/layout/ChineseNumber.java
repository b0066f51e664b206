package org.tongcai.layout;

import org.tongcai.bundle.LayoutDefinition.Numbering;

/** Numbers of sections. */
final class ChineseNumber {
    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumber() {}

    /** 一, 十, 十一, 二十, … 九十九; beyond that in digits, which no layout reaches. */
    static String of(int number) {
        if (number < 1 || number > 99) {
            return Integer.toString(number);
        }
        int tens = number / 10;
        int ones = number % 10;
        return (tens > 1 ? DIGITS.substring(tens, tens + 1) : "")
                + (tens > 0 ? "十" : "")
                + (ones > 0 ? DIGITS.substring(ones, ones + 1) : "");
    }

    static String of(Numbering numbering, int number) {
        return switch (numbering) {
            case CHINESE -> of(number) + "、";
            case PARENTHESISED -> "（" + of(number) + "）";
            case ARABIC -> number + ".";
            case ARABIC_PARENTHESISED -> "（" + number + "）";
            case NONE -> "";
        };
    }
}
