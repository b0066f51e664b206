package org.tongcai.compiler.dictionary;

import java.util.List;
import org.tongcai.Bilingual;
import org.tongcai.Severity;
import org.tongcai.bundle.RuleIndex;
import org.tongcai.compiler.rules.RuleWords;

/** Rules one a line: id, what each demands, how grave it is, what it needs and where it comes from. */
final class RuleTable {
    private RuleTable() {}

    static void write(
            Html html, Dictionary dictionary, CitationView citations, List<RuleIndex.Entry> rules, String root) {
        html.open("div", "class", "table-wrap").open("table", "class", "rules");
        html.open("thead").open("tr");
        for (Bilingual head : List.of(
                new Bilingual("编号", "Id"),
                new Bilingual("要求", "Demand"),
                new Bilingual("严重程度", "Severity"),
                new Bilingual("层次", "Stage"),
                new Bilingual("依据", "Basis"))) {
            html.element("th", head, "scope", "col");
        }
        html.close().close().open("tbody").line();
        for (RuleIndex.Entry rule : rules) {
            html.open("tr");
            html.open("td")
                    .open("a", "href", root + dictionary.ruleHref(rule.id()))
                    .element("code", rule.id())
                    .close()
                    .close();
            html.element("td", rule.title());
            html.open("td");
            severity(html, rule.severity());
            html.close().element("td", rule.stage().title());
            html.open("td", "class", "citations");
            citations.links(html, rule.citations());
            html.close().close().line();
        }
        html.close().close().close().line();
    }

    /** How grave it is, in its colour. */
    static void severity(Html html, Severity severity) {
        String style = switch (severity) {
            case ERROR -> "severity error";
            case WARNING -> "severity warned";
            case INFO -> "severity info";
        };
        html.element("span", RuleWords.severity(severity), "class", style);
    }
}
