package org.tongcai.bundle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;

/**
 * A figure that differs by place or changes with the years. Immutable.
 *
 * @param id name in rules: {@code limit.id}
 * @param type {@code int} or {@code decimal}
 * @param unit {@code CNY}, {@code day} …; null for none
 * @param stricter {@code higher}, {@code lower} or {@code fixed}: what a profile may do
 * @param title title
 * @param description meaning
 * @param values what it is where and when
 */
public record RuleLimit(
        String id,
        String type,
        @Nullable String unit,
        String stricter,
        Bilingual title,
        Bilingual description,
        List<Value> values) {
    public RuleLimit {
        values = List.copyOf(values);
    }

    /**
     * A value in force somewhere for some time.
     *
     * @param value as written: a whole number or a decimal
     * @param region prefix of region codes; empty for the whole country
     * @param from first day in force; null: always
     * @param to last day in force; null: still
     * @param citations where it comes from
     * @param confidence how well the source is known
     */
    public record Value(
            String value,
            String region,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<Citation> citations,
            String confidence) {
        public Value {
            citations = List.copyOf(citations);
        }

        /** Whether it is in force on {@code day}. */
        public boolean inForce(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }
}
