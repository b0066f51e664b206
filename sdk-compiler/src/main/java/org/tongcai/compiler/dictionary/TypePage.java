package org.tongcai.compiler.dictionary;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.LifecycleDefinition;
import org.tongcai.bundle.Manifest.DocumentType;
import org.tongcai.bundle.RuleIndex;
import org.tongcai.bundle.Term;
import org.tongcai.bundle.TypeDefinition;

/** Pages of types: a document type with everything inside it, a shared type with its own fields and what uses it. */
final class TypePage {
    private final Dictionary dictionary;
    private final Sources sources;
    private final NeighbourDiagram neighbours;

    TypePage(Dictionary dictionary, Sources sources, ReferenceGraph graph) {
        this.dictionary = dictionary;
        this.neighbours = new NeighbourDiagram(dictionary, graph);
        this.sources = sources;
    }

    /**
     * The page of a document type.
     *
     * @param schema whether its strict schema is part of the dictionary
     * @param samples title → JSON text, in the order to show them; may be empty
     */
    Page document(DocumentType document, boolean schema, Map<Bilingual, String> samples) {
        TypeDefinition type = dictionary.type(document.type());
        Page page = new Page(Links.document(document.name()), document.title());
        page.crumb(Words.domain(document.domain()), Links.INDEX + "#" + document.domain());
        Html html = page.body();
        heading(page, type, document);
        html.open("nav", "class", "on-page", "aria-label", "本页 On this page");
        jump(html, "fields", "字段", "Fields");
        if (hasConditions(document.type())) {
            jump(html, ConditionView.SECTION, "条件", "Conditions");
        }
        List<RuleIndex.Entry> rules = dictionary.rulesFor(document.name());
        if (!rules.isEmpty()) {
            jump(html, "rules", "规则", "Rules");
        }
        if (!samples.isEmpty()) {
            jump(html, "sample-1", "示例", "Examples");
        }
        for (LifecycleDefinition lifecycle : dictionary.lifecycles()) {
            if (lifecycle.documentType().equals(document.name())) {
                html.open("a", "href", page.root() + Links.lifecycle(lifecycle.id()));
                html.both(
                                "生命周期：" + lifecycle.title().zh(),
                                "Lifecycle: " + lifecycle.title().en())
                        .close();
            }
        }
        if (dictionary.hasLayout(document.name())) {
            html.element("span", new Bilingual("有官方版式，可以打印", "Has an official layout"), "class", "meta");
        }
        if (schema) {
            html.open("a", "href", page.root() + Links.schema(document.name()), "class", "schema-link")
                    .text("JSON Schema")
                    .close();
        }
        html.close().line();
        neighbours(page, document);
        structure(page, type);
        fieldsAndConditions(page, type, FieldTree.WHOLE);
        rules(page, rules);
        int number = 0;
        for (Map.Entry<Bilingual, String> sample : samples.entrySet()) {
            html.open("section", "id", "sample-" + ++number).element("h2", sample.getKey());
            new JsonView(dictionary, html).write(sample.getValue(), type.name());
            html.close().line();
        }
        return page;
    }

    /** The page of a shared type. */
    Page shared(String name) {
        TypeDefinition type = dictionary.type(name);
        Page page = new Page(Links.type(name), type.title());
        page.crumb(new Bilingual("类型", "Types"), Links.TYPES);
        heading(page, type, null);
        structure(page, type);
        // the branches of a union say nothing without their fields
        fieldsAndConditions(page, type, type.isUnion() ? 2 : 1);
        Html html = page.body();
        List<String> users = dictionary.usersOfType(name);
        if (!users.isEmpty()) {
            html.open("section", "id", "users").element("h2", new Bilingual("使用处", "Used by"));
            UserList.write(html, dictionary, users, page.root());
            html.close().line();
        }
        return page;
    }

    private void rules(Page page, List<RuleIndex.Entry> rules) {
        if (rules.isEmpty()) {
            return;
        }
        Html html = page.body();
        html.open("section", "id", "rules")
                .open("h2")
                .both("规则", "Rules")
                .text(" ")
                .element("span", "" + rules.size(), "class", "count")
                .close();
        RuleTable.write(html, dictionary, new CitationView(sources, page.root()), rules, page.root());
        html.close().line();
    }

    private void neighbours(Page page, DocumentType document) {
        if (neighbours.isWorthwhile(document)) {
            Html html = page.body();
            html.open("section", "id", "chain").element("h2", new Bilingual("前后单据", "Before and after"));
            neighbours.write(html, document, page.root());
            html.close().line();
        }
    }

    private void structure(Page page, TypeDefinition type) {
        if (StructureDiagram.isWorthwhile(type)) {
            Html html = page.body();
            html.open("details", "id", "structure", "class", "structure")
                    .element("summary", new Bilingual("结构图", "Structure"));
            new StructureDiagram(dictionary, page.root()).write(html, type);
            html.close().line();
        }
    }

    private boolean hasConditions(String root) {
        return Reach.from(dictionary, root).stream()
                .anyMatch(name -> !dictionary.type(name).conditions().isEmpty());
    }

    private void heading(Page page, TypeDefinition type, @Nullable DocumentType document) {
        Html html = page.body();
        Term term = dictionary.term(type.name());
        html.open("header", "class", "page-head", "id", type.name());
        html.element("h1", type.title());
        html.open("p", "class", "names");
        if (document != null) {
            html.element("code", document.name(), "title", "header.documentType");
        }
        html.element("code", type.name(), "class", "type-name").text(" ");
        html.element("a", type.termId(), "class", "term", "id", type.termId(), "href", Links.fragment(type.termId()));
        html.close();
        if (term != null) {
            html.element("p", term.description(), "class", "lead");
            if (term.deprecated() != null) {
                html.open("p", "class", "warning").both(term.deprecated()).close();
            }
            new CitationView(sources, page.root()).write(html, term.sources());
        }
        html.close().line();
    }

    private void fieldsAndConditions(Page page, TypeDefinition type, int depth) {
        Html html = page.body();
        CitationView citations = new CitationView(sources, page.root());
        html.open("section", "id", "fields");
        html.open("div", "class", "section-head")
                .element("h2", type.isUnion() ? new Bilingual("可选类型", "Alternatives") : new Bilingual("字段", "Fields"));
        html.open("div", "class", "tree-tools", "hidden", "");
        html.open("button", "type", "button", "data-tree", "open")
                .both("全部展开", "Expand all")
                .close();
        html.open("button", "type", "button", "data-tree", "close")
                .both("全部折叠", "Collapse all")
                .close();
        html.close().close();
        FieldTree tree = new FieldTree(dictionary, new FieldRow(dictionary, citations, page.root()), depth);
        tree.write(html, type);
        html.close().line();
        Html conditions = new Html();
        new ConditionView(dictionary, citations).write(conditions, tree.types());
        if (!conditions.toString().isEmpty()) {
            html.open("section", "id", ConditionView.SECTION).element("h2", new Bilingual("条件", "Conditions"));
            new ConditionView(dictionary, citations).write(html, tree.types());
            html.close().line();
        }
    }

    private static void jump(Html html, String anchor, String zh, String en) {
        html.open("a", "href", "#" + anchor).both(zh, en).close();
    }
}
