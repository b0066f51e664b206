package org.tongcai.compiler.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Place;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCodeList;
import org.tongcai.compiler.spec.SpecLifecycle;

/** Lifecycles (spec/technical/lifecycles.md): every state can be reached and left, every name means something. */
final class LifecycleRules {
    private static final Set<String> MEMBERS = Set.of(
            "id",
            "title",
            "description",
            "documentType",
            "statusCodeList",
            "source",
            "initial",
            "final",
            "states",
            "events",
            "transitions",
            "clocks");
    private static final Set<String> UNITS = Set.of("days", "workdays");
    private static final Set<String> SEVERITIES = Set.of("error", "warning", "info");

    private final Spec spec;
    private final Map<String, Set<String>> rules;
    private final Findings findings;

    /** With the ids of all rules and the document types that each applies to. */
    LifecycleRules(Spec spec, Map<String, Set<String>> rules, Findings findings) {
        this.spec = spec;
        this.rules = rules;
        this.findings = findings;
    }

    void check() {
        spec.lifecycles().values().forEach(this::check);
    }

    private void check(SpecLifecycle lifecycle) {
        Json.Obj source = lifecycle.source();
        source.members().keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> findings.add(LintCheck.KEYWORD_UNKNOWN, source.placeOf(name), name));
        if (!source.text("id", "").equals(lifecycle.name())) {
            malformed(source.placeOf("id"), "id 应与文件名相同", "id should be the name of the file");
        }
        texts(source, "title", "description");
        sources(source, true);
        documentType(source.text("documentType", ""), source.placeOf("documentType"));
        Map<String, Json.Obj> states = named(lifecycle, "states");
        Map<String, Json.Obj> events = named(lifecycle, "events");
        states(source, states);
        Set<String> usedEvents = new HashSet<>();
        Map<String, Set<String>> next = new LinkedHashMap<>();
        Set<String> pairs = new HashSet<>();
        for (Json.Obj transition : lifecycle.objects("transitions")) {
            String from = transition.text("from", "");
            String to = transition.text("to", "");
            String event = transition.text("event", "");
            known(states, from, transition.placeOf("from"));
            known(states, to, transition.placeOf("to"));
            known(events, event, transition.placeOf("event"));
            usedEvents.add(event);
            next.computeIfAbsent(from, key -> new HashSet<>()).add(to);
            if (!pairs.add(from + " " + event)) {
                findings.add(LintCheck.LIFECYCLE_DUPLICATE, transition.place(), event, from);
            }
            transition(transition);
        }
        events.forEach((id, event) -> {
            if (!usedEvents.contains(id)) {
                findings.add(LintCheck.LIFECYCLE_UNUSED, event.place(), id);
            }
        });
        reachable(source, states, next);
        lifecycle.objects("clocks").forEach(clock -> clock(clock, states, events));
    }

    private void states(Json.Obj source, Map<String, Json.Obj> states) {
        known(states, source.text("initial", ""), source.placeOf("initial"));
        source.texts("final").forEach(id -> known(states, id, source.placeOf("final")));
        String list = source.text("statusCodeList");
        if (list != null) {
            SpecCodeList codes = spec.codeLists().get(list);
            if (codes == null) {
                findings.add(LintCheck.CODE_LIST_UNKNOWN, source.placeOf("statusCodeList"), list);
                return;
            }
            Set<String> left = codes(codes);
            states.forEach((id, state) -> {
                if (!left.remove(id)) {
                    findings.add(LintCheck.LIFECYCLE_STATUS, state.place(), id, list);
                }
            });
            left.forEach(id -> findings.add(LintCheck.LIFECYCLE_STATE_MISSING, source.placeOf("states"), id, list));
        }
        states.values()
                .forEach(state -> state.items("statuses").forEach(item -> {
                    if (item instanceof Json.Obj status) {
                        SpecCodeList codes = spec.codeLists().get(status.text("codeList", ""));
                        if (codes == null || !codes(codes).contains(status.text("code", ""))) {
                            findings.add(
                                    LintCheck.LIFECYCLE_STATUS,
                                    status.place(),
                                    status.text("code", ""),
                                    status.text("codeList", ""));
                        }
                    }
                }));
    }

    private static Set<String> codes(SpecCodeList list) {
        Set<String> codes = new HashSet<>();
        list.list().entries().forEach(entry -> codes.add(entry.code()));
        return codes;
    }

    private void reachable(Json.Obj source, Map<String, Json.Obj> states, Map<String, Set<String>> next) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(source.text("initial", "")));
        while (!open.isEmpty()) {
            String state = open.remove();
            if (reached.add(state)) {
                open.addAll(next.getOrDefault(state, Set.of()));
            }
        }
        List<String> finals = source.texts("final");
        states.forEach((id, state) -> {
            if (!reached.contains(id)) {
                findings.add(LintCheck.LIFECYCLE_UNREACHABLE, state.place(), id);
            }
            if (!finals.contains(id) && !next.containsKey(id)) {
                findings.add(LintCheck.LIFECYCLE_DEAD_END, state.place(), id);
            }
        });
    }

    private void transition(Json.Obj transition) {
        sources(transition, false);
        List<List<String>> groups = SpecLifecycle.documents(transition);
        if (groups.isEmpty() || groups.stream().anyMatch(List::isEmpty)) {
            malformed(transition.placeOf("documents"), "须写明单据类型", "document types must be named");
        }
        Set<String> types = new HashSet<>();
        groups.forEach(types::addAll);
        types.forEach(type -> documentType(type, transition.placeOf("documents")));
        for (String guard : transition.texts("guards")) {
            Set<String> applies = rules.get(guard);
            if (applies == null) {
                findings.add(LintCheck.LIFECYCLE_GUARD, transition.placeOf("guards"), guard);
            } else if (applies.stream().noneMatch(types::contains)) {
                findings.add(LintCheck.LIFECYCLE_GUARD_TYPE, transition.placeOf("guards"), guard, types);
            }
        }
    }

    private void clock(Json.Obj clock, Map<String, Json.Obj> states, Map<String, Json.Obj> events) {
        texts(clock, "title");
        sources(clock, true);
        clock.texts("start").forEach(id -> known(events, id, clock.placeOf("start")));
        clock.texts("stop").forEach(id -> known(events, id, clock.placeOf("stop")));
        clock.texts("pausedIn").forEach(id -> known(states, id, clock.placeOf("pausedIn")));
        if (clock.texts("start").isEmpty() || clock.texts("stop").isEmpty()) {
            malformed(clock.place(), "须写明 start 和 stop", "start and stop are needed");
        }
        if (clock.whole("limit", 0) < 1 || !UNITS.contains(clock.text("unit", ""))) {
            malformed(clock.place(), "limit 应为正整数，unit 应为 days 或 workdays", "limit is positive, unit days or workdays");
        }
        String severity = clock.text("severity", "");
        String confidence = clock.text("confidence", "");
        if (!SEVERITIES.contains(severity) || severity.equals("error") && !confidence.equals("found")) {
            findings.add(LintCheck.LIFECYCLE_SEVERITY, clock.placeOf("severity"), severity, confidence);
        }
        if (SpecLifecycle.date(clock.text("effectiveFrom")) == null) {
            malformed(clock.place(), "effectiveFrom 应为日期", "effectiveFrom should be a date");
        }
    }

    private Map<String, Json.Obj> named(SpecLifecycle lifecycle, String member) {
        Map<String, Json.Obj> named = new LinkedHashMap<>();
        for (Json.Obj item : lifecycle.objects(member)) {
            texts(item, "title");
            String id = item.text("id", "");
            if (id.isEmpty() || named.putIfAbsent(id, item) != null) {
                findings.add(LintCheck.LIFECYCLE_DUPLICATE, item.place(), id, member);
            }
        }
        return named;
    }

    private void known(Map<String, Json.Obj> names, String id, Place place) {
        if (!names.containsKey(id)) {
            findings.add(LintCheck.LIFECYCLE_NAME, place, id);
        }
    }

    private void documentType(String name, Place place) {
        if (!spec.standard().documentTypes().contains(name)) {
            findings.add(LintCheck.DOCUMENT_REFERENCE, place, name);
        }
    }

    private void sources(Json.Obj source, boolean needed) {
        List<String> references = source.texts("source");
        if (needed && references.isEmpty()) {
            findings.add(LintCheck.KEYWORD_MISSING, source.place(), "source");
        }
        references.stream()
                .filter(reference -> spec.citation(reference) == null)
                .forEach(reference -> findings.add(LintCheck.CITATION, source.placeOf("source"), reference));
    }

    private void texts(Json.Obj source, String... members) {
        for (String member : members) {
            Json.Obj text = source.obj(member);
            if (text.text("zh", "").isEmpty() || text.text("en", "").isEmpty()) {
                malformed(source.placeOf(member), member + " 须有中英文", member + " needs both languages");
            }
        }
    }

    private void malformed(Place place, String zh, String en) {
        findings.add(LintCheck.LIFECYCLE_FORM, place, zh, en);
    }
}
