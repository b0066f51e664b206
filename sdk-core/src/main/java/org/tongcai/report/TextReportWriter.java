package org.tongcai.report;

import java.io.Flushable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Severity;
import org.tongcai.Skipped;
import org.tongcai.Summary;
import org.tongcai.Verdict;

/**
 * The report for people at a terminal: findings grouped by document, then a summary. Values and names are made visible ({@link SafeText}) before they are
 * printed, so that a document cannot send escape sequences to the reader's terminal.
 */
final class TextReportWriter implements ReportWriter {
    private static final int TOP_RULES = 10;
    private static final int TOP_SKIPPED = 20;
    private static final int DISTINCT_RULES = 10_000;
    private static final String INDENT = "  ";

    private static final Bilingual FIELD = new Bilingual("字段", "field");
    private static final Bilingual POINTER = new Bilingual("指针", "pointer");
    private static final Bilingual XPATH = new Bilingual("路径", "xpath");
    private static final Bilingual VALUE = new Bilingual("取值", "value");
    private static final Bilingual CITATION = new Bilingual("依据", "source");
    private static final Bilingual FIX = new Bilingual("建议", "fix");
    private static final Bilingual COLON = new Bilingual("：", ": ");
    private static final List<Bilingual> LABELS = List.of(FIELD, POINTER, XPATH, VALUE, CITATION, FIX);

    private final Appendable out;
    private final String standard;
    private final TextOptions options;
    private final Ansi ansi;
    private final int labelWidth;
    private final int severityWidth;
    private final Tally<String> rules = new Tally<>(DISTINCT_RULES);
    private final Map<String, Bilingual> titles = new HashMap<>();
    private final Tally<Skipped> notJudged = new Tally<>(DISTINCT_RULES);
    private Summary summary = Summary.NONE;
    private boolean closed;

    TextReportWriter(Appendable out, String standard, TextOptions options) {
        this.out = out;
        this.standard = standard;
        this.options = options;
        this.ansi = new Ansi(options.colour());
        this.labelWidth = widest(LABELS);
        this.severityWidth =
                widest(List.of(Words.of(Severity.ERROR), Words.of(Severity.WARNING), Words.of(Severity.INFO)));
    }

    @Override
    public void add(DocumentReport document) throws IOException {
        if (closed) {
            throw new IllegalStateException("the report is closed");
        }
        summary = summary.plus(document);
        boolean quiet =
                document.verdict() == Verdict.ACCEPTED && document.findings().isEmpty();
        if (quiet && !options.verbose()) {
            document.skipped().forEach(notJudged::add);
            return;
        }
        line(heading(document));
        for (Finding finding : document.findings()) {
            if (rules.add(finding.ruleId()) == 1 && finding.ruleTitle() != null) {
                titles.put(finding.ruleId(), finding.ruleTitle());
            }
            write(document, finding);
        }
        for (Skipped skipped : document.skipped()) {
            notJudged.add(skipped);
            // What the caller left out is the same for all documents and stands in the summary.
            if (skipped.kind() == Skipped.Kind.UNDETERMINED && !quiet) {
                undetermined(skipped);
            }
        }
        if (document.suppressed() > 0) {
            line(INDENT
                    + ansi.dim(in(new Bilingual(
                            "另有 " + Words.number(document.suppressed()) + " 项因数量上限未列出",
                            Words.count(document.suppressed(), "more finding") + " not listed because of the caps"))));
        }
        if (!quiet) {
            line("");
        }
    }

    private String heading(DocumentReport document) {
        StringBuilder text = new StringBuilder();
        text.append(
                ansi.verdict(document.verdict(), mark(document.verdict()) + " " + in(Words.of(document.verdict()))));
        text.append(INDENT).append(ansi.bold(SafeText.visible(document.source())));
        if (document.index() > 0) {
            text.append(" [").append(document.index()).append(']');
        }
        if (document.documentType() != null) {
            text.append(INDENT).append(SafeText.visible(document.documentType()));
        }
        if (document.id() != null) {
            text.append(INDENT).append(SafeText.visible(document.id()));
        }
        return text.toString();
    }

    private void write(DocumentReport document, Finding finding) throws IOException {
        String severity = DisplayWidth.padEnd(in(Words.of(finding.severity())), severityWidth);
        line(INDENT
                + ansi.severity(finding.severity(), severity)
                + INDENT
                + SafeText.visible(Words.place(document, finding))
                + INDENT
                + ansi.dim(SafeText.visible(finding.ruleId())));
        String indent = INDENT + " ".repeat(severityWidth) + INDENT;
        line(indent + ansi.bold(SafeText.visible(in(finding.message()))));
        detail(indent, FIELD, in(finding.title()));
        detail(indent, POINTER, finding.pointer().isEmpty() ? in(Words.WHOLE_DOCUMENT) : finding.pointer());
        detail(indent, XPATH, finding.xpath());
        detail(indent, VALUE, finding.value());
        detail(
                indent,
                CITATION,
                finding.citation() == null ? null : Words.citation(finding.citation(), options.locale()));
        detail(indent, FIX, finding.fix() == null ? null : in(finding.fix()));
    }

    private void undetermined(Skipped skipped) throws IOException {
        line(INDENT
                + ansi.dim(in(Words.of(skipped.kind())))
                + INDENT
                + SafeText.visible(in(Words.subject(skipped)))
                + in(COLON)
                + SafeText.visible(in(skipped.reason())));
    }

    private void detail(String indent, Bilingual label, @Nullable String text) throws IOException {
        if (text != null && !text.isEmpty()) {
            line(indent + ansi.dim(DisplayWidth.padEnd(in(label), labelWidth)) + INDENT + SafeText.visible(text));
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        line(ansi.bold(in(new Bilingual("汇总", "Summary"))) + INDENT + ansi.dim(standard));
        List<Bilingual> names = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        row(names, figures, Words.DOCUMENTS, summary.documents());
        row(names, figures, Words.of(Verdict.ACCEPTED), summary.accepted());
        row(names, figures, Words.of(Verdict.REJECTED), summary.rejected());
        row(names, figures, Words.of(Verdict.UNDETERMINED), summary.undetermined());
        row(names, figures, Words.of(Severity.ERROR), summary.errors());
        row(names, figures, Words.of(Severity.WARNING), summary.warnings());
        row(names, figures, Words.of(Severity.INFO), summary.infos());
        int nameWidth = widest(names);
        int figureWidth = figures.stream().mapToInt(String::length).max().orElse(0);
        for (int i = 0; i < names.size(); i++) {
            line(INDENT
                    + DisplayWidth.padEnd(in(names.get(i)), nameWidth)
                    + INDENT
                    + DisplayWidth.padStart(figures.get(i), figureWidth));
        }
        ranking(new Bilingual("按层次", "By layer"), byLayer(), layer -> in(layer.title()));
        ranking(new Bilingual("最常见的问题", "Most frequent"), rules.top(TOP_RULES), this::rule);
        ranking(
                Words.NOT_JUDGED,
                notJudged.top(TOP_SKIPPED),
                skipped -> in(Words.of(skipped.kind()))
                        + INDENT
                        + in(Words.subject(skipped))
                        + in(COLON)
                        + in(skipped.reason()));
        if (notJudged.size() > TOP_SKIPPED) {
            line(INDENT + INDENT + "…");
        }
        Verdict verdict = summary.verdict();
        line(ansi.verdict(verdict, mark(verdict) + " " + in(Words.of(verdict)))
                + in(COLON)
                + in(Words.conclusion(summary)));
        if (out instanceof Flushable flushable) {
            flushable.flush();
        }
    }

    private void row(List<Bilingual> names, List<String> figures, Bilingual name, long figure) {
        names.add(name);
        figures.add(Words.number(figure));
    }

    private List<Tally.Entry<Layer>> byLayer() {
        return Stream.of(Layer.values())
                .filter(layer -> summary.of(layer) > 0)
                .map(layer -> new Tally.Entry<>(layer, summary.of(layer)))
                .toList();
    }

    private String rule(String id) {
        Bilingual title = titles.get(id);
        return title == null ? id : id + INDENT + in(title);
    }

    /** A heading, and below it a line for each entry with its count in front. */
    private <K> void ranking(Bilingual heading, List<Tally.Entry<K>> entries, Function<K, String> words)
            throws IOException {
        if (entries.isEmpty()) {
            return;
        }
        line(INDENT + ansi.dim(in(heading)));
        int width = entries.stream()
                .mapToInt(entry -> Words.number(entry.count()).length())
                .max()
                .orElse(0);
        for (Tally.Entry<K> entry : entries) {
            line(INDENT
                    + INDENT
                    + DisplayWidth.padStart(Words.number(entry.count()), width)
                    + INDENT
                    + SafeText.visible(words.apply(entry.key())));
        }
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "✓";
            case REJECTED -> "✗";
            case UNDETERMINED -> "?";
        };
    }

    private String in(Bilingual text) {
        return text.in(options.locale());
    }

    private int widest(List<Bilingual> texts) {
        return texts.stream().mapToInt(t -> DisplayWidth.of(in(t))).max().orElse(0);
    }

    private void line(String text) throws IOException {
        out.append(text).append('\n');
    }
}
