package org.tongcai.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Standard;
import org.tongcai.bundle.LifecycleDefinition;
import org.tongcai.bundle.LifecycleDefinition.Clock;
import org.tongcai.bundle.LifecycleDefinition.Event;
import org.tongcai.bundle.LifecycleDefinition.State;
import org.tongcai.bundle.LifecycleDefinition.Transition;
import org.tongcai.bundle.LifecycleDefinition.Unit;
import org.tongcai.compiler.rules.RuleWords;

/** Explains lifecycles. A lifecycle is called {@code lifecycle:contract}, because {@code contract} is a document type. */
final class LifecycleExplanation {
    static final String PREFIX = "lifecycle:";

    private final Terminal terminal;
    private final List<LifecycleDefinition> lifecycles;

    LifecycleExplanation(Terminal terminal, Standard standard) {
        this.terminal = terminal;
        this.lifecycles = standard.bundle().lifecycles();
    }

    /** Ids that it explains, for suggestions. */
    List<String> ids() {
        return lifecycles.stream().map(lifecycle -> PREFIX + lifecycle.id()).toList();
    }

    /** Ids of the lifecycles of a document type. */
    String of(String documentType) {
        return String.join(
                ", ",
                lifecycles.stream()
                        .filter(lifecycle -> lifecycle.documentType().equals(documentType))
                        .map(lifecycle -> PREFIX + lifecycle.id())
                        .toList());
    }

    /** What the standard says about a lifecycle; null where there is none of that id. */
    @Nullable
    String explain(String id) {
        String name = id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : id;
        return lifecycles.stream()
                .filter(lifecycle -> lifecycle.id().equals(name))
                .findFirst()
                .map(this::lifecycle)
                .orElse(null);
    }

    private String lifecycle(LifecycleDefinition lifecycle) {
        ExplainPage page =
                new ExplainPage(terminal, PREFIX + lifecycle.id() + "  " + terminal.in(lifecycle.title()), null);
        page.text(terminal.in(lifecycle.description()));
        page.line("单据", "document", lifecycle.documentType());
        lifecycle.citations().forEach(citation -> page.line("依据", "source", citation.toString()));
        for (State state : lifecycle.states()) {
            page.text("");
            page.text(state.id() + "  " + terminal.in(state.title()) + mark(lifecycle, state));
            lifecycle.transitions().stream()
                    .filter(transition -> transition.from().equals(state.id()))
                    .forEach(transition -> transition(page, lifecycle, transition));
        }
        if (!lifecycle.clocks().isEmpty()) {
            page.part("期限", "Terms");
            lifecycle.clocks().forEach(clock -> clock(page, lifecycle, clock));
        }
        return page.toString();
    }

    private String mark(LifecycleDefinition lifecycle, State state) {
        return state.id().equals(lifecycle.initial())
                ? terminal.in("（起点）", " (initial)")
                : lifecycle.finals().contains(state.id()) ? terminal.in("（终点）", " (final)") : "";
    }

    private void transition(ExplainPage page, LifecycleDefinition lifecycle, Transition transition) {
        Event event = lifecycle.event(transition.event());
        page.text("  " + transition.event() + "  " + (event == null ? "" : terminal.in(event.title())) + " → "
                + transition.to());
        for (List<String> group : transition.documents()) {
            page.line("  单据", "  document", String.join(terminal.in(" 或 ", " or "), group));
        }
        page.line("  条件", "  guards", String.join(", ", transition.guards()));
        page.line("  理由", "  reason", transition.reasonRequired() ? terminal.in("必填", "required") : null);
        page.line("  签名", "  signature", transition.signatureRequired() ? terminal.in("必填", "required") : null);
        transition.citations().forEach(citation -> page.line("  依据", "  source", citation.toString()));
    }

    private void clock(ExplainPage page, LifecycleDefinition lifecycle, Clock clock) {
        Bilingual most = clock.least() ? new Bilingual("不少于", "at least") : new Bilingual("不超过", "at most");
        Bilingual unit = clock.unit() == Unit.DAYS ? new Bilingual("日", "days") : new Bilingual("个工作日", "working days");
        page.text("  " + clock.id() + "  " + terminal.in(clock.title()));
        page.line(
                "  期限",
                "  term",
                terminal.in(most.zh() + clock.limit() + unit.zh(), most.en() + " " + clock.limit() + " " + unit.en()));
        page.line("  起算", "  starts", events(lifecycle, clock.start()));
        page.line("  终止", "  ends", events(lifecycle, clock.stop()));
        page.line("  停止计时", "  stands still in", String.join(", ", clock.pausedIn()));
        page.line("  严重程度", "  severity", RuleWords.severity(clock.severity()));
        page.line("  始于", "  since", Objects.toString(clock.from(), null));
        clock.citations().forEach(citation -> page.line("  依据", "  source", citation.toString()));
    }

    private String events(LifecycleDefinition lifecycle, List<String> ids) {
        return String.join(
                terminal.in("、", ", "),
                ids.stream()
                        .map(id -> {
                            Event event = lifecycle.event(id);
                            return event == null ? id : id + " " + terminal.in(event.title());
                        })
                        .toList());
    }
}
