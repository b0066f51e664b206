package org.tongcai.compiler.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Place;
import org.tongcai.compiler.spec.Spec;

/** Reads what rules, limits, wordings and cases have in common, and says where it is not as it should be. */
final class Forms {
    static final List<String> CONFIDENCE = List.of("found", "secondary", "known", "proposed");
    static final List<String> STRICTER = List.of("higher", "lower", "fixed");
    static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,47}");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,14})([.][0-9]{1,10})?");

    private final Spec spec;
    private final Faults faults;

    Forms(Spec spec, Faults faults) {
        this.spec = spec;
        this.faults = faults;
    }

    /** Only these members, and all of the required ones. */
    void members(Json.Obj source, Set<String> allowed, List<String> required) {
        for (String name : source.members().keySet()) {
            if (!allowed.contains(name)) {
                faults.add(RuleCheck.MEMBER, source.placeOf(name), name);
            }
        }
        for (String name : required) {
            if (!source.has(name)) {
                faults.add(RuleCheck.MISSING, source.place(), name);
            }
        }
    }

    /** A text in both languages; a member that is missing is not said again. */
    Bilingual bilingual(Json.Obj source, String name) {
        Json.Obj text = source.obj(name);
        Bilingual read = new Bilingual(text.text("zh", ""), text.text("en", ""));
        if (source.has(name)
                && (read.zh().isBlank() || read.en().isBlank() || text.members().size() != 2)) {
            faults.add(RuleCheck.TEXT, source.placeOf(name), name);
        }
        return read;
    }

    /** One of the values; the first where it is none. */
    String choice(Json.Obj source, String name, List<String> values) {
        String value = source.text(name);
        if (value != null && values.contains(value)) {
            return value;
        }
        if (source.has(name)) {
            String all = String.join(", ", values);
            faults.add(RuleCheck.VALUE, source.placeOf(name), name, " " + all + " 之一", "one of " + all);
        }
        return values.get(0);
    }

    /**
     * Citations.
     *
     * @param article whether each must name its article
     */
    List<Citation> citations(Json.Obj source, boolean article) {
        List<Citation> citations = new ArrayList<>();
        if (source.has("source") && source.items("source").isEmpty()) {
            faults.add(RuleCheck.VALUE, source.placeOf("source"), "source", "非空数组", "a list that is not empty");
        }
        for (Json item : source.items("source")) {
            String reference = item instanceof Json.Text text ? text.value() : "";
            Citation citation = spec.citation(reference);
            if (citation == null) {
                faults.add(RuleCheck.SOURCE, item.place(), reference);
            } else {
                citations.add(citation);
                int hash = reference.indexOf('#');
                if (article && hash < 0 || hash == reference.length() - 1) {
                    faults.add(RuleCheck.ARTICLE, item.place(), reference);
                }
            }
        }
        return citations;
    }

    /** A day; null where the member is missing or no day. */
    @Nullable
    LocalDate day(Json.Obj source, String name) {
        Json value = source.get(name);
        if (value == null || value instanceof Json.Nil) {
            return null;
        }
        try {
            if (value instanceof Json.Text text) {
                return LocalDate.parse(text.value());
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        faults.add(RuleCheck.EFFECTIVE, source.placeOf(name), name + " 应为 YYYY-MM-DD", name + " should be YYYY-MM-DD");
        return null;
    }

    /** Says so where the first day comes after the last. */
    void order(Place place, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(RuleCheck.EFFECTIVE, place, "to 早于 from", "to is before from");
        }
    }

    /** {@code int} for a whole number, {@code decimal} for a decimal written as a string; null for anything else. */
    static @Nullable String numberType(@Nullable Json value) {
        if (value instanceof Json.Num number && number.whole() != null) {
            return RuleType.INT;
        }
        return value instanceof Json.Text text && DECIMAL.matcher(text.value()).matches() ? RuleType.DECIMAL : null;
    }

    /** A number as written. */
    static String number(@Nullable Json value) {
        return value instanceof Json.Num number
                ? number.literal()
                : value instanceof Json.Text text ? text.value() : "0";
    }
}
