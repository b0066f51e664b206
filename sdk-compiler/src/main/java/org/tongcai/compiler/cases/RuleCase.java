package org.tongcai.compiler.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/**
 * One case of a rule ({@code spec/technical/rules.md}, section 7).
 *
 * @param id file and number, {@code tender.json#3}
 * @param rule id of the rule
 * @param fails whether the rule must find something; otherwise nothing may be found at all, and the rule must have been judged
 * @param title what it shows
 * @param document the document
 * @param with other documents, for references
 * @param asOf the day to judge by; null: the document's own
 * @param pointer where the finding must point; null where the rule holds
 * @param message the Chinese message, whole; null where it is not compared
 */
public record RuleCase(
        String id,
        String rule,
        boolean fails,
        Bilingual title,
        Document document,
        List<Document> with,
        @Nullable LocalDate asOf,
        @Nullable String pointer,
        @Nullable String message) {
    public RuleCase {
        with = List.copyOf(with);
    }

    /**
     * A document made of another.
     *
     * @param base file relative to {@code spec/cases}
     * @param patch RFC 6902 operations; null for none
     */
    public record Document(String base, @Nullable ArrayNode patch) {}
}
