package org.tongcai.calendar;

/**
 * What happens to a period of calendar days whose last day is no working day.
 *
 * <p>87号令第八十五条、110号令第四十九条 say 国家法定节假日, 94号令第四十二条 says 节假日; whether a weekend counts as one is
 * practice, not text, so it is a choice.
 */
public enum RollOver {
    /** Moves on over weekends and holidays to the next working day: the usual practice. */
    REST_DAYS,
    /** Moves on over the days that a holiday notice declares off, not over plain weekends: the narrow reading. */
    HOLIDAYS_ONLY,
    /** Stays where it is. */
    NONE
}
