package org.tongcai.compiler.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;

/**
 * The outcome of one case.
 *
 * @param <C> the kind of case
 * @param of the case
 * @param judged what came of its document, once for each way of writing it
 */
public record CaseOutcome<C>(C of, List<Judged> judged) {
    public CaseOutcome {
        judged = List.copyOf(judged);
    }

    /**
     * What came of the document of a case.
     *
     * @param wire what it was written in
     * @param problem what is not as expected; null where all is
     * @param report what was found
     */
    public record Judged(Wire wire, @Nullable Bilingual problem, DocumentReport report) {}

    /** Whether all is as expected. */
    public boolean passed() {
        return failures().isEmpty();
    }

    /** What is not as expected. */
    public List<Judged> failures() {
        return judged.stream().filter(each -> each.problem() != null).toList();
    }

    /** Whether the document was written in XML, too. */
    public boolean inXml() {
        return judged.stream().anyMatch(each -> each.wire() == Wire.XML);
    }
}
