package org.tongcai.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Layer;
import org.tongcai.Summary;
import org.tongcai.Verdict;

/** The charts, drawn here as SVG so that the page shows them without its script. Bars are buttons: the script makes them filters. */
final class HtmlCharts {
    private static final int BARS = 10;
    private static final Bilingual UNKNOWN_TYPE = new Bilingual("类型不明", "type unknown");

    /** A bar: what filters by it, its label (HTML) and note (HTML), and how many. */
    private record Bar(String key, String label, @Nullable String note, long count) {}

    private final HtmlStatistics statistics;
    private final Map<String, Bilingual> typeTitles;

    HtmlCharts(HtmlStatistics statistics, Map<String, Bilingual> typeTitles) {
        this.statistics = statistics;
        this.typeTitles = typeTitles;
    }

    void write(Appendable out) throws IOException {
        writeDonut(out);
        if (statistics.summary().documents() > 0) {
            writeTypes(out);
        }
        if (statistics.findings() == 0) {
            return;
        }
        writeHistogram(out);
        List<Bar> layers = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            if (statistics.of(layer) > 0) {
                layers.add(new Bar(layer.id(), Html.both(layer.title()), null, statistics.of(layer)));
            }
        }
        writeBars(out, "layer", new Bilingual("问题所在层次", "Findings by layer"), layers, "");
        writeBars(
                out,
                "rule",
                new Bilingual("最常见的问题", "Most frequent problems"),
                statistics.rules().top(BARS).stream().map(this::ruleBar).toList(),
                rest(statistics.rules(), new Bilingual("种问题", "kinds of problem")));
        writeBars(
                out,
                "field",
                new Bilingual("问题最多的字段", "Fields with most findings"),
                statistics.fields().top(BARS).stream()
                        .map(e -> new Bar(e.key().zh(), Html.both(e.key()), null, e.count()))
                        .toList(),
                rest(statistics.fields(), new Bilingual("个字段", "fields")));
        writeBars(
                out,
                "source",
                new Bilingual("问题最多的来源", "Sources with most findings"),
                statistics.sources().top(BARS).stream()
                        .map(e -> new Bar(
                                e.key(), "<span class=\"mono\">" + Html.escape(e.key()) + "</span>", null, e.count()))
                        .toList(),
                rest(statistics.sources(), new Bilingual("个来源", "sources")));
    }

    private Bar ruleBar(Tally.Entry<String> entry) {
        Bilingual text = RuleText.of(entry.key());
        if (text == null) {
            text = statistics.demand(entry.key());
        }
        if (text == null) {
            text = new Bilingual("例：", "e.g. ").join("", statistics.example(entry.key()));
        }
        String id = "<span class=\"mono\">" + Html.escape(entry.key()) + "</span>";
        return new Bar(entry.key(), Html.both(text), id, entry.count());
    }

    /** What a chart of the first few leaves out. */
    private static String rest(Tally<?> tally, Bilingual noun) {
        int shown = Math.min(BARS, tally.size());
        if (tally.others() > 0) {
            String others = Words.number(tally.others());
            String kept = Words.number(tally.size());
            return Html.both(new Bilingual(
                    "只区分最先出现的 " + kept + " " + noun.zh() + "；其余共 " + others + " 条不在图中",
                    "Only the first " + kept + " " + noun.en() + " are told apart; " + others
                            + " more findings are not in the chart"));
        }
        return tally.size() == shown
                ? ""
                : Html.both(new Bilingual(
                        "前 " + shown + " 名，共 " + Words.number(tally.size()) + " " + noun.zh(),
                        "Top " + shown + " of " + Words.number(tally.size()) + " " + noun.en()));
    }

    private void writeDonut(Appendable out) throws IOException {
        Summary summary = statistics.summary();
        open(out, "verdicts", new Bilingual("判定结果", "Verdicts"));
        out.append("<div class=\"donut\"><svg viewBox=\"0 0 42 42\" aria-hidden=\"true\">");
        out.append("<circle class=\"track\" cx=\"21\" cy=\"21\" r=\"15.9155\"/>");
        // A circle of this radius is 100 long: shares are lengths.
        double offset = 0;
        for (Verdict verdict : Verdict.values()) {
            long count = count(summary, verdict);
            if (count > 0) {
                double share = 100.0 * count / summary.documents();
                out.append("<circle class=\"").append(Words.id(verdict)).append("\" cx=\"21\" cy=\"21\" r=\"15.9155\"");
                out.append(String.format(
                        Locale.ROOT,
                        " stroke-dasharray=\"%.3f %.3f\" stroke-dashoffset=\"%.3f\"/>",
                        share,
                        100 - share,
                        -offset));
                offset += share;
            }
        }
        out.append("<text x=\"21\" y=\"21\">")
                .append(Percent.of(summary.accepted(), summary.documents()))
                .append("</text>");
        out.append(
                "<text class=\"sub zh\" x=\"21\" y=\"26.5\">通过</text><text class=\"sub en\" x=\"21\" y=\"26.5\">accepted</text></svg>\n<ul>");
        for (Verdict verdict : Verdict.values()) {
            long count = count(summary, verdict);
            out.append("<li class=\"")
                    .append(Words.id(verdict))
                    .append("\"><span>")
                    .append(Html.both(Words.of(verdict)));
            out.append("</span> <b>").append(Words.number(count)).append("</b> <small>");
            out.append(Percent.of(count, summary.documents())).append("</small></li>");
        }
        out.append("</ul></div>");
        close(out);
    }

    private static long count(Summary summary, Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> summary.accepted();
            case REJECTED -> summary.rejected();
            case UNDETERMINED -> summary.undetermined();
        };
    }

    private void writeTypes(Appendable out) throws IOException {
        open(out, "types", new Bilingual("各类文档通过情况", "Accepted by document type"));
        out.append("<ol class=\"bars\">");
        for (Tally.Entry<String> type : statistics.types().top(BARS)) {
            String name = "<span class=\"mono\">" + Html.escape(type.key()) + "</span>";
            Bilingual title = type.key().isEmpty() ? UNKNOWN_TYPE : typeTitles.get(type.key());
            String label = title == null ? name : Html.both(title);
            String detail = title == null || type.key().isEmpty() ? null : name;
            String count =
                    Words.number(statistics.ofType(type.key(), Verdict.ACCEPTED)) + " / " + Words.number(type.count());
            openBar(out, "type", type.key(), label, detail, count);
            double x = 0;
            for (Verdict verdict : List.of(Verdict.ACCEPTED, Verdict.UNDETERMINED, Verdict.REJECTED)) {
                long n = statistics.ofType(type.key(), verdict);
                if (n > 0) {
                    out.append("<rect class=\"").append(Words.id(verdict));
                    out.append(String.format(
                            Locale.ROOT,
                            "\" x=\"%.2f%%\" width=\"%.2f%%\" height=\"8\"/>",
                            x,
                            100.0 * n / type.count()));
                    x += 100.0 * n / type.count();
                }
            }
            closeBar(out);
        }
        out.append("</ol>");
        note(out, rest(statistics.types(), new Bilingual("类文档", "types")));
        close(out);
    }

    private void writeBars(Appendable out, String filter, Bilingual title, List<Bar> bars, String note)
            throws IOException {
        if (bars.isEmpty()) {
            return;
        }
        open(out, filter, title);
        out.append("<ol class=\"bars\">");
        long most = bars.stream().mapToLong(Bar::count).max().orElse(1);
        for (Bar bar : bars) {
            openBar(out, filter, bar.key(), bar.label(), bar.note(), Words.number(bar.count()));
            out.append("<rect class=\"fill\" width=\"")
                    .append(Percent.length(bar.count(), most))
                    .append("%\" height=\"8\"/>");
            closeBar(out);
        }
        out.append("</ol>");
        note(out, note);
        close(out);
    }

    private static void openBar(
            Appendable out, String filter, String key, String label, @Nullable String note, String count)
            throws IOException {
        out.append("<li><button type=\"button\" data-filter=\"").append(filter).append("\" data-key=\"");
        out.append(Html.escape(key)).append("\"><span class=\"label\">").append(label);
        if (note != null) {
            out.append("<small>").append(note).append("</small>");
        }
        out.append("</span><span class=\"count\">").append(count).append("</span>");
        out.append("<svg class=\"bar\" aria-hidden=\"true\"><rect class=\"track\" width=\"100%\" height=\"8\"/>");
    }

    private static void closeBar(Appendable out) throws IOException {
        out.append("</svg></button></li>\n");
    }

    private void writeHistogram(Appendable out) throws IOException {
        open(out, "histogram", new Bilingual("每份文档有几个问题", "Findings per document"));
        out.append("<svg class=\"histogram\" viewBox=\"0 0 400 190\" aria-hidden=\"true\">");
        int classes = HtmlStatistics.CLASSES.length;
        long most = 1;
        for (int i = 0; i < classes; i++) {
            most = Math.max(most, statistics.inClass(i));
        }
        int step = 400 / classes;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < classes; i++) {
            long count = statistics.inClass(i);
            long height = count == 0 ? 0 : Math.max(2, 130 * count / most);
            int middle = i * step + step / 2;
            out.append("<rect class=\"")
                    .append(i == 0 ? "accepted" : "fill")
                    .append("\" x=\"" + (i * step + 7) + "\" y=\"" + (155 - height));
            out.append("\" width=\"" + (step - 14) + "\" height=\"" + height + "\" rx=\"3\"/>");
            out.append("<text x=\"" + middle + "\" y=\"" + (149 - height) + "\">")
                    .append(Words.number(count))
                    .append("</text>");
            out.append("<text class=\"axis\" x=\"" + middle + "\" y=\"175\">")
                    .append(className(i))
                    .append("</text>");
            text.append(text.isEmpty() ? "" : "; ")
                    .append(className(i))
                    .append(": ")
                    .append(Words.number(count));
        }
        out.append("<line x1=\"0\" x2=\"400\" y1=\"155.5\" y2=\"155.5\"/></svg>");
        out.append("<p class=\"sr\">").append(text).append("</p>");
        note(out, Html.both(new Bilingual("横轴：问题数；柱高：文档数", "Across: number of findings; height: documents")));
        close(out);
    }

    private static String className(int i) {
        long[] bounds = HtmlStatistics.CLASSES;
        if (bounds[i] == Long.MAX_VALUE) {
            return "&gt;" + bounds[i - 1];
        }
        return i == 0 || bounds[i] == bounds[i - 1] + 1 ? "" + bounds[i] : (bounds[i - 1] + 1) + "–" + bounds[i];
    }

    private static void open(Appendable out, String kind, Bilingual title) throws IOException {
        out.append("<section class=\"card ")
                .append(kind)
                .append("\" aria-labelledby=\"chart-")
                .append(kind);
        out.append("\"><h2 id=\"chart-")
                .append(kind)
                .append("\">")
                .append(Html.both(title))
                .append("</h2>\n");
    }

    private static void note(Appendable out, String html) throws IOException {
        if (!html.isEmpty()) {
            out.append("<p class=\"note\">").append(html).append("</p>");
        }
    }

    private static void close(Appendable out) throws IOException {
        out.append("</section>\n");
    }
}
