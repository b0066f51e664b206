package org.tongcai.compiler.dictionary;

import java.util.List;
import org.tongcai.Bilingual;
import org.tongcai.compiler.spec.SpecCoverage;

/** The coverage matrix: each system and capability that the standard has to serve, with links to what carries it. */
final class CoveragePage {
    private static final Bilingual TITLE = new Bilingual("覆盖矩阵", "Coverage");

    private final Dictionary dictionary;
    private final SpecCoverage coverage;

    CoveragePage(Dictionary dictionary, SpecCoverage coverage) {
        this.dictionary = dictionary;
        this.coverage = coverage;
    }

    Page page() {
        Page page = new Page(Links.COVERAGE, TITLE);
        Html html = page.body();
        page.head(new Bilingual(
                        "各地政府采购系统应有的功能，由本标准的哪些类型、字段、代码、版式、规则、生命周期和地方规范承载。虚线框是已经列入计划、尚未完成的部分。",
                        "What procurement systems have to do, and which types, fields, codes, layouts, rules, lifecycles and profiles of the"
                                + " standard carry it. Dashed: planned, not there yet."))
                .close()
                .line();
        html.open("div", "class", "table-wrap")
                .open("table", "class", "matrix")
                .open("thead")
                .open("tr");
        for (Bilingual head : List.of(
                new Bilingual("序号", "No."),
                new Bilingual("系统或者能力", "System or capability"),
                new Bilingual("由什么承载", "Carried by"),
                new Bilingual("怎样承载", "How"))) {
            html.element("th", head, "scope", "col");
        }
        html.close().close().open("tbody").line();
        for (SpecCoverage.Row row : coverage.rows()) {
            html.open("tr", "id", "row-" + row.number());
            html.open("td")
                    .open("a", "href", "#row-" + row.number())
                    .text(row.number())
                    .close()
                    .close();
            html.element("td", row.name());
            html.open("td", "class", "carriers");
            row.carriers().forEach(carrier -> carrier(html, carrier));
            html.close().element("td", row.how()).close().line();
        }
        html.close().close().close().line();
        return page;
    }

    private void carrier(Html html, String carrier) {
        int colon = carrier.indexOf(':');
        String name = carrier.substring(colon + 1);
        switch (colon < 0 ? "" : carrier.substring(0, colon)) {
            case "" -> link(html, dictionary.href(carrier), dictionary.title(carrier), carrier);
            case "codes" -> {
                int slash = name.indexOf('/');
                String list = slash < 0 ? name : name.substring(0, slash);
                String anchor = slash < 0 ? "" : Links.fragment(Links.code(name.substring(slash + 1)));
                link(
                        html,
                        Links.codeList(list) + anchor,
                        dictionary.codeList(list).title(),
                        name);
            }
            case "layout" -> link(html, Links.document(name), new Bilingual("版式", "Layout"), name);
            case "rule" ->
                link(html, dictionary.ruleHref(name), dictionary.rule(name).title(), name);
            case "lifecycle" ->
                link(html, Links.lifecycle(name), dictionary.lifecycle(name).title(), name);
            case "profile" ->
                html.open("span")
                        .both("地方规范", "Profile")
                        .text(" ")
                        .element("code", name)
                        .close()
                        .text(" ");
            case "planned" ->
                html.element("span", WorkNames.of(name), "class", "planned").text(" ");
            default -> html.element("code", name).text(" ");
        }
    }

    private static void link(Html html, String href, Bilingual title, String name) {
        html.open("span").open("a", "href", href).both(title).close();
        html.text(" ").element("code", name).close().text(" ");
    }
}
