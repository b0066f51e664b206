package org.tongcai.examples.importing;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says about money: either an amount in 元, or the reason why it says none. Immutable.
 *
 * @param yuan the amount in 元, above zero, two or more digits after the point; null where there is none
 * @param problem why there is none; null where there is one
 * @param stated the unit that the cell itself states; null where it states none
 */
public record Amount(
        @Nullable BigDecimal yuan,
        @Nullable Reason problem,
        @Nullable MoneyUnit stated) {
    /** Digits after the point of a sum: 分 is the smallest unit. */
    public static final int SUM = 2;

    /** Digits after the point of a price for one unit; cheap things are priced below 分. */
    public static final int UNIT_PRICE = 6;

    private static final Pattern NUMBER =
            Pattern.compile("([+-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\\.[0-9]+)?(万元|万|元|分)?(?:/.{1,4}|整)?");
    private static final List<String> NEGOTIABLE = List.of("面议", "询价", "电询", "议价", "待定", "暂无", "另议");

    /** Reads a cell; {@code unit} is that of the column, a unit in the cell overrides it; at most {@code digits} after the point. */
    public static Amount read(String cell, MoneyUnit unit, int digits) {
        // Full-width digits and signs are common: NFKC makes １２．５０ and ￥ plain.
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKC)
                .replace("人民币", "")
                .replaceAll("[¥\\s]", "");
        if (text.isEmpty()) {
            return new Amount(null, Reason.PRICE_MISSING, null);
        }
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            boolean negotiable = NEGOTIABLE.stream().anyMatch(text::contains);
            return new Amount(null, negotiable ? Reason.PRICE_NEGOTIABLE : Reason.PRICE_NOT_A_NUMBER, null);
        }
        String fraction = matcher.group(3);
        BigDecimal number = new BigDecimal(
                matcher.group(1) + matcher.group(2).replace(",", "") + (fraction == null ? "" : fraction));
        MoneyUnit stated = stated(matcher.group(4));
        BigDecimal yuan = (stated == null ? unit : stated).toYuan(number).stripTrailingZeros();
        if (yuan.signum() < 0) {
            return new Amount(null, Reason.PRICE_NEGATIVE, stated);
        }
        if (yuan.signum() == 0) {
            return new Amount(null, Reason.PRICE_ZERO, stated);
        }
        if (yuan.scale() > digits) {
            return new Amount(null, Reason.PRICE_TOO_FINE, stated);
        }
        return new Amount(yuan.setScale(Math.max(SUM, yuan.scale())), null, stated);
    }

    private static @Nullable MoneyUnit stated(@Nullable String suffix) {
        if (suffix == null) {
            return null;
        }
        return switch (suffix) {
            case "元" -> MoneyUnit.YUAN;
            case "分" -> MoneyUnit.FEN;
            default -> MoneyUnit.WAN_YUAN;
        };
    }
}
