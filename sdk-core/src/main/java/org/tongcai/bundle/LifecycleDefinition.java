package org.tongcai.bundle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.Severity;

/**
 * A lifecycle: the states of a thing, what may happen to it, and the terms that run. Immutable.
 *
 * @param id id, {@code contract}
 * @param title title
 * @param description what it covers
 * @param documentType the document type whose life it is
 * @param citations where it comes from
 * @param initial id of the first state
 * @param finals ids of the states in which a history may rest for good
 * @param states all states
 * @param events all events
 * @param transitions all transitions; no two with the same state and event
 * @param clocks the terms that run
 */
public record LifecycleDefinition(
        String id,
        Bilingual title,
        Bilingual description,
        String documentType,
        List<Citation> citations,
        String initial,
        List<String> finals,
        List<State> states,
        List<Event> events,
        List<Transition> transitions,
        List<Clock> clocks) {
    public LifecycleDefinition {
        citations = List.copyOf(citations);
        finals = List.copyOf(finals);
        states = List.copyOf(states);
        events = List.copyOf(events);
        transitions = List.copyOf(transitions);
        clocks = List.copyOf(clocks);
    }

    /**
     * A state.
     *
     * @param id id, as {@code processEvent.toState} carries it
     * @param title title
     */
    public record State(String id, Bilingual title) {}

    /**
     * Something that happens.
     *
     * @param id id, as {@code processEvent.event} carries it
     * @param title title
     */
    public record Event(String id, Bilingual title) {}

    /**
     * What may happen in a state.
     *
     * @param from the state before
     * @param event the event
     * @param to the state after
     * @param documents document types that must be there, one out of each group
     * @param guards ids of rules that must hold for those documents
     * @param reasonRequired whether a reason must be given
     * @param signatureRequired whether it must be signed
     * @param citations where it comes from
     */
    public record Transition(
            String from,
            String event,
            String to,
            List<List<String>> documents,
            List<String> guards,
            boolean reasonRequired,
            boolean signatureRequired,
            List<Citation> citations) {
        public Transition {
            documents = documents.stream().map(List::copyOf).toList();
            guards = List.copyOf(guards);
            citations = List.copyOf(citations);
        }
    }

    /** What the days of a term are. */
    public enum Unit {
        /** Calendar days; the last one moves to the next working day where it is a holiday. */
        DAYS,
        /** Working days. */
        WORKDAYS
    }

    /**
     * A term that runs from one event to another. The day of the start does not count (财政部令第87号第八十五条).
     *
     * @param id id, unique in the lifecycle
     * @param title title
     * @param start events that start it
     * @param stop events that end it
     * @param limit how many days
     * @param unit of which days
     * @param least whether at least so many days must pass, instead of at most
     * @param pausedIn states in which it stands still: neither the day of stopping nor that of resuming counts
     * @param severity how much it weighs where it is not kept
     * @param from the day since which it holds
     * @param citations where it comes from
     */
    public record Clock(
            String id,
            Bilingual title,
            List<String> start,
            List<String> stop,
            int limit,
            Unit unit,
            boolean least,
            List<String> pausedIn,
            Severity severity,
            @Nullable LocalDate from,
            List<Citation> citations) {
        public Clock {
            start = List.copyOf(start);
            stop = List.copyOf(stop);
            pausedIn = List.copyOf(pausedIn);
            citations = List.copyOf(citations);
        }
    }

    /** The state with an id; null where there is none. */
    public @Nullable State state(String id) {
        return states.stream()
                .filter(state -> state.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The event with an id; null where there is none. */
    public @Nullable Event event(String id) {
        return events.stream()
                .filter(event -> event.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The transition that an event makes in a state; null where it may not happen there. */
    public @Nullable Transition transition(String state, String event) {
        return transitions.stream()
                .filter(transition ->
                        transition.from().equals(state) && transition.event().equals(event))
                .findFirst()
                .orElse(null);
    }
}
