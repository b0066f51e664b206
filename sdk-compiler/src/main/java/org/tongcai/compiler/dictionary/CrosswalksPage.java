package org.tongcai.compiler.dictionary;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcai.Bilingual;
import org.tongcai.compiler.spec.SpecCrosswalks;
import org.tongcai.compiler.spec.SpecCrosswalks.Crosswalk;
import org.tongcai.compiler.spec.SpecCrosswalks.Row;
import org.tongcai.compiler.spec.SpecCrosswalks.Table;
import org.tongcai.compiler.spec.SpecCrosswalks.Target;

/** The crosswalks: the codes of other systems with links to what they are in the code lists of the standard. */
final class CrosswalksPage {
    private static final Bilingual TITLE = new Bilingual("对照表", "Crosswalks");

    private final Dictionary dictionary;
    private final SpecCrosswalks crosswalks;

    CrosswalksPage(Dictionary dictionary, SpecCrosswalks crosswalks) {
        this.dictionary = dictionary;
        this.crosswalks = crosswalks;
    }

    Page page() {
        Page page = new Page(Links.CROSSWALKS, TITLE);
        page.crumb(new Bilingual("代码表", "Code lists"), Links.CODE_LISTS);
        Html html = page.body();
        page.head(new Bilingual(
                        "各系统自有的代码，以及它们在本标准代码表中是什么。代码属于各系统，不是本标准的代码，也可能随时变动。",
                        "Codes of other systems, and what they are in the code lists of the standard. They belong to those systems, are not"
                                + " codes of the standard and may change."))
                .close()
                .line();
        html.open("ul", "class", "entries", "role", "list");
        crosswalks.crosswalks().forEach(crosswalk -> entry(html, crosswalk));
        html.close().line();
        crosswalks.crosswalks().forEach(crosswalk -> system(html, crosswalk));
        return page;
    }

    private static void entry(Html html, Crosswalk crosswalk) {
        html.open("li", "class", "entry").open("div", "class", "entry-name");
        html.open("a", "href", Links.fragment(crosswalk.id()))
                .both(crosswalk.title())
                .close()
                .element("code", crosswalk.id());
        html.close().open("div");
        html.element("p", crosswalk.owner(), "class", "description");
        html.open("p", "class", "meta")
                .text(crosswalk.tables().size() + " ")
                .both("张表", "tables")
                .text(" · ")
                .both(Words.confidence(crosswalk.confidence()))
                .close();
        html.close().close().line();
    }

    private void system(Html html, Crosswalk crosswalk) {
        html.open("section", "class", "crosswalk", "id", crosswalk.id()).element("h2", crosswalk.title());
        html.element("p", crosswalk.seen(), "class", "description");
        html.open("dl", "class", "facts");
        html.element("dt", new Bilingual("编制者", "Owner")).element("dd", crosswalk.owner());
        html.element("dt", new Bilingual("可信程度", "Confidence")).element("dd", Words.confidence(crosswalk.confidence()));
        html.close().line();
        crosswalk.tables().forEach(table -> table(html, crosswalk, table));
        html.close().line();
    }

    private void table(Html html, Crosswalk crosswalk, Table table) {
        html.element("h3", table.title(), "id", Links.crosswalkTable(crosswalk.id(), table.name()));
        html.open("p", "class", "meta").both(Words.direction(table.direction()));
        String codeList = table.codeList();
        if (codeList != null && dictionary.hasCodeList(codeList)) {
            html.text(" · ").open("a", "href", Links.codeList(codeList));
            html.both(dictionary.codeList(codeList).title()).close();
        }
        if (!table.confidence().equals(crosswalk.confidence())) {
            html.text(" · ").both(Words.confidence(table.confidence()));
        }
        html.close();
        if (!table.note().zh().isEmpty()) {
            html.element("p", table.note());
        }
        html.open("div", "class", "table-wrap")
                .open("table", "class", "codes")
                .open("thead")
                .open("tr");
        for (Bilingual head : List.of(
                new Bilingual("代码", "Code"),
                new Bilingual("原名称", "Name there"),
                new Bilingual("本标准代码", "Code of the standard"),
                new Bilingual("关系", "Relation"),
                new Bilingual("备注", "Note"))) {
            html.element("th", head, "scope", "col");
        }
        html.close().close().open("tbody");
        table.rows().forEach(row -> row(html, row));
        html.close().close().close().line();
    }

    private void row(Html html, Row row) {
        html.open("tr").open("td").element("code", row.code()).close();
        html.element("td", row.zh(), "lang", "zh-CN").open("td");
        for (Target target : row.targets()) {
            if (dictionary.hasCodeList(target.codeList())) {
                html.open("a", "href", href(target)).element("code", target.code());
                html.close().text(" ");
            } else {
                html.element("code", target.code()).text(" ");
            }
        }
        html.close().element("td", Words.relation(row.relation()));
        html.element("td", row.note(), "class", "remark", "lang", "zh-CN")
                .close()
                .line();
    }

    /** The code on the page of its list; a list that is drawn by a script has no anchors. */
    private String href(Target target) {
        String page = Links.codeList(target.codeList());
        return CodeListPage.isBig(dictionary.codeList(target.codeList()))
                ? page
                : page + Links.fragment(Links.code(target.code()));
    }

    /** On the page of a code list: the tables that lead to it; nothing where there is none. */
    static void correspondences(Html html, SpecCrosswalks crosswalks, String codeList, String root) {
        Map<Crosswalk, List<Table>> found = new LinkedHashMap<>();
        for (Crosswalk crosswalk : crosswalks.crosswalks()) {
            List<Table> tables = crosswalk.tables().stream()
                    .filter(table -> lists(table).contains(codeList))
                    .toList();
            if (!tables.isEmpty()) {
                found.put(crosswalk, tables);
            }
        }
        if (found.isEmpty()) {
            return;
        }
        html.open("section", "id", "crosswalks").element("h2", new Bilingual("与其他系统的对应", "Corresponds to"));
        html.open("dl", "class", "users");
        found.forEach((crosswalk, tables) -> {
            html.open("dt").both(crosswalk.title()).close();
            for (Table table : tables) {
                String anchor = Links.crosswalkTable(crosswalk.id(), table.name());
                html.open("dd")
                        .open("a", "href", root + Links.CROSSWALKS + Links.fragment(anchor))
                        .both(table.title())
                        .close()
                        .close()
                        .line();
            }
        });
        html.close().close().line();
    }

    private static Set<String> lists(Table table) {
        Set<String> lists = new LinkedHashSet<>();
        if (table.codeList() != null) {
            lists.add(table.codeList());
        }
        table.rows().forEach(row -> row.targets().forEach(target -> lists.add(target.codeList())));
        return lists;
    }
}
