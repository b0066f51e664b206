package org.tongcai.lifecycle;

import java.util.List;
import java.util.Set;
import org.tongcai.Finding;
import org.tongcai.bundle.LifecycleDefinition.State;

/**
 * What came of replaying events. Immutable.
 *
 * @param state the state at the end
 * @param mayRest whether a history may rest in it for good
 * @param findings what was wrong, in the order of the events; {@link Finding#pointer} is {@code /<number of the event>}
 * @param terms all terms that were started, in that order
 * @param skippedGuards ids of rules that guard a transition and could not be judged
 * @param documents document types that are there
 * @param next what may happen next
 */
public record History(
        State state,
        boolean mayRest,
        List<Finding> findings,
        List<Term> terms,
        List<String> skippedGuards,
        Set<String> documents,
        List<NextStep> next) {
    public History {
        findings = List.copyOf(findings);
        terms = List.copyOf(terms);
        skippedGuards = List.copyOf(skippedGuards);
        documents = Set.copyOf(documents);
        next = List.copyOf(next);
    }
}
