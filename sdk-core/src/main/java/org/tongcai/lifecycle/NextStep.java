package org.tongcai.lifecycle;

import java.util.List;
import org.tongcai.bundle.LifecycleDefinition.Event;
import org.tongcai.bundle.LifecycleDefinition.State;
import org.tongcai.bundle.LifecycleDefinition.Transition;

/**
 * Something that may happen next. Immutable.
 *
 * @param event the event
 * @param to the state it leads to
 * @param transition what it demands
 * @param missing groups of document types out of which none is there yet
 */
public record NextStep(Event event, State to, Transition transition, List<List<String>> missing) {
    public NextStep {
        missing = missing.stream().map(List::copyOf).toList();
    }

    /** Whether all documents are there. */
    public boolean isReady() {
        return missing.isEmpty();
    }
}
