package org.tongcai.bundle;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongcai.Severity;
import org.tongcai.bundle.JsonTree.Members;
import org.tongcai.bundle.LifecycleDefinition.Clock;
import org.tongcai.bundle.LifecycleDefinition.Event;
import org.tongcai.bundle.LifecycleDefinition.State;
import org.tongcai.bundle.LifecycleDefinition.Transition;

/** Makes the records of lifecycles from their JSON. */
final class LifecycleParts {
    private LifecycleParts() {}

    static List<LifecycleDefinition> lifecycles(Members json) throws IOException {
        List<LifecycleDefinition> lifecycles = new ArrayList<>();
        for (Object item : json.items("lifecycles")) {
            lifecycles.add(lifecycle(Members.of(item)));
        }
        return List.copyOf(lifecycles);
    }

    private static LifecycleDefinition lifecycle(Members json) throws IOException {
        List<State> states = new ArrayList<>();
        for (Object item : json.items("states")) {
            Members state = Members.of(item);
            states.add(new State(state.text("id"), BundleParts.bilingual(state, "title")));
        }
        List<Event> events = new ArrayList<>();
        for (Object item : json.items("events")) {
            Members event = Members.of(item);
            events.add(new Event(event.text("id"), BundleParts.bilingual(event, "title")));
        }
        List<Transition> transitions = new ArrayList<>();
        for (Object item : json.items("transitions")) {
            transitions.add(transition(Members.of(item)));
        }
        List<Clock> clocks = new ArrayList<>();
        for (Object item : json.items("clocks")) {
            clocks.add(clock(Members.of(item)));
        }
        return new LifecycleDefinition(
                json.text("id"),
                BundleParts.bilingual(json, "title"),
                BundleParts.bilingual(json, "description"),
                json.text("documentType"),
                BundleParts.citations(json, "citations"),
                json.text("initial"),
                json.texts("finals"),
                states,
                events,
                transitions,
                clocks);
    }

    private static Transition transition(Members json) throws IOException {
        List<List<String>> documents = new ArrayList<>();
        for (Object group : json.items("documents")) {
            documents.add(JsonTree.list(group).stream().map(String::valueOf).toList());
        }
        return new Transition(
                json.text("from"),
                json.text("event"),
                json.text("to"),
                documents,
                json.texts("guards"),
                json.flag("reasonRequired"),
                json.flag("signatureRequired"),
                BundleParts.citations(json, "citations"));
    }

    private static Clock clock(Members json) throws IOException {
        String from = json.textOrNull("from");
        return new Clock(
                json.text("id"),
                BundleParts.bilingual(json, "title"),
                json.texts("start"),
                json.texts("stop"),
                Math.toIntExact(json.whole("limit")),
                LifecycleDefinition.Unit.valueOf(json.text("unit").toUpperCase(Locale.ROOT)),
                json.flag("least"),
                json.texts("pausedIn"),
                Severity.valueOf(json.text("severity").toUpperCase(Locale.ROOT)),
                from == null ? null : LocalDate.parse(from),
                BundleParts.citations(json, "citations"));
    }
}
