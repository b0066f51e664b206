package org.tongcai.layout;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.tongcai.amount.ChineseAmount;

/** Values as notices print them. What a value does not fit is printed as it stands: a reader sees the fault. */
final class Formats {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    /** Bounded, so that no exponent makes a page of zeros. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,20})?");

    private Formats() {}

    /** A date, or the day of a moment in Beijing. */
    static String date(String text) {
        try {
            return date(
                    text.indexOf('T') < 0
                            ? LocalDate.parse(text)
                            : OffsetDateTime.parse(text)
                                    .withOffsetSameInstant(BEIJING)
                                    .toLocalDate());
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static String date(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    static String month(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            return month.getYear() + "年" + month.getMonthValue() + "月";
        } catch (DateTimeException e) {
            return text;
        }
    }

    static String moment(String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text).withOffsetSameInstant(BEIJING);
            String seconds = moment.getSecond() == 0 ? "" : String.format("%02d秒", moment.getSecond());
            return date(moment.toLocalDate())
                    + String.format(" %02d点%02d分", moment.getHour(), moment.getMinute())
                    + seconds
                    + "（北京时间）";
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** Without zeros that say nothing. */
    static String number(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return text;
        }
        BigDecimal number = new BigDecimal(text);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** With at least two digits after the point. */
    static String yuan(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return text;
        }
        BigDecimal amount = new BigDecimal(text);
        return amount.setScale(Math.max(2, amount.scale())).toPlainString();
    }

    /** Yuan in ten thousands, exactly. */
    static String wan(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return text;
        }
        return number(new BigDecimal(text).movePointLeft(4).toPlainString());
    }

    static String capital(String text) {
        try {
            return DECIMAL.matcher(text).matches() ? ChineseAmount.inWords(new BigDecimal(text)) : text;
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
