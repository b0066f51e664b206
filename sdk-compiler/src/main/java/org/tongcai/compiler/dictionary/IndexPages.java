package org.tongcai.compiler.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongcai.Bilingual;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.Manifest.DocumentType;

/** The front page and the lists of shared types and code lists. */
final class IndexPages {
    private final Dictionary dictionary;

    IndexPages(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** The front page: document types by domain. */
    Page index() {
        Manifest manifest = dictionary.manifest();
        Page page = new Page(Links.INDEX, new Bilingual("数据字典", "Data dictionary"));
        Html html = page.body();
        html.open("header", "class", "page-head front");
        html.open("p", "class", "eyebrow").both(manifest.title()).close();
        html.element("h1", new Bilingual("数据字典", "Data dictionary"));
        html.element(
                "p",
                new Bilingual(
                        "本字典由标准自动生成，列出每种单据的全部字段、取值、条件、示例与法律依据。中文为准，英文供参考。",
                        "Generated from the standard: every field of every document with its values, conditions, examples and legal"
                                + " basis. The Chinese text is authoritative."),
                "class",
                "lead");
        html.open("dl", "class", "figures");
        figure(html, new Bilingual("版本", "Version"), manifest.version());
        figure(
                html,
                new Bilingual("单据", "Documents"),
                "" + manifest.documentTypes().size());
        figure(html, new Bilingual("类型", "Types"), "" + manifest.types().size());
        figure(html, new Bilingual("字段", "Fields"), "" + fields());
        figure(
                html,
                new Bilingual("代码表", "Code lists"),
                "" + manifest.codeLists().size());
        html.close().close().line();
        byDomain().forEach((domain, documents) -> {
            html.open("section", "class", "domain", "id", domain).element("h2", Words.domain(domain));
            html.open("ul", "class", "cards", "role", "list");
            documents.forEach(document -> card(html, document));
            html.close().close().line();
        });
        return page;
    }

    private int fields() {
        return dictionary.manifest().types().stream()
                .mapToInt(type -> dictionary.type(type).properties().size())
                .sum();
    }

    private Map<String, List<DocumentType>> byDomain() {
        Map<String, List<DocumentType>> byDomain = new LinkedHashMap<>();
        Words.DOMAINS.keySet().forEach(domain -> byDomain.put(domain, new ArrayList<>()));
        dictionary
                .manifest()
                .documentTypes()
                .forEach(document -> byDomain.computeIfAbsent(document.domain(), key -> new ArrayList<>())
                        .add(document));
        byDomain.values().removeIf(List::isEmpty);
        return byDomain;
    }

    private void card(Html html, DocumentType document) {
        html.open("li", "class", "card");
        html.open("h3")
                .open("a", "href", Links.document(document.name()))
                .both(document.title())
                .close()
                .close();
        html.open("p", "class", "names").element("code", document.name());
        int fields = Reach.fields(dictionary, document.type());
        html.open("span", "class", "count")
                .text(fields + " ")
                .both("个字段", "fields")
                .close();
        html.close();
        html.element("p", dictionary.description(document.type()), "class", "description");
        html.close().line();
    }

    /** The list of shared types. */
    Page types() {
        Page page = new Page(Links.TYPES, new Bilingual("类型", "Types"));
        Html html = page.body();
        page.head(new Bilingual("单据中共用的数据结构。", "Structures that documents share."))
                .close()
                .line();
        html.open("ul", "class", "entries", "role", "list");
        for (String type : dictionary.sharedTypes()) {
            html.open("li", "class", "entry").open("div", "class", "entry-name");
            html.open("a", "href", Links.type(type))
                    .both(dictionary.title(type))
                    .close()
                    .element("code", type)
                    .close();
            html.element("p", dictionary.description(type), "class", "description");
            html.close().line();
        }
        html.close();
        return page;
    }

    /** The list of code lists. */
    Page codeLists() {
        Page page = new Page(Links.CODE_LISTS, new Bilingual("代码表", "Code lists"));
        Html html = page.body();
        page.head(new Bilingual(
                        "字段可以取的代码，含历史代码与有效期。", "The codes that fields may take, with their history and validity."))
                .close()
                .line();
        html.open("p")
                .both("各系统自有的代码在", "Codes of other systems stand in the")
                .text(" ")
                .open("a", "href", Links.CROSSWALKS)
                .both("对照表", "crosswalks")
                .close()
                .close()
                .line();
        html.open("ul", "class", "entries", "role", "list");
        for (Manifest.CodeListEntry entry : dictionary.manifest().codeLists()) {
            CodeList list = dictionary.codeList(entry.id());
            html.open("li", "class", "entry").open("div", "class", "entry-name");
            html.open("a", "href", Links.codeList(entry.id()))
                    .both(entry.title())
                    .close()
                    .element("code", entry.id());
            html.close().open("div");
            html.element("p", list.description(), "class", "description");
            html.open("p", "class", "meta")
                    .text(entry.size() + " ")
                    .both("条", "entries")
                    .text(" · ")
                    .both(Words.status(list.status()))
                    .close();
            html.close().close().line();
        }
        html.close();
        return page;
    }

    private static void figure(Html html, Bilingual name, String value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }
}
