package org.tongcai.examples.importing;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months as people write them. */
public final class Months {
    private static final Pattern MONTH = Pattern.compile("([0-9]{4})(?:年|-|/|\\.)([0-9]{1,2})月?");

    private Months() {}

    /** Reads 2026年03月, 2026-3, 2026/03, ２０２６年３月; empty where it is none. */
    public static Optional<YearMonth> read(String text) {
        Matcher matcher =
                MONTH.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", ""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
