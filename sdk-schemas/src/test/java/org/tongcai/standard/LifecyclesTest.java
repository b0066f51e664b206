package org.tongcai.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongcai.Finding;
import org.tongcai.Standard;
import org.tongcai.bundle.LifecycleDefinition;
import org.tongcai.bundle.LifecycleDefinition.Event;
import org.tongcai.bundle.LifecycleDefinition.Transition;
import org.tongcai.input.Slice;
import org.tongcai.lifecycle.Guards;
import org.tongcai.lifecycle.Happening;
import org.tongcai.lifecycle.Happening.DocumentName;
import org.tongcai.lifecycle.History;
import org.tongcai.lifecycle.Lifecycle;
import org.tongcai.lifecycle.NextStep;
import org.tongcai.lifecycle.RuleGuards;
import org.tongcai.lifecycle.Term;
import org.tongcai.rule.MemoryResolver;

/** The lifecycles of the standard at work. */
class LifecyclesTest {
    private static final Standard STANDARD = Standard.load();
    private static final OffsetDateTime DAY = OffsetDateTime.parse("2026-03-02T09:00:00+08:00");

    static Stream<String> lifecycles() {
        return STANDARD.bundle().lifecycles().stream().map(LifecycleDefinition::id);
    }

    private static Lifecycle lifecycle(String id) {
        return Lifecycle.of(STANDARD.bundle(), id);
    }

    @Test
    void thereAreTwelve() {
        assertEquals(
                Set.of(
                        "plan",
                        "project",
                        "single-source",
                        "contract",
                        "payment",
                        "challenge-complaint",
                        "mall-order",
                        "product",
                        "supplier",
                        "acceptance",
                        "framework",
                        "inspection"),
                lifecycles().collect(Collectors.toSet()));
        String message = assertThrows(IllegalArgumentException.class, () -> lifecycle("orders"))
                .getMessage();
        assertTrue(message.contains("mall-order"), message);
    }

    /** Each transition can be reached and made on one day with all that it asks for, and nothing is found. */
    @ParameterizedTest
    @MethodSource("lifecycles")
    void everyTransitionCanBeMade(String id) {
        Lifecycle lifecycle = lifecycle(id);
        Map<String, List<Happening>> ways = ways(lifecycle);
        for (Transition transition : lifecycle.definition().transitions()) {
            List<Happening> events = new ArrayList<>(ways.get(transition.from()));
            events.add(happening(transition));
            History history = lifecycle.replay(events, null, Guards.NONE);
            assertEquals(List.of(), found(history), transition.toString());
            assertEquals(transition.to(), history.state().id());
            assertTrue(history.skippedGuards().containsAll(transition.guards()));
        }
    }

    /** Whatever may not happen in a state is one finding and leaves the state alone. */
    @ParameterizedTest
    @MethodSource("lifecycles")
    void nothingElseCanHappen(String id) {
        Lifecycle lifecycle = lifecycle(id);
        ways(lifecycle).forEach((state, way) -> {
            Set<String> possible = new HashSet<>();
            lifecycle
                    .next(state, Set.of())
                    .forEach(step -> possible.add(step.event().id()));
            for (Event event : lifecycle.definition().events()) {
                if (!possible.contains(event.id())) {
                    List<Happening> events = new ArrayList<>(way);
                    events.add(Happening.of(event.id(), DAY));
                    History history = lifecycle.replay(events, null, Guards.NONE);
                    assertEquals(state, history.state().id());
                    assertEquals(List.of("lifecycle.transition"), found(history));
                }
            }
        });
    }

    /** Each demand of a transition, left out, is its own finding. */
    @ParameterizedTest
    @MethodSource("lifecycles")
    void everyDemandIsMade(String id) {
        Lifecycle lifecycle = lifecycle(id);
        Map<String, List<Happening>> ways = ways(lifecycle);
        for (Transition transition : lifecycle.definition().transitions()) {
            List<Happening> events = new ArrayList<>(ways.get(transition.from()));
            Set<String> there = new HashSet<>();
            events.forEach(event -> event.documents().forEach(document -> there.add(document.type())));
            List<String> expected = new ArrayList<>();
            for (List<String> group : transition.documents()) {
                if (group.stream().noneMatch(there::contains)) {
                    expected.add("lifecycle.document");
                }
            }
            if (transition.reasonRequired()) {
                expected.add("lifecycle.reason");
            }
            if (transition.signatureRequired()) {
                expected.add("lifecycle.signature");
            }
            events.add(Happening.of(transition.event(), DAY));
            assertEquals(expected, found(lifecycle.replay(events, null, Guards.NONE)), transition.toString());
        }
    }

    @Test
    void aContractPublishedAfterThreeWorkingDaysIsLate() {
        History history = lifecycle("contract").replay(contract("2026-03-02", "2026-03-05"), null, Guards.NONE);
        assertEquals(1, history.findings().size());
        Finding found = history.findings().get(0);
        assertEquals("lifecycle.late", found.ruleId());
        assertEquals("/5", found.pointer());
        assertEquals(
                "签订至公告：自 2026-03-02 起至 2026-03-05 用了 3 日，超过 2 日，应在 2026-03-04 前完成",
                found.message().zh());
        assertEquals("《中华人民共和国政府采购法实施条例》（国务院令第658号）第五十条", String.valueOf(found.citation()));
        assertEquals(
                List.of(),
                found(lifecycle("contract").replay(contract("2026-03-02", "2026-03-04"), null, Guards.NONE)));
    }

    @Test
    void aTermThatStillRunsIsOverdueAsOfTheDayAskedFor() {
        List<Happening> signed = contract("2026-03-02", "2026-03-04").subList(0, 5);
        Lifecycle contract = lifecycle("contract");
        assertEquals(List.of(), found(contract.replay(signed, LocalDate.parse("2026-03-04"), Guards.NONE)));
        assertEquals(
                List.of("lifecycle.overdue"),
                found(contract.replay(signed, LocalDate.parse("2026-03-05"), Guards.NONE)));
    }

    /** Thirty working days from 2026-03-02 end on 2026-04-14; nine of them fall into the standstill, both its ends among them. */
    @Test
    void theClockOfAComplaintStandsStillDuringAnAppraisal() {
        Lifecycle lifecycle = lifecycle("challenge-complaint");
        List<Happening> events = new ArrayList<>(complaint());
        assertEquals(LocalDate.parse("2026-04-14"), due(lifecycle, events));
        events.add(at("2026-03-10", Happening.of("stopClock", DAY).because("委托检测")));
        assertNull(due(lifecycle, events));
        events.add(at("2026-03-20", Happening.of("resumeClock", DAY)));
        assertEquals(LocalDate.parse("2026-04-27"), due(lifecycle, events));
        events.add(at("2026-04-28", Happening.of("decide", DAY).with(new DocumentName("complaintDecision", "TSCL-1"))));
        assertEquals(List.of("lifecycle.late"), found(lifecycle.replay(events, null, Guards.NONE)));
    }

    /** A platform that reports the standstill as an event of its own, without a change of state, gets the same days. */
    @Test
    void clockEventsDoTheSame() {
        Lifecycle lifecycle = lifecycle("challenge-complaint");
        List<Happening> events = new ArrayList<>(complaint());
        events.add(clock("2026-03-10", Happening.Kind.CLOCK_STOP));
        assertNull(due(lifecycle, events));
        events.add(clock("2026-03-20", Happening.Kind.CLOCK_RESUME));
        assertEquals(LocalDate.parse("2026-04-27"), due(lifecycle, events));
        assertEquals(List.of(), found(lifecycle.replay(events, null, Guards.NONE)));
        events.add(clock("2026-03-23", Happening.Kind.CLOCK_RESUME));
        assertEquals(List.of("lifecycle.clock"), found(lifecycle.replay(events, null, Guards.NONE)));
    }

    @Test
    void whatIsMissingForTheNextStepIsSaid() {
        List<NextStep> next = lifecycle("contract").next("PERFORMING", Set.of("contract"));
        NextStep accept = next.stream()
                .filter(step -> step.event().id().equals("accept"))
                .findFirst()
                .orElseThrow();
        assertFalse(accept.isReady());
        assertEquals(List.of(List.of("acceptanceReport")), accept.missing());
        assertEquals("验收合格", accept.to().title().zh());
    }

    @Test
    void whatASenderSaysOfStatesIsHeldAgainstTheLifecycle() {
        Happening wrong = new Happening(
                Happening.Kind.TRANSITION,
                "send",
                "CONFIRMED",
                "SENT",
                DAY,
                null,
                false,
                List.of(new DocumentName("contract", "HT-1")));
        assertEquals(List.of("lifecycle.from"), found(lifecycle("contract").replay(List.of(wrong), null, Guards.NONE)));
    }

    /** A guard is a rule: what it finds in the document stands at the event; what is not at hand is not taken for kept. */
    @Test
    void guardsAreJudgedOverTheDocumentsAtHand() throws IOException {
        Path examples = Path.of(System.getProperty("spec.directory", "../spec"), "cases/examples");
        String notice = Files.readString(examples.resolve("awardNotice.json"));
        String late = notice.replaceFirst("\"noticeDate\": \"[0-9-]+\"", "\"noticeDate\": \"2026-04-10\"");
        assertFalse(notice.equals(late));
        String id = notice.replaceFirst("(?s).*?\"documentId\": \"([^\"]+)\".*", "$1");
        Happening publish = at(
                "2026-04-01",
                Happening.of("publish", DAY)
                        .with(new DocumentName("awardNotice", id), new DocumentName("awardLetter", "TZS-0")));
        assertEquals(List.of(), guarded(notice, publish).findings());
        assertEquals(
                List.of("GP-NOTICE-028"),
                guarded(late, publish).findings().stream().map(Finding::ruleId).toList());
        assertTrue(guarded(notice, publish).skippedGuards().contains("GP-NOTICE-030"));
    }

    private static History guarded(String notice, Happening publish) {
        MemoryResolver documents = STANDARD.newResolver();
        documents.add(Objects.requireNonNull(STANDARD.facts(Slice.of("-", notice.getBytes(StandardCharsets.UTF_8)))));
        return lifecycle("project")
                .replay("RESULT_DETERMINED", List.of(publish), null, new RuleGuards(STANDARD.bundle(), documents));
    }

    /** The terms of a history that is made on one day are kept, but for those that ask for a least number of days. */
    private static List<String> found(History history) {
        return history.findings().stream()
                .map(Finding::ruleId)
                .filter(rule -> !rule.equals("lifecycle.early"))
                .toList();
    }

    private static LocalDate due(Lifecycle lifecycle, List<Happening> events) {
        Term term = lifecycle.replay(events, null, Guards.NONE).terms().stream()
                .filter(started -> started.clock().id().equals("decision"))
                .findFirst()
                .orElseThrow();
        return term.due(STANDARD.bundle().calendar());
    }

    @Test
    void publicityThatEndsTooSoonIsFound() {
        Lifecycle lifecycle = lifecycle("single-source");
        DocumentName change = new DocumentName("methodChange", "FS-1");
        DocumentName notice = new DocumentName("singleSourceNotice", "GS-1");
        List<Happening> events = List.of(
                at("2026-03-02", Happening.of("argue", DAY).with(change)),
                at("2026-03-03", Happening.of("publish", DAY).with(notice)),
                at("2026-03-09", Happening.of("expire", DAY).with(change)));
        assertEquals(
                List.of("lifecycle.early"),
                lifecycle.replay(events, null, Guards.NONE).findings().stream()
                        .map(Finding::ruleId)
                        .toList());
    }

    // ---- histories

    private static List<Happening> contract(String signed, String published) {
        DocumentName contract = new DocumentName("contract", "HT-1");
        return List.of(
                at(signed, Happening.of("send", DAY).with(contract)),
                at(signed, Happening.of("confirm", DAY).with(contract)),
                at(signed, Happening.of("signFirst", DAY).with(contract).withSignature()),
                at(signed, Happening.of("signSecond", DAY).with(contract).withSignature()),
                at(signed, new Happening(Happening.Kind.OTHER, null, null, null, DAY, null, false, List.of())),
                at(published, Happening.of("publish", DAY).with(new DocumentName("contractNotice", "HTGG-1"))));
    }

    private static List<Happening> complaint() {
        DocumentName complaint = new DocumentName("complaint", "TS-1");
        return List.of(
                at("2026-02-02", Happening.of("challenge", DAY).with(new DocumentName("challenge", "ZY-1"))),
                at("2026-02-05", Happening.of("answer", DAY)),
                at("2026-03-02", Happening.of("complain", DAY).with(complaint)),
                at("2026-03-03", Happening.of("accept", DAY)),
                at("2026-03-04", Happening.of("investigate", DAY)));
    }

    private static Happening clock(String day, Happening.Kind kind) {
        return at(day, new Happening(kind, null, null, null, DAY, null, false, List.of()));
    }

    private static Happening at(String day, Happening happening) {
        return new Happening(
                happening.kind(),
                happening.event(),
                happening.from(),
                happening.to(),
                OffsetDateTime.parse(day + "T09:00:00+08:00"),
                happening.reason(),
                happening.signed(),
                happening.documents());
    }

    private static Happening happening(Transition transition) {
        List<DocumentName> documents = transition.documents().stream()
                .map(group -> new DocumentName(group.get(0), "D-1"))
                .toList();
        return new Happening(
                Happening.Kind.TRANSITION,
                transition.event(),
                transition.from(),
                transition.to(),
                DAY,
                "有理由",
                true,
                documents);
    }

    /** A shortest history that leads to each state. */
    private static Map<String, List<Happening>> ways(Lifecycle lifecycle) {
        Map<String, List<Happening>> ways = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(lifecycle.definition().initial()));
        ways.put(lifecycle.definition().initial(), List.of());
        while (!open.isEmpty()) {
            String state = open.remove();
            for (Transition transition : lifecycle.definition().transitions()) {
                if (transition.from().equals(state) && !ways.containsKey(transition.to())) {
                    List<Happening> way = new ArrayList<>(ways.get(state));
                    way.add(happening(transition));
                    ways.put(transition.to(), way);
                    open.add(transition.to());
                }
            }
        }
        return ways;
    }
}
