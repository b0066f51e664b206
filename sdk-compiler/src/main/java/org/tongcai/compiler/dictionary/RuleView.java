package org.tongcai.compiler.dictionary;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.bundle.RuleIndex;
import org.tongcai.bundle.RuleLimit;
import org.tongcai.bundle.WordingGroup;
import org.tongcai.compiler.rules.RuleWords;

/** One rule with everything that is known about it. */
final class RuleView {
    private final Dictionary dictionary;
    private final CitationView citations;
    private final FieldPath paths;
    private final String root;

    RuleView(Dictionary dictionary, CitationView citations, String root) {
        this.dictionary = dictionary;
        this.citations = citations;
        this.paths = new FieldPath(dictionary);
        this.root = root;
    }

    void write(Html html, RuleIndex.Entry rule) {
        html.open("section", "class", "rule", "id", rule.id()).element("h2", rule.title());
        html.open("p", "class", "names");
        html.open("a", "href", Links.fragment(rule.id()))
                .element("code", rule.id())
                .close();
        RuleTable.severity(html, rule.severity());
        html.element("span", rule.stage().title());
        html.close();
        citations.write(html, rule.citations());
        RuleDefinition compiled = dictionary.compiled(rule);
        html.open("dl", "class", "condition-parts");
        documents(html, rule.appliesTo());
        part(html, new Bilingual("可信程度", "Confidence"), RuleWords.confidence(rule.confidence()));
        inForce(html, rule);
        parameters(html, rule);
        limits(html, rule);
        wordings(html, rule);
        references(html, compiled.refs());
        target(html, rule, compiled);
        part(html, new Bilingual("信息", "Message"), rule.message());
        part(html, new Bilingual("处理", "What to do"), rule.fix());
        html.close().line();
        written(html, rule);
        example(html, rule.example());
        html.close().line();
    }

    private void documents(Html html, List<String> names) {
        html.element("dt", new Bilingual("适用单据", "Applies to")).open("dd");
        for (int i = 0; i < names.size(); i++) {
            html.text(i == 0 ? "" : " · ").open("a", "href", root + Links.document(names.get(i)));
            html.both(dictionary.documentNamed(names.get(i)).title()).close();
        }
        html.close();
    }

    private void inForce(Html html, RuleIndex.Entry rule) {
        Bilingual term = term(rule.from(), rule.to());
        if (term != null) {
            part(html, new Bilingual("施行", "In force"), term);
        }
        String next = rule.replacedBy();
        if (next != null) {
            html.element("dt", new Bilingual("代之以", "Replaced by")).open("dd");
            html.open("a", "href", root + dictionary.ruleHref(next))
                    .element("code", next)
                    .close()
                    .close();
        }
    }

    /** From when to when; null where neither is stated. */
    static @Nullable Bilingual term(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            return to == null ? null : new Bilingual("至 " + to, "until " + to);
        }
        return to == null
                ? new Bilingual("自 " + from + " 起", "since " + from)
                : new Bilingual("自 " + from + " 至 " + to, from + " to " + to);
    }

    private static void parameters(Html html, RuleIndex.Entry rule) {
        if (rule.parameters().isEmpty()) {
            return;
        }
        html.element("dt", new Bilingual("参数", "Parameters")).open("dd").open("ul");
        rule.parameters().forEach((name, parameter) -> {
            html.open("li").element("code", "param." + name).text(" = ").element("code", parameter.value());
            html.text(" ").element("span", RuleWords.stricter(parameter.stricter()), "class", "note");
            html.close();
        });
        html.close().close();
    }

    private void limits(Html html, RuleIndex.Entry rule) {
        if (rule.limits().isEmpty()) {
            return;
        }
        html.element("dt", new Bilingual("限额", "Limits")).open("dd").open("ul");
        for (RuleLimit limit : dictionary.limits()) {
            if (rule.limits().contains(limit.id())) {
                html.open("li").open("a", "href", root + Links.LIMITS + Links.fragment(limit.id()));
                html.both(limit.title()).close().text(" ");
                html.element("code", "limit." + limit.id()).close();
            }
        }
        html.close().close();
    }

    private void wordings(Html html, RuleIndex.Entry rule) {
        if (rule.wordings().isEmpty()) {
            return;
        }
        html.element("dt", new Bilingual("词句", "Wordings")).open("dd").open("ul");
        for (WordingGroup group : dictionary.wordings()) {
            if (rule.wordings().contains(group.id())) {
                html.open("li").open("a", "href", root + Links.WORDINGS + Links.fragment(group.id()));
                html.both(group.title())
                        .close()
                        .text(" ")
                        .element("code", group.id())
                        .close();
            }
        }
        html.close().close();
    }

    private void references(Html html, List<RuleDefinition.Reference> references) {
        if (references.isEmpty()) {
            return;
        }
        html.element("dt", new Bilingual("其他单据", "Other documents")).open("dd").open("ul");
        for (RuleDefinition.Reference reference : references) {
            Bilingual title = dictionary.documentNamed(reference.type()).title();
            html.open("li").element("code", "refs." + reference.name()).text(" ");
            html.open("a", "href", root + Links.document(reference.type()))
                    .both(RuleWords.reference(reference, title))
                    .close()
                    .close();
        }
        html.close().close();
    }

    private void target(Html html, RuleIndex.Entry rule, RuleDefinition compiled) {
        html.element("dt", new Bilingual("位置", "Place")).open("dd");
        String start = dictionary.documentNamed(rule.appliesTo().get(0)).type();
        String field = paths.target(compiled, start);
        if (field == null) {
            html.element("code", rule.target());
        } else {
            html.open("a", "href", root + dictionary.href(field));
            html.both(dictionary.title(field)).close().text(" ").element("code", rule.target());
        }
        html.close();
    }

    /** The expressions as the rule states them. */
    private static void written(Html html, RuleIndex.Entry rule) {
        html.open("div", "class", "sample written").open("pre", "tabindex", "0").open("code");
        boolean first = true;
        for (Map.Entry<String, String> part : RuleWords.expressions(rule).entrySet()) {
            html.text(first ? "" : "\n").element("span", part.getKey(), "class", "j-name");
            html.text(": " + part.getValue());
            first = false;
        }
        html.close().close().close().line();
    }

    /** What breaks the rule and what keeps it, as changes to an example of the standard. */
    private static void example(Html html, RuleDefinition.@Nullable Example example) {
        if (example == null) {
            return;
        }
        html.open("details", "class", "rule-example")
                .open("summary")
                .both("例", "Example")
                .close();
        html.open("dl", "class", "condition-parts");
        html.element("dt", new Bilingual("不符合", "Fails")).open("dd");
        patch(html, example.failing());
        html.close();
        html.element("dt", new Bilingual("结果", "Finding")).open("dd");
        html.element("code", example.pointer().isEmpty() ? "/" : example.pointer());
        if (example.message() != null) {
            html.text(" ").element("span", example.message(), "lang", "zh-CN");
        }
        html.close();
        html.element("dt", new Bilingual("符合", "Holds")).open("dd");
        patch(html, example.passing());
        html.close().close().close();
    }

    private static void patch(Html html, List<Object> patch) {
        if (patch.isEmpty()) {
            html.both("示例原样", "The example as it stands");
            return;
        }
        html.open("ul", "class", "patch");
        patch.forEach(step -> html.open("li")
                .element("code", RuleWords.operation(step), "lang", "zh-CN")
                .close());
        html.close();
    }

    private static void part(Html html, Bilingual name, Bilingual value) {
        html.element("dt", name).element("dd", value);
    }
}
