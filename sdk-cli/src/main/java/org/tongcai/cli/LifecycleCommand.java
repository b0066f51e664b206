package org.tongcai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Finding;
import org.tongcai.Limits;
import org.tongcai.Severity;
import org.tongcai.Standard;
import org.tongcai.bundle.LifecycleDefinition;
import org.tongcai.input.DocumentReader;
import org.tongcai.input.InputException;
import org.tongcai.lifecycle.Happening;
import org.tongcai.lifecycle.History;
import org.tongcai.lifecycle.Lifecycle;
import org.tongcai.lifecycle.NextStep;
import org.tongcai.lifecycle.ProcessEvents;
import org.tongcai.lifecycle.RuleGuards;
import org.tongcai.lifecycle.Term;
import org.tongcai.rule.Facts;
import org.tongcai.rule.MemoryResolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists lifecycles, says what may happen in a state, and judges histories reported by {@code processEvent} documents. */
@Command(name = "lifecycle")
final class LifecycleCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", descriptionKey = "lifecycle-id")
    private @Nullable String id;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "PATH", descriptionKey = "lifecycle-events")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "lifecycle-state")
    private @Nullable String state;

    @Option(names = "--have", split = ",", paramLabel = "TYPE", descriptionKey = "lifecycle-have")
    private Set<String> have = new HashSet<>();

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "lifecycle-as-of")
    private @Nullable LocalDate asOf;

    @Mixin
    private StandardOption standard = new StandardOption();

    LifecycleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Standard loaded = standard.load();
        String wanted = id;
        if (wanted == null) {
            for (LifecycleDefinition each : loaded.bundle().lifecycles()) {
                line(each.id() + "  " + terminal.in(each.title()) + "  ("
                        + each.states().size()
                        + terminal.in(" 个状态，", " states, ") + each.transitions().size()
                        + terminal.in(" 种变化)", " transitions)"));
            }
            return Exit.ACCEPTED;
        }
        Lifecycle lifecycle = lifecycle(loaded, wanted);
        if (!paths.isEmpty()) {
            return replay(loaded, lifecycle);
        }
        next(lifecycle);
        return Exit.ACCEPTED;
    }

    private static Lifecycle lifecycle(Standard standard, String wanted) {
        List<String> known = standard.bundle().lifecycles().stream()
                .map(LifecycleDefinition::id)
                .toList();
        if (!known.contains(wanted)) {
            List<String> close = Suggestions.of(wanted, known);
            throw Failure.usage(
                    "没有生命周期 " + wanted + Suggestions.zh(close) + "\n可选：" + String.join("、", known),
                    "no lifecycle " + wanted + Suggestions.en(close) + "\nThere are " + String.join(", ", known));
        }
        return Lifecycle.of(standard.bundle(), wanted);
    }

    private void next(Lifecycle lifecycle) throws IOException {
        LifecycleDefinition definition = lifecycle.definition();
        String from = state;
        if (from != null && definition.state(from) == null) {
            List<String> known = definition.states().stream()
                    .map(LifecycleDefinition.State::id)
                    .toList();
            throw Failure.usage(
                    "没有状态 " + from + "\n可选：" + String.join("、", known),
                    "no state " + from + "\nThere are " + String.join(", ", known));
        }
        for (LifecycleDefinition.State each : definition.states()) {
            if (from == null || from.equals(each.id())) {
                line(each.id() + "  " + terminal.in(each.title())
                        + (definition.finals().contains(each.id()) ? terminal.in("（终态）", " (final)") : ""));
                steps(lifecycle.next(each.id(), have));
            }
        }
    }

    private void steps(List<NextStep> steps) throws IOException {
        for (NextStep step : steps) {
            StringBuilder text = new StringBuilder("  ")
                    .append(step.event().id())
                    .append("  ")
                    .append(terminal.in(step.event().title()))
                    .append(" → ")
                    .append(terminal.in(step.to().title()));
            if (!step.missing().isEmpty()) {
                text.append(terminal.in("；须有 ", "; needs "))
                        .append(step.missing().stream()
                                .map(group -> String.join("|", group))
                                .collect(Collectors.joining(", ")));
            }
            if (step.transition().reasonRequired()) {
                text.append(terminal.in("；须写明理由", "; needs a reason"));
            }
            if (step.transition().signatureRequired()) {
                text.append(terminal.in("；须签名", "; needs a signature"));
            }
            if (!step.transition().guards().isEmpty()) {
                text.append(terminal.in("；规则 ", "; rules "))
                        .append(String.join(", ", step.transition().guards()));
            }
            line(text.toString());
        }
    }

    private int replay(Standard loaded, Lifecycle lifecycle) throws IOException {
        MemoryResolver documents = loaded.newResolver();
        ProcessEvents reader = new ProcessEvents(loaded.bundle());
        List<ProcessEvents.Reported> events = new ArrayList<>();
        for (Path path : paths) {
            read(loaded, path, documents, reader, events);
        }
        if (events.isEmpty()) {
            throw Failure.usage("其中没有 processEvent 单据", "there is no processEvent document among them");
        }
        int exit = Exit.ACCEPTED;
        for (Map.Entry<Happening.DocumentName, List<Happening>> each :
                ProcessEvents.histories(events).entrySet()) {
            History history = lifecycle.replay(
                    begin(lifecycle, each.getValue().get(0)),
                    each.getValue(),
                    asOf,
                    new RuleGuards(loaded.bundle(), documents));
            line(each.getKey().type() + " " + each.getKey().id() + "  "
                    + terminal.in("当前状态：", "state: ")
                    + terminal.in(history.state().title()));
            report(loaded, history);
            if (history.findings().stream().anyMatch(found -> found.severity() == Severity.ERROR)) {
                exit = Exit.REJECTED;
            }
        }
        return exit;
    }

    /** Often only the later part of a history is at hand; its first event says where it begins. */
    private static String begin(Lifecycle lifecycle, Happening first) {
        String from = first.from();
        return from != null && lifecycle.definition().state(from) != null
                ? from
                : lifecycle.definition().initial();
    }

    private void report(Standard loaded, History history) throws IOException {
        for (Finding found : history.findings()) {
            line("  [" + found.severity() + "] " + found.ruleId() + terminal.in(" 第 ", " event ")
                    + (Integer.parseInt(found.pointer().substring(1)) + 1) + terminal.in(" 个事件：", ": ")
                    + terminal.in(found.message())
                    + (found.citation() == null ? "" : " " + found.citation()));
        }
        for (Term term : history.terms()) {
            if (term.stopped() == null) {
                Bilingual title = term.clock().title();
                LocalDate due = term.due(loaded.bundle().calendar());
                line("  " + terminal.in(title) + terminal.in("：", ": ")
                        + (due == null ? terminal.in("停止计时", "stands still") : terminal.in("截至 ", "until ") + due));
            }
        }
        if (!history.skippedGuards().isEmpty()) {
            line(terminal.in("  未能判断的规则：", "  rules that could not be judged: ")
                    + String.join(", ", history.skippedGuards()));
        }
        line(terminal.in("  接下来可以：", "  next:"));
        steps(history.next());
    }

    private static void read(
            Standard loaded,
            Path path,
            MemoryResolver documents,
            ProcessEvents reader,
            List<ProcessEvents.Reported> events)
            throws IOException {
        DocumentReader files = new DocumentReader(Limits.DEFAULT);
        try {
            for (Path file : files.files(path)) {
                try (InputStream in = Files.newInputStream(file)) {
                    files.read(file.toString(), in, slice -> {
                        Facts facts = loaded.facts(slice);
                        if (facts != null) {
                            documents.add(facts);
                            ProcessEvents.Reported event = reader.read(facts);
                            if (event != null) {
                                events.add(event);
                            }
                        }
                    });
                }
            }
        } catch (InputException e) {
            throw Failure.system(
                    "无法读取 " + path + "：" + e.reason().zh(),
                    "cannot read " + path + ": " + e.reason().en(),
                    e);
        }
    }

    private void line(String text) throws IOException {
        terminal.print(text + "\n");
    }
}
