package org.tongcai.compiler.dictionary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.CodeList.Entry;
import org.tongcai.compiler.spec.SpecCrosswalks;

/** The page of a code list. Small lists are tables; big ones are drawn page by page from a script file beside the page. */
final class CodeListPage {
    /** Up to so many entries are written into the page. */
    static final int INLINE = 400;

    private final Dictionary dictionary;
    private final Sources sources;
    private final SpecCrosswalks crosswalks;

    CodeListPage(Dictionary dictionary, Sources sources, SpecCrosswalks crosswalks) {
        this.dictionary = dictionary;
        this.sources = sources;
        this.crosswalks = crosswalks;
    }

    /** Whether the list's entries stand in {@link CodeListData}. */
    static boolean isBig(CodeList list) {
        return list.entries().size() > INLINE;
    }

    Page page(String id) {
        CodeList list = dictionary.codeList(id);
        Page page = new Page(Links.codeList(id), list.title());
        page.crumb(new Bilingual("代码表", "Code lists"), Links.CODE_LISTS);
        Html html = page.body();
        html.open("header", "class", "page-head").element("h1", list.title());
        html.open("p", "class", "names").element("code", id).close();
        html.element("p", list.description(), "class", "lead");
        facts(html, list);
        new CitationView(sources, page.root()).write(html, list.sources());
        html.close().line();
        html.open("section", "id", "codes");
        html.open("div", "class", "section-head")
                .open("h2")
                .both("代码", "Codes")
                .text(" ")
                .element("span", "" + list.entries().size(), "class", "count")
                .close()
                .close();
        if (isBig(list)) {
            page.script(Links.codeListData(id)).script("assets/codes.js");
            big(html);
        } else {
            table(html, list);
        }
        html.close().line();
        List<String> users = dictionary.usersOfCodeList(id);
        if (!users.isEmpty()) {
            html.open("section", "id", "users").element("h2", new Bilingual("使用处", "Used by"));
            UserList.write(html, dictionary, users, page.root());
            html.close().line();
        }
        CrosswalksPage.correspondences(html, crosswalks, id, page.root());
        return page;
    }

    private static void facts(Html html, CodeList list) {
        html.open("dl", "class", "facts");
        html.element("dt", new Bilingual("名称", "Names")).element("dd", Words.status(list.status()));
        html.element("dt", new Bilingual("代码", "Codes")).element("dd", Words.codes(list.codes()));
        html.element("dt", new Bilingual("可信程度", "Confidence")).element("dd", Words.confidence(list.confidence()));
        if (list.edition() != null) {
            html.element("dt", new Bilingual("版次", "Edition")).element("dd", list.edition());
        }
        html.close();
    }

    private static void big(Html html) {
        html.open("div", "id", "big-list").open("div", "class", "code-tools", "hidden", "");
        html.open("label", "class", "filter")
                .element("span", label -> label.both("筛选", "Filter"), "class", "label")
                .empty("input", "type", "search", "id", "code-filter", "autocomplete", "off", "spellcheck", "false")
                .close();
        html.open("label", "class", "check")
                .empty("input", "type", "checkbox", "id", "code-current")
                .both("仅现行", "In force only")
                .close();
        html.element("output", "", "id", "code-count", "for", "code-filter code-current");
        html.close();
        html.open("div", "class", "table-wrap").open("table", "class", "codes");
        columns(html, true, true, true);
        html.open("tbody", "id", "code-rows").close().close().close();
        html.open("nav", "class", "pager", "hidden", "", "aria-label", "翻页 Pages");
        html.open("button", "type", "button", "id", "code-previous")
                .both("上一页", "Previous")
                .close();
        html.element("span", "", "id", "code-page", "aria-live", "polite");
        html.open("button", "type", "button", "id", "code-next")
                .both("下一页", "Next")
                .close();
        html.close();
        html.element(
                "noscript",
                inner -> inner.element(
                        "p",
                        new Bilingual(
                                "此表较大，显示它需要启用脚本。",
                                "This list is long: showing it takes a script, which is switched off.")));
        html.close();
    }

    private static void table(Html html, CodeList list) {
        boolean parents = list.entries().stream().anyMatch(entry -> entry.parent() != null);
        boolean validity = list.entries().stream()
                .anyMatch(entry -> entry.validFrom() != null
                        || entry.validTo() != null
                        || !entry.replacedBy().isEmpty());
        boolean notes = list.entries().stream().anyMatch(entry -> entry.note() != null || entry.source() != null);
        Set<String> known = new HashSet<>();
        list.entries().forEach(entry -> known.add(entry.code()));
        html.open("div", "class", "table-wrap").open("table", "class", "codes");
        columns(html, parents, validity, notes);
        html.open("tbody");
        Set<String> anchored = new HashSet<>();
        for (Entry entry : list.entries()) {
            // a code whose name changed has several rows; the link leads to the first
            String anchor = Links.code(entry.code());
            if (anchored.add(anchor)) {
                html.open("tr", "id", anchor);
            } else {
                html.open("tr");
            }
            html.open("td").element("code", entry.code()).close();
            html.element("td", entry.name());
            if (parents) {
                html.open("td");
                code(html, entry.parent(), known);
                html.close();
            }
            if (validity) {
                validity(html, entry, known);
            }
            if (notes) {
                html.open("td", "class", "remark", "lang", "zh-CN");
                if (entry.source() != null) {
                    html.element("div", entry.source());
                }
                if (entry.note() != null) {
                    html.element("div", entry.note());
                }
                html.close();
            }
            html.close().line();
        }
        html.close().close().close();
    }

    private static void columns(Html html, boolean parents, boolean validity, boolean notes) {
        html.open("thead").open("tr");
        column(html, "代码", "Code");
        column(html, "名称", "Name");
        if (parents) {
            column(html, "上级", "Parent");
        }
        if (validity) {
            column(html, "有效期", "Validity");
        }
        if (notes) {
            column(html, "出处与备注", "Source, note");
        }
        html.close().close();
    }

    private static void column(Html html, String zh, String en) {
        html.element("th", new Bilingual(zh, en), "scope", "col");
    }

    private static void validity(Html html, Entry entry, Set<String> known) {
        html.open("td", "class", "validity");
        if (entry.validFrom() != null || entry.validTo() != null) {
            html.text((entry.validFrom() == null ? "" : entry.validFrom().toString()) + " – "
                    + (entry.validTo() == null ? "" : entry.validTo().toString()));
        }
        for (String successor : entry.replacedBy()) {
            html.text(" → ");
            code(html, successor, known);
        }
        html.close();
    }

    private static void code(Html html, @Nullable String code, Set<String> known) {
        if (code == null) {
            return;
        }
        if (known.contains(code)) {
            html.open("a", "href", Links.fragment(Links.code(code)))
                    .element("code", code)
                    .close();
        } else {
            html.element("code", code);
        }
    }
}
