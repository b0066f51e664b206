package org.tongcai.compiler.contradiction;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.compiler.cases.RuleCase;

/**
 * A document that may keep rules: an example with patches, and the documents that are there besides it.
 *
 * @param base the example
 * @param cases the cases whose patches are applied, in order
 * @param with other documents
 * @param asOf the day to judge by; null: the document's own
 */
record Candidate(
        String base,
        List<RuleCase> cases,
        Set<RuleCase.Document> with,
        @Nullable LocalDate asOf) {
    static Candidate of(String base) {
        return new Candidate(base, List.of(), Set.of(), null);
    }

    static Candidate of(RuleCase each) {
        return of(each.document().base()).and(each);
    }

    /** With what another case does; its day counts where it has one. */
    Candidate and(RuleCase each) {
        List<RuleCase> more = new ArrayList<>(cases);
        more.add(each);
        Set<RuleCase.Document> others = new LinkedHashSet<>(with);
        others.addAll(each.with());
        return new Candidate(base, more, others, each.asOf() == null ? asOf : each.asOf());
    }

    /** What turns the example into the document. */
    ArrayNode patch() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (RuleCase each : cases) {
            ArrayNode patch = each.document().patch();
            if (patch != null) {
                all.addAll(patch);
            }
        }
        return all;
    }

    /** For people. */
    String name() {
        return cases.isEmpty()
                ? base
                : String.join(" + ", cases.stream().map(RuleCase::id).toList());
    }
}
