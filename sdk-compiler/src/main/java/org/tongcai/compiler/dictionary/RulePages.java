package org.tongcai.compiler.dictionary;

import java.util.List;
import org.tongcai.Bilingual;
import org.tongcai.bundle.RuleIndex;

/** The list of all rules and a page for each subject. */
final class RulePages {
    private static final Bilingual TITLE = new Bilingual("规则", "Rules");

    private final Dictionary dictionary;
    private final Sources sources;

    RulePages(Dictionary dictionary, Sources sources) {
        this.dictionary = dictionary;
        this.sources = sources;
    }

    /** All rules by subject. */
    Page index() {
        Page page = new Page(Links.RULES, TITLE);
        Html html = page.body();
        page.head(new Bilingual(
                "写成可以执行的判断的法条。每条规则按单据当日有效的文本判断；查不到其他单据或者无法计算的，结果是“无法判断”，不当作符合。",
                "Law written so that it can be executed. A document is judged by what was in force on its day; what cannot be found or"
                        + " computed is undetermined, never taken for true."));
        html.open("dl", "class", "figures");
        figure(html, new Bilingual("规则", "Rules"), dictionary.rules().size());
        figure(html, new Bilingual("限额", "Limits"), dictionary.limits().size());
        figure(html, new Bilingual("词句", "Wordings"), dictionary.wordings().size());
        html.close().close().line();
        html.open("nav", "class", "on-page", "aria-label", "本页 On this page");
        for (RuleIndex.Subject subject : dictionary.ruleSubjects()) {
            html.open("a", "href", Links.fragment(subject.id()))
                    .both(subject.title())
                    .close();
        }
        html.open("a", "href", Links.LIMITS).both("限额", "Limits").close();
        html.open("a", "href", Links.WORDINGS).both("词句", "Wordings").close();
        html.close().line();
        CitationView citations = new CitationView(sources, page.root());
        for (RuleIndex.Subject subject : dictionary.ruleSubjects()) {
            List<RuleIndex.Entry> rules = dictionary.rulesOf(subject);
            html.open("section", "id", subject.id()).open("h2");
            html.open("a", "href", Links.rules(subject.id()))
                    .both(subject.title())
                    .close()
                    .text(" ");
            html.element("span", "" + rules.size(), "class", "count").close();
            RuleTable.write(html, dictionary, citations, rules, page.root());
            html.close().line();
        }
        return page;
    }

    /** The rules of a subject with everything that is known about each. */
    Page subject(RuleIndex.Subject subject) {
        Page page = new Page(Links.rules(subject.id()), subject.title());
        page.crumb(TITLE, Links.RULES);
        Html html = page.body();
        List<RuleIndex.Entry> rules = dictionary.rulesOf(subject);
        page.head(new Bilingual(rules.size() + " 条规则。", rules.size() + " rules."))
                .close()
                .line();
        html.open("ul", "class", "rule-list");
        for (RuleIndex.Entry rule : rules) {
            html.open("li").open("a", "href", Links.fragment(rule.id())).element("code", rule.id());
            html.close().text(" ").both(rule.title()).close();
        }
        html.close().line();
        RuleView view = new RuleView(dictionary, new CitationView(sources, page.root()), page.root());
        rules.forEach(rule -> view.write(html, rule));
        return page;
    }

    private static void figure(Html html, Bilingual name, int value) {
        html.open("div").element("dt", name).element("dd", "" + value).close();
    }
}
