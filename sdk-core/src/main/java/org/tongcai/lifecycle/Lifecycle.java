package org.tongcai.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.LifecycleDefinition;
import org.tongcai.bundle.LifecycleDefinition.Event;
import org.tongcai.bundle.LifecycleDefinition.State;
import org.tongcai.bundle.LifecycleDefinition.Transition;
import org.tongcai.bundle.Manifest;
import org.tongcai.calendar.WorkCalendar;

/** A lifecycle at work: judges histories and says what may happen next. Immutable and thread-safe. */
public final class Lifecycle {
    private final LifecycleDefinition definition;
    private final Bundle bundle;

    private Lifecycle(LifecycleDefinition definition, Bundle bundle) {
        this.definition = definition;
        this.bundle = bundle;
    }

    /**
     * A lifecycle of a standard.
     *
     * @throws IllegalArgumentException if the standard has none with this id
     */
    public static Lifecycle of(Bundle bundle, String id) {
        for (LifecycleDefinition definition : bundle.lifecycles()) {
            if (definition.id().equals(id)) {
                return new Lifecycle(definition, bundle);
            }
        }
        List<String> known =
                bundle.lifecycles().stream().map(LifecycleDefinition::id).toList();
        throw new IllegalArgumentException("the standard has no lifecycle " + id + "; it has " + known);
    }

    /** The definition. */
    public LifecycleDefinition definition() {
        return definition;
    }

    /**
     * Replays a history from the initial state. An event that may not happen is a finding and changes nothing; the rest is judged all the
     * same.
     *
     * @param events in the order in which they happened
     * @param asOf the day up to which running terms are judged; null: the day of the last event
     * @param guards who judges the rules that guard transitions
     */
    public History replay(List<Happening> events, @Nullable LocalDate asOf, Guards guards) {
        return replay(definition.initial(), events, asOf, guards);
    }

    /**
     * The same for the later part of a history.
     *
     * @param from id of the state in which it begins
     * @throws IllegalArgumentException if the lifecycle has no such state
     */
    public History replay(String from, List<Happening> events, @Nullable LocalDate asOf, Guards guards) {
        if (definition.state(from) == null) {
            throw new IllegalArgumentException("lifecycle " + definition.id() + " has no state " + from);
        }
        Replay replay = new Replay(this, from, guards);
        events.forEach(replay::take);
        return replay.finish(asOf);
    }

    /**
     * What may happen in a state.
     *
     * @param state id of the state
     * @param documents document types that are there
     * @throws IllegalArgumentException if the lifecycle has no such state
     */
    public List<NextStep> next(String state, Set<String> documents) {
        if (definition.state(state) == null) {
            throw new IllegalArgumentException("lifecycle " + definition.id() + " has no state " + state);
        }
        List<NextStep> steps = new ArrayList<>();
        for (Transition transition : definition.transitions()) {
            if (transition.from().equals(state)) {
                steps.add(new NextStep(
                        event(transition.event()),
                        state(transition.to()),
                        transition,
                        transition.documents().stream()
                                .filter(group -> group.stream().noneMatch(documents::contains))
                                .toList()));
            }
        }
        return steps;
    }

    State state(String id) {
        State state = definition.state(id);
        return state == null ? new State(id, new Bilingual(id, id)) : state;
    }

    Event event(String id) {
        Event event = definition.event(id);
        return event == null ? new Event(id, new Bilingual(id, id)) : event;
    }

    WorkCalendar calendar() {
        return bundle.calendar();
    }

    /** Title of a document type; its name where the standard does not know it. */
    Bilingual documentTitle(String type) {
        return bundle.manifest().documentTypes().stream()
                .filter(known -> known.name().equals(type))
                .map(Manifest.DocumentType::title)
                .findFirst()
                .orElse(new Bilingual(type, type));
    }
}
