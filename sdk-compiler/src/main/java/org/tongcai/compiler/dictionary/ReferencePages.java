package org.tongcai.compiler.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.Layer;

/** The pages of the engine's checks and of the cited sources. */
final class ReferencePages {
    /** From so many places on, their paths have to do: a page stays readable. */
    private static final int MANY = 250;

    private ReferencePages() {}

    /** Checks by layer. */
    static Page checks() {
        Page page = new Page(Links.CHECKS, new Bilingual("校验", "Checks"));
        Html html = page.body();
        page.head(
                        new Bilingual(
                                "引擎自身所做的检查，按层次排列。编号稳定，出现在每条校验结果中；{0}、{1} 由具体内容代替。",
                                "What the engine itself checks, by layer. Ids are stable and stand in every finding; {0}, {1} are filled in."))
                .close()
                .line();
        for (Layer layer : Layer.values()) {
            List<Check> checks = new ArrayList<>();
            for (Check check : Check.values()) {
                if (check.layer() == layer) {
                    checks.add(check);
                }
            }
            if (!checks.isEmpty()) {
                html.open("section", "id", "layer-" + layer.id()).element("h2", layer.title());
                html.open("div", "class", "table-wrap").open("table", "class", "checks");
                html.open("thead").open("tr");
                html.element("th", new Bilingual("编号", "Id"), "scope", "col");
                html.element("th", new Bilingual("信息", "Message"), "scope", "col");
                html.element("th", new Bilingual("处理建议", "What to do"), "scope", "col");
                html.close().close().open("tbody");
                checks.forEach(check -> row(html, check));
                html.close().close().close().close().line();
            }
        }
        return page;
    }

    private static void row(Html html, Check check) {
        Bilingual fix = check.fix();
        html.open("tr", "id", check.id());
        html.open("td")
                .open("a", "href", Links.fragment(check.id()))
                .element("code", check.id())
                .close()
                .close();
        html.element("td", check.template());
        html.open("td");
        if (fix != null) {
            html.both(fix);
        }
        html.close().close().line();
    }

    /** Sources with what cites them. */
    static Page sources(Sources sources) {
        Page page = new Page(Links.SOURCES, new Bilingual("依据", "Sources"));
        Html html = page.body();
        page.head(
                        new Bilingual(
                                "本标准引用的法律、法规、规章、规范性文件与国家标准，以及引用它们的字段、条件、代码表、规则和生命周期。",
                                "Laws, regulations, normative documents and national standards that the standard cites, and what cites them."))
                .close()
                .line();
        for (Sources.Source source : sources.all()) {
            html.open("section", "class", "source", "id", source.anchor());
            html.element("h2", source.title());
            html.open("p", "class", "meta");
            if (!source.id().isEmpty()) {
                html.element("code", source.id()).text(" ");
            }
            html.element("span", source.number(), "lang", "zh-CN");
            if (!source.effectiveFrom().isEmpty()) {
                html.text(" · ")
                        .both("自 " + source.effectiveFrom() + " 起施行", "in force from " + source.effectiveFrom());
            }
            html.close();
            citing(html, source);
            html.close().line();
        }
        return page;
    }

    private static void citing(Html html, Sources.Source source) {
        if (source.count() == 0) {
            return;
        }
        boolean brief = source.count() > MANY;
        html.open("details").open("summary");
        html.both("引用 " + source.count() + " 处", "Cited in " + source.count() + " places")
                .close();
        html.open("dl", "class", "users");
        for (Map.Entry<String, List<Sources.Citing>> article : source.citing().entrySet()) {
            if (article.getKey().isEmpty()) {
                html.element("dt", new Bilingual("全文", "As a whole"));
            } else {
                html.element("dt", article.getKey(), "lang", "zh-CN");
            }
            html.open("dd");
            Set<String> shown = new LinkedHashSet<>();
            for (Sources.Citing citing : article.getValue()) {
                if (brief || citing.brief()) {
                    html.open(
                                    "a",
                                    "href",
                                    citing.href(),
                                    "title",
                                    citing.title().zh() + " " + citing.title().en())
                            .element("code", citing.path())
                            .close()
                            .text(" ");
                } else if (shown.add(citing.href() + citing.title().zh())) {
                    html.open("a", "href", citing.href())
                            .both(citing.title())
                            .close()
                            .text(" ")
                            .element("code", citing.path())
                            .text(" ");
                }
            }
            html.close();
        }
        html.close().close();
    }
}
