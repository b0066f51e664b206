package org.tongcai.lifecycle;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Severity;
import org.tongcai.bundle.LifecycleDefinition;
import org.tongcai.bundle.LifecycleDefinition.Clock;
import org.tongcai.bundle.LifecycleDefinition.Transition;
import org.tongcai.calendar.CalendarYearMissingException;
import org.tongcai.lifecycle.Happening.DocumentName;

/** One replay of a history. Not thread-safe. */
final class Replay {
    private final Lifecycle lifecycle;
    private final LifecycleDefinition definition;
    private final Guards guards;

    private final List<Finding> findings = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();
    private final Set<String> documents = new LinkedHashSet<>();
    private final Set<String> skipped = new LinkedHashSet<>();
    private String state;
    private int number = -1;
    /** Whether an event of its own made the terms stand still; then only its counterpart makes them run again. */
    private boolean held;

    private @Nullable OffsetDateTime last;

    Replay(Lifecycle lifecycle, String from, Guards guards) {
        this.lifecycle = lifecycle;
        this.definition = lifecycle.definition();
        this.guards = guards;
        this.state = from;
    }

    void take(Happening happening) {
        number++;
        OffsetDateTime before = last;
        if (before != null && happening.at().isBefore(before)) {
            error(LifecycleCheck.ORDER, null, both(happening.at()), both(before));
        }
        last = happening.at();
        LocalDate day = happening.at().toLocalDate();
        for (DocumentName document : happening.documents()) {
            documents.add(document.type());
        }
        switch (happening.kind()) {
            case TRANSITION -> transition(happening, day);
            case CLOCK_STOP -> stand(day, true);
            case CLOCK_RESUME -> stand(day, false);
            default -> {}
        }
    }

    private void transition(Happening happening, LocalDate day) {
        String event = happening.event();
        if (event == null || definition.event(event) == null) {
            error(LifecycleCheck.EVENT, null, both(event == null ? "" : event));
            return;
        }
        Transition transition = definition.transition(state, event);
        if (transition == null) {
            List<NextStep> can = lifecycle.next(state, documents);
            Bilingual list = can.stream()
                    .map(step -> step.event().title())
                    .reduce((a, b) -> new Bilingual(a.zh() + "、" + b.zh(), a.en() + ", " + b.en()))
                    .orElse(new Bilingual("无", "nothing"));
            error(
                    LifecycleCheck.TRANSITION,
                    null,
                    lifecycle.event(event).title(),
                    lifecycle.state(state).title(),
                    list);
            return;
        }
        Citation citation =
                transition.citations().isEmpty() ? null : transition.citations().get(0);
        said(LifecycleCheck.FROM, happening.from(), transition.from());
        said(LifecycleCheck.TO, happening.to(), transition.to());
        for (List<String> group : transition.documents()) {
            if (group.stream().noneMatch(documents::contains)) {
                error(LifecycleCheck.DOCUMENT, citation, titles(group));
            }
        }
        if (transition.reasonRequired() && happening.reason() == null) {
            error(LifecycleCheck.REASON, citation);
        }
        if (transition.signatureRequired() && !happening.signed()) {
            error(LifecycleCheck.SIGNATURE, citation);
        }
        guard(transition, happening);
        stop(event, day);
        state = transition.to();
        start(event, day);
        standing(day);
    }

    private void said(LifecycleCheck check, @Nullable String said, String is) {
        if (said != null && !said.equals(is)) {
            error(
                    check,
                    null,
                    lifecycle.state(said).title(),
                    lifecycle.state(is).title());
        }
    }

    private void guard(Transition transition, Happening happening) {
        if (transition.guards().isEmpty()) {
            return;
        }
        Set<String> open = new LinkedHashSet<>(transition.guards());
        for (DocumentName document : happening.documents()) {
            Guards.Answer answer = guards.judge(transition.guards(), document, happening);
            answer.findings().forEach(found -> findings.add(placed(found)));
            answer.judged().forEach(open::remove);
        }
        skipped.addAll(open);
    }

    /** What a rule found in a document, at the event that the document belongs to. */
    private Finding placed(Finding found) {
        return new Finding(
                found.ruleId(),
                found.layer(),
                found.severity(),
                "/" + number,
                found.title(),
                0,
                0,
                -1,
                found.value(),
                found.message(),
                found.citation(),
                found.fix());
    }

    // ---- terms

    private void start(String event, LocalDate day) {
        for (Clock clock : definition.clocks()) {
            if (clock.start().contains(event)) {
                terms.add(new Term(clock, day, List.of(), null));
            }
        }
    }

    private void stop(String event, LocalDate day) {
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            if (term.stopped() == null && term.clock().stop().contains(event)) {
                Term over = (term.isPaused() ? term.resumed(day) : term).stopped(day);
                terms.set(i, over);
                judge(over, day, over.clock().least() ? LifecycleCheck.EARLY : LifecycleCheck.LATE);
            }
        }
    }

    /** Terms stand still in the states in which their clocks are paused. */
    private void standing(LocalDate day) {
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            List<String> paused = term.clock().pausedIn();
            if (term.stopped() == null && !paused.isEmpty()) {
                boolean still = held || paused.contains(state);
                if (still && !term.isPaused()) {
                    terms.set(i, term.paused(day));
                } else if (!still && term.isPaused()) {
                    terms.set(i, term.resumed(day));
                }
            }
        }
    }

    /** An event of its own stops or resumes all terms that know pauses. */
    private void stand(LocalDate day, boolean still) {
        boolean any = false;
        held = still;
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            if (term.stopped() == null && !term.clock().pausedIn().isEmpty() && term.isPaused() != still) {
                terms.set(i, still ? term.paused(day) : term.resumed(day));
                any = true;
            }
        }
        if (!any) {
            error(LifecycleCheck.CLOCK, null);
        }
    }

    private void judge(Term term, LocalDate day, LifecycleCheck check) {
        Clock clock = term.clock();
        LocalDate since = clock.from();
        if (since != null && term.started().isBefore(since)) {
            return;
        }
        Citation citation =
                clock.citations().isEmpty() ? null : clock.citations().get(0);
        try {
            LocalDate due = term.due(lifecycle.calendar());
            if (due == null || (check == LifecycleCheck.EARLY ? !day.isBefore(due) : !day.isAfter(due))) {
                return;
            }
            add(
                    check,
                    clock.severity(),
                    citation,
                    clock.title(),
                    both(term.started()),
                    both(day),
                    both(term.used(day, lifecycle.calendar())),
                    both(clock.limit()),
                    both(due));
        } catch (CalendarYearMissingException e) {
            add(LifecycleCheck.UNDETERMINED, Severity.WARNING, citation, clock.title(), both(e.getMessage()));
        }
    }

    History finish(@Nullable LocalDate asOf) {
        OffsetDateTime end = last;
        LocalDate day = asOf != null ? asOf : end == null ? null : end.toLocalDate();
        if (day != null) {
            for (Term term : terms) {
                if (term.stopped() == null && !term.clock().least()) {
                    judge(term, day, LifecycleCheck.OVERDUE);
                }
            }
        }
        return new History(
                lifecycle.state(state),
                definition.finals().contains(state),
                findings,
                terms,
                List.copyOf(skipped),
                documents,
                lifecycle.next(state, documents));
    }

    // ---- findings

    private void error(LifecycleCheck check, @Nullable Citation citation, Bilingual... figures) {
        add(check, Severity.ERROR, citation, figures);
    }

    private void add(LifecycleCheck check, Severity severity, @Nullable Citation citation, Bilingual... figures) {
        findings.add(new Finding(
                check.id(),
                Layer.LIFECYCLE,
                severity,
                "/" + Math.max(number, 0),
                definition.title(),
                0,
                0,
                -1,
                null,
                check.message(figures),
                citation != null || definition.citations().isEmpty()
                        ? citation
                        : definition.citations().get(0),
                null));
    }

    private Bilingual titles(List<String> types) {
        return types.stream()
                .map(lifecycle::documentTitle)
                .reduce((a, b) -> new Bilingual(a.zh() + "或者" + b.zh(), a.en() + " or " + b.en()))
                .orElse(Bilingual.EMPTY);
    }

    private static Bilingual both(Object value) {
        String text = String.valueOf(value);
        return new Bilingual(text, text);
    }
}
