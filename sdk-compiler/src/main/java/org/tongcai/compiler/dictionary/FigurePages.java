package org.tongcai.compiler.dictionary;

import java.util.List;
import java.util.Objects;
import org.tongcai.Bilingual;
import org.tongcai.bundle.RuleIndex;
import org.tongcai.bundle.RuleLimit;
import org.tongcai.bundle.WordingGroup;
import org.tongcai.compiler.rules.RuleWords;

/** What rules look up: figures that differ by place or year, and wordings that give a fault away. */
final class FigurePages {
    private final Dictionary dictionary;
    private final Sources sources;

    FigurePages(Dictionary dictionary, Sources sources) {
        this.dictionary = dictionary;
        this.sources = sources;
    }

    /** Limits with their values by region and time. */
    Page limits() {
        Page page = new Page(Links.LIMITS, new Bilingual("限额", "Limits"));
        page.crumb(new Bilingual("规则", "Rules"), Links.RULES);
        page.head(new Bilingual(
                        "因地而异、随年而变的数额。取单据所属区划最近、当日有效的一个；没有的，规则无法判断。",
                        "Figures that differ by place or change with the years. The one of the nearest region that is in force on the day"
                                + " counts; where there is none, the rule is undetermined."))
                .close()
                .line();
        CitationView citations = new CitationView(sources, page.root());
        dictionary.limits().forEach(limit -> limit(page.body(), limit, citations));
        return page;
    }

    private void limit(Html html, RuleLimit limit, CitationView citations) {
        html.open("section", "class", "rule", "id", limit.id()).element("h2", limit.title());
        html.open("p", "class", "names");
        html.open("a", "href", Links.fragment(limit.id()))
                .element("code", "limit." + limit.id())
                .close();
        if (limit.unit() != null) {
            html.element("span", Words.unit(limit.unit()));
        }
        html.element("span", RuleWords.stricter(limit.stricter())).close();
        html.element("p", limit.description(), "class", "description");
        html.open("div", "class", "table-wrap")
                .open("table", "class", "limits")
                .open("thead")
                .open("tr");
        for (Bilingual head : List.of(
                new Bilingual("数额", "Figure"),
                new Bilingual("区域", "Region"),
                new Bilingual("施行", "In force"),
                new Bilingual("可信程度", "Confidence"),
                new Bilingual("依据", "Basis"))) {
            html.element("th", head, "scope", "col");
        }
        html.close().close().open("tbody");
        for (RuleLimit.Value value : limit.values()) {
            html.open("tr").open("td").element("code", value.value()).close();
            html.element("td", region(value.region()));
            html.element("td", Objects.requireNonNullElse(RuleView.term(value.from(), value.to()), Bilingual.EMPTY));
            html.element("td", RuleWords.confidence(value.confidence()));
            html.open("td", "class", "citations");
            citations.links(html, value.citations());
            html.close().close();
        }
        html.close().close().close();
        users(
                html,
                dictionary.rules().stream()
                        .filter(rule -> rule.limits().contains(limit.id()))
                        .toList());
        html.close().line();
    }

    private Bilingual region(String prefix) {
        if (prefix.isEmpty()) {
            return new Bilingual("全国", "the whole country");
        }
        if (dictionary.hasCodeList("region")) {
            String code = (prefix + "000000").substring(0, Math.max(6, prefix.length()));
            return dictionary.codeList("region").entries().stream()
                    .filter(entry -> entry.code().equals(code))
                    .map(entry -> entry.name())
                    .findFirst()
                    .orElse(new Bilingual(prefix, ""));
        }
        return new Bilingual(prefix, "");
    }

    /** Groups of wordings. */
    Page wordings() {
        Page page = new Page(Links.WORDINGS, new Bilingual("词句", "Wordings"));
        page.crumb(new Bilingual("规则", "Rules"), Links.RULES);
        page.head(
                        new Bilingual(
                                "规则在文本中查找的词句。找到的是供人判断的线索，不是结论；文本中有例外词句的不报。",
                                "What rules look for in texts. A hit is evidence for a reader, not a verdict; exceptions silence the group."))
                .close()
                .line();
        CitationView citations = new CitationView(sources, page.root());
        dictionary.wordings().forEach(group -> wordings(page.body(), group, citations));
        return page;
    }

    private void wordings(Html html, WordingGroup group, CitationView citations) {
        html.open("section", "class", "rule", "id", group.id()).element("h2", group.title());
        html.open("p", "class", "names");
        html.open("a", "href", Links.fragment(group.id()))
                .element("code", group.id())
                .close();
        html.element("span", RuleWords.confidence(group.confidence())).close();
        citations.write(html, group.citations());
        words(html, new Bilingual("词句", "Wordings"), group.words());
        words(html, new Bilingual("例外", "Exceptions"), group.exceptions());
        users(
                html,
                dictionary.rules().stream()
                        .filter(rule -> rule.wordings().contains(group.id()))
                        .toList());
        html.close().line();
    }

    private static void words(Html html, Bilingual name, List<String> words) {
        if (!words.isEmpty()) {
            html.element("h3", name).open("ul", "class", "words", "role", "list", "lang", "zh-CN");
            words.forEach(word -> html.element("li", word));
            html.close();
        }
    }

    private void users(Html html, List<RuleIndex.Entry> rules) {
        if (rules.isEmpty()) {
            return;
        }
        html.open("p", "class", "meta").both("用于规则", "Used by");
        for (RuleIndex.Entry rule : rules) {
            html.text(" ").open("a", "href", dictionary.ruleHref(rule.id()));
            html.element("code", rule.id()).close();
        }
        html.close();
    }
}
