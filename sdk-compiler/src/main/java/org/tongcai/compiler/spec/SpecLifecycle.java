package org.tongcai.compiler.spec;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongcai.Severity;
import org.tongcai.bundle.LifecycleDefinition;

/**
 * A lifecycle: {@code business/lifecycles/<id>.json}. Immutable.
 *
 * @param name of the file, without its ending
 * @param source its JSON
 */
public record SpecLifecycle(String name, Json.Obj source) {
    /** Where the lifecycles stand, relative to the spec directory. */
    public static final String FOLDER = "business/lifecycles";

    /** What the bundle says of it; values that cannot be understood (the linter reports them) are replaced by harmless ones. */
    public LifecycleDefinition definition(Spec spec) {
        List<LifecycleDefinition.State> states = new ArrayList<>();
        for (Json.Obj state : objects("states")) {
            states.add(
                    new LifecycleDefinition.State(state.text("id", ""), CodeListReader.bilingual(state.obj("title"))));
        }
        List<LifecycleDefinition.Event> events = new ArrayList<>();
        for (Json.Obj event : objects("events")) {
            events.add(
                    new LifecycleDefinition.Event(event.text("id", ""), CodeListReader.bilingual(event.obj("title"))));
        }
        List<LifecycleDefinition.Transition> transitions = new ArrayList<>();
        for (Json.Obj transition : objects("transitions")) {
            transitions.add(new LifecycleDefinition.Transition(
                    transition.text("from", ""),
                    transition.text("event", ""),
                    transition.text("to", ""),
                    documents(transition),
                    transition.texts("guards"),
                    transition.flag("reasonRequired"),
                    transition.flag("signatureRequired"),
                    spec.citations(transition.texts("source"))));
        }
        List<LifecycleDefinition.Clock> clocks = new ArrayList<>();
        for (Json.Obj clock : objects("clocks")) {
            clocks.add(new LifecycleDefinition.Clock(
                    clock.text("id", ""),
                    CodeListReader.bilingual(clock.obj("title")),
                    clock.texts("start"),
                    clock.texts("stop"),
                    (int) clock.whole("limit", 0),
                    clock.text("unit", "").equals("days")
                            ? LifecycleDefinition.Unit.DAYS
                            : LifecycleDefinition.Unit.WORKDAYS,
                    clock.flag("least"),
                    clock.texts("pausedIn"),
                    severity(clock),
                    date(clock.text("effectiveFrom")),
                    spec.citations(clock.texts("source"))));
        }
        return new LifecycleDefinition(
                name,
                CodeListReader.bilingual(source.obj("title")),
                CodeListReader.bilingual(source.obj("description")),
                source.text("documentType", ""),
                spec.citations(source.texts("source")),
                source.text("initial", ""),
                source.texts("final"),
                states,
                events,
                transitions,
                clocks);
    }

    /** The objects in the member where it is an array. */
    public List<Json.Obj> objects(String member) {
        return source.items(member).stream()
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .toList();
    }

    /** The groups of document types that a transition needs. */
    public static List<List<String>> documents(Json.Obj transition) {
        List<List<String>> groups = new ArrayList<>();
        for (Json group : transition.items("documents")) {
            if (group instanceof Json.Arr names) {
                groups.add(names.items().stream()
                        .filter(Json.Text.class::isInstance)
                        .map(name -> ((Json.Text) name).value())
                        .toList());
            }
        }
        return groups;
    }

    private static Severity severity(Json.Obj clock) {
        String severity = clock.text("severity", "").toUpperCase(Locale.ROOT);
        return severity.equals("ERROR") || severity.equals("INFO") ? Severity.valueOf(severity) : Severity.WARNING;
    }

    /** The date that a text says; null where it says none. */
    public static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
