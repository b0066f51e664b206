package org.tongcai.bundle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;

/**
 * A code list with its history. Immutable.
 *
 * @param id kebab-case id, {@code procurement-method}
 * @param title title
 * @param description what it is, how to choose
 * @param status {@code law}, {@code official}, {@code common} or {@code tongcai}: who named the things
 * @param codes {@code official} or {@code tongcai}: who made the codes
 * @param confidence {@code found}, {@code known}, {@code unsure} or {@code proposed}
 * @param edition edition of the source; null where it has none
 * @param sources official documents
 * @param coverage how far the list can be trusted to hold every code
 * @param entries all entries ever in force, in the order of the list
 */
public record CodeList(
        String id,
        Bilingual title,
        Bilingual description,
        String status,
        String codes,
        String confidence,
        @Nullable String edition,
        List<Citation> sources,
        Coverage coverage,
        List<Entry> entries) {
    public CodeList {
        sources = List.copyOf(sources);
        entries = List.copyOf(entries);
    }

    /** A list that holds every code. */
    public CodeList(
            String id,
            Bilingual title,
            Bilingual description,
            String status,
            String codes,
            String confidence,
            @Nullable String edition,
            List<Citation> sources,
            List<Entry> entries) {
        this(id, title, description, status, codes, confidence, edition, sources, Coverage.COMPLETE, entries);
    }

    /**
     * How far a list can be trusted to hold every code. What may well exist is warned about, never refused.
     *
     * @param codePattern shape of every code, in the dialect's pattern subset; null where codes have no common shape
     * @param completeUntil last day for which the list is complete; later codes may exist. null: it is complete
     * @param unverified codes that the numbering implies but no readable source names
     */
    public record Coverage(
            @Nullable String codePattern, @Nullable LocalDate completeUntil, List<String> unverified) {
        /** Every code is there. */
        public static final Coverage COMPLETE = new Coverage(null, null, List.of());

        public Coverage {
            unverified = List.copyOf(unverified);
        }
    }

    /**
     * One code during one span of validity; a code whose name changed has several entries.
     *
     * @param code the code
     * @param name its meaning; English may be empty in the big lists
     * @param parent code of the parent; null at the top
     * @param validFrom first day in force; null: always
     * @param validTo last day in force; null: still
     * @param replacedBy successors, empty for none
     * @param source citation as written; null: that of the list
     * @param note remark; null for none
     */
    public record Entry(
            String code,
            Bilingual name,
            @Nullable String parent,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<String> replacedBy,
            @Nullable String source,
            @Nullable String note) {
        public Entry {
            replacedBy = List.copyOf(replacedBy);
        }

        /** Whether the entry is in force on {@code day}. */
        public boolean inForce(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
        }
    }
}
