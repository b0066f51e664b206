package org.tongcai.lifecycle;

import java.util.List;
import org.tongcai.Finding;
import org.tongcai.lifecycle.Happening.DocumentName;

/** Judges the rules that guard a transition. Implementations are called by one thread at a time. */
@FunctionalInterface
public interface Guards {
    /**
     * Judges the rules that concern the document, among those named.
     *
     * @param rules ids of rules
     * @param document the document
     * @param happening the event that the rules guard
     * @return what they found
     */
    Answer judge(List<String> rules, DocumentName document, Happening happening);

    /** Nothing is judged: every guard is shown as skipped. */
    Guards NONE = (rules, document, happening) -> new Answer(List.of(), List.of());

    /**
     * What guards found.
     *
     * @param findings what does not hold
     * @param judged ids of the rules that could be judged
     */
    record Answer(List<Finding> findings, List<String> judged) {
        public Answer {
            findings = List.copyOf(findings);
            judged = List.copyOf(judged);
        }
    }
}
