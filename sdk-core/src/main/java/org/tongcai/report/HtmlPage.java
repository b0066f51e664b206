package org.tongcai.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongcai.Bilingual;
import org.tongcai.Severity;
import org.tongcai.Summary;
import org.tongcai.Verdict;

/** Assembles the page: {@code report.html} with its places filled, {@code report.css} and {@code report.js} inside. */
final class HtmlPage {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    private final String standard;
    private final HtmlOptions options;
    private final OffsetDateTime created;
    private final HtmlStatistics statistics;
    private final Summary summary;
    private final List<FindingSample.Item> items;

    HtmlPage(String standard, HtmlOptions options, HtmlStatistics statistics, List<FindingSample.Item> items) {
        this.standard = standard;
        this.options = options;
        this.created = options.timeOrNow();
        this.statistics = statistics;
        this.summary = statistics.summary();
        this.items = items;
    }

    void write(Writer out) throws IOException {
        String template = resource("report.html");
        Matcher place = PLACE.matcher(template);
        int from = 0;
        // What is put in is never searched for places: a document may hold "{{script}}" as well.
        while (place.find()) {
            out.append(template, from, place.start());
            fill(place.group(1), out);
            from = place.end();
        }
        out.append(template, from, template.length());
    }

    private void fill(String name, Writer out) throws IOException {
        switch (name) {
            case "lang" -> out.append("en".equals(options.locale().getLanguage()) ? "en" : "zh");
            case "style" -> out.append(resource("report.css"));
            case "script" -> out.append(resource("report.js"));
            case "script-hash" -> out.append(sha256(resource("report.js")));
            case "standard" -> out.append(Html.escape(standard));
            case "created" -> out.append(Html.escape(created.format(TIME)));
            case "created-iso" -> out.append(created.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
            case "verdict-class" -> out.append(Words.id(summary.verdict()));
            case "verdict" -> out.append(Html.both(Words.of(summary.verdict())));
            case "conclusion" -> out.append(Html.both(Words.conclusion(summary)));
            case "tiles" -> writeTiles(out);
            case "charts" -> new HtmlCharts(statistics, options.typeTitles()).write(out);
            case "skipped" -> HtmlSkipped.write(statistics.notJudged(), out);
            case "shown" -> out.append(Html.both(shown()));
            case "rows" -> HtmlData.writeRows(items, out);
            case "data" -> HtmlData.writeJson(items, out);
            default -> throw new IllegalStateException("report.html has an unknown place " + name);
        }
    }

    private void writeTiles(Writer out) throws IOException {
        tile(out, "documents", Words.DOCUMENTS, summary.documents(), "");
        tile(out, "accepted", Words.of(Verdict.ACCEPTED), summary.accepted(), share(summary.accepted()));
        tile(out, "rejected", Words.of(Verdict.REJECTED), summary.rejected(), share(summary.rejected()));
        tile(
                out,
                "undetermined",
                Words.of(Verdict.UNDETERMINED),
                summary.undetermined(),
                share(summary.undetermined()));
        tile(out, "error", Words.of(Severity.ERROR), summary.errors(), "");
        tile(out, "warning", Words.of(Severity.WARNING), summary.warnings(), "");
        tile(out, "info", Words.of(Severity.INFO), summary.infos(), "");
    }

    private static void tile(Writer out, String kind, Bilingual label, long figure, String note) throws IOException {
        out.append("<div class=\"tile ")
                .append(kind)
                .append(figure == 0 ? " none" : "")
                .append("\"><dt>");
        out.append(Html.both(label)).append("</dt><dd>").append(Words.number(figure));
        if (!note.isEmpty()) {
            out.append(" <small>").append(note).append("</small>");
        }
        out.append("</dd></div>\n");
    }

    private String share(long part) {
        return Percent.of(part, summary.documents());
    }

    private Bilingual shown() {
        long all = statistics.findings();
        String some = Words.number(items.size());
        Bilingual text = items.size() == all
                ? new Bilingual("共 " + some + " 条。", some + " in all.")
                : new Bilingual(
                        "共 " + Words.number(all) + " 条，本页列出 " + some + " 条：每条规则先取几条，其余错误优先；图表与数字涵盖全部。完整清单见 JSON 报告。",
                        "Showing " + some + " of " + Words.number(all)
                                + ": some of every rule, then errors first. Charts and figures cover all of them; the JSON report lists them all.");
        long suppressed = statistics.suppressed();
        if (suppressed == 0) {
            return text;
        }
        return text.join(
                " ",
                new Bilingual(
                        "另有 " + Words.number(suppressed) + " 条超过单个文档的数量上限，只计数。",
                        Words.number(suppressed)
                                + " more exceeded the caps of their documents and were only counted."));
    }

    /** The script policy of the page names this hash, so that no other script can run even if one got in. */
    private static String sha256(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks org/tongcai/report/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
