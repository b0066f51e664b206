package org.tongcai.report;

import java.io.IOException;
import org.tongcai.Bilingual;
import org.tongcai.Skipped;

/** The section on what was not judged, with reasons: silence would be taken for "in order". */
final class HtmlSkipped {
    private static final int ROWS = 100;

    private HtmlSkipped() {}

    /** Writes the section; nothing where everything was judged. */
    static void write(Tally<Skipped> tally, Appendable out) throws IOException {
        if (tally.size() == 0) {
            return;
        }
        out.append("<section class=\"card skipped\" aria-labelledby=\"skipped\"><h2 id=\"skipped\">");
        out.append(Html.both(Words.NOT_JUDGED)).append("</h2>\n<table><thead><tr>");
        head(out, "c-severity", new Bilingual("情形", "Outcome"));
        head(out, "c-rule", new Bilingual("规则或层次", "Rule or layer"));
        head(out, "c-reason", new Bilingual("原因", "Reason"));
        head(out, "c-count", new Bilingual("文档数", "Documents"));
        out.append("</tr></thead><tbody>\n");
        for (Tally.Entry<Skipped> entry : tally.top(ROWS)) {
            Skipped skipped = entry.key();
            boolean left = skipped.kind() == Skipped.Kind.SKIPPED;
            out.append("<tr><td><span class=\"badge ")
                    .append(left ? "info" : "warning")
                    .append("\">");
            out.append(Html.both(Words.of(skipped.kind()))).append("</span></td><td>");
            if (skipped.ruleId() == null) {
                out.append(Html.both(skipped.layer().title()));
            } else {
                out.append("<span class=\"mono\">")
                        .append(Html.escape(skipped.ruleId()))
                        .append("</span>");
                if (skipped.ruleTitle() != null) {
                    out.append(" ").append(Html.both(skipped.ruleTitle()));
                }
            }
            out.append("</td><td>").append(Html.both(skipped.reason())).append("</td><td class=\"count\">");
            out.append(Words.number(entry.count())).append("</td></tr>\n");
        }
        out.append("</tbody></table>");
        if (tally.size() > ROWS) {
            out.append("<p class=\"note\">");
            out.append(Html.both(new Bilingual(
                    "另有 " + Words.number(tally.size() - ROWS) + " 种未列出，完整清单见 JSON 报告。",
                    Words.number(tally.size() - ROWS)
                            + " more kinds are not listed; the JSON report lists them all.")));
            out.append("</p>");
        }
        out.append("</section>\n");
    }

    private static void head(Appendable out, String style, Bilingual title) throws IOException {
        out.append("<th scope=\"col\" class=\"").append(style).append("\">");
        out.append(Html.both(title)).append("</th>");
    }
}
