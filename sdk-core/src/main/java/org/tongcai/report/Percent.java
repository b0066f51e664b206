package org.tongcai.report;

import java.util.Locale;

/** Shares in per cent, for people: one digit after the point, and never 0% or 100% where that would hide something. */
final class Percent {
    private Percent() {}

    static String of(long part, long whole) {
        if (whole == 0) {
            return "";
        }
        if (part == 0) {
            return "0%";
        }
        if (part == whole) {
            return "100%";
        }
        double percent = 100.0 * part / whole;
        if (percent < 0.1) {
            return "<0.1%";
        }
        return String.format(Locale.ROOT, "%.1f%%", Math.min(percent, 99.9));
    }

    /** For lengths: a number between 0 and 100 with two digits after the point. */
    static String length(long part, long whole) {
        return whole == 0 ? "0" : String.format(Locale.ROOT, "%.2f", 100.0 * part / whole);
    }
}
