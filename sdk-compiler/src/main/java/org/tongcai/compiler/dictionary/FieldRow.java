package org.tongcai.compiler.dictionary;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.Term;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Property;

/** One row of the field tree: title and name, obligation, value, description. */
final class FieldRow {
    private final Dictionary dictionary;
    private final ValueView values;
    private final CitationView citations;
    private final String root;

    FieldRow(Dictionary dictionary, CitationView citations, String root) {
        this.dictionary = dictionary;
        this.values = new ValueView(dictionary, root);
        this.citations = citations;
        this.root = root;
    }

    /** A property; {@code group} is the id of the list of its members, empty for none. */
    void property(Html html, TypeDefinition type, Property property, String level, String group) {
        String path = type.name() + "." + property.name();
        Term term = dictionary.term(path);
        boolean deprecated = term != null && term.deprecated() != null;
        html.open("div", "class", "row " + level + (deprecated ? " deprecated" : ""), "id", path);
        name(html, property.title(), property.name(), property.termId(), group);
        html.open("div", "class", "c-must");
        obligation(html, type, property);
        html.close().open("div", "class", "c-type");
        values.write(html, property, term);
        html.close().open("div", "class", "c-text");
        if (term != null) {
            text(html, term);
        }
        html.close().close();
    }

    /** A branch of a union. */
    void branch(Html html, TypeDefinition union, String value, String branch, String level, String group) {
        Bilingual title = dictionary.title(branch);
        html.open("div", "class", "row " + level);
        name(html, title, union.discriminator() + " = " + value, "", group);
        html.open("div", "class", "c-must")
                .element("span", new Bilingual("择一", "One of"), "class", "must choice")
                .close();
        html.open("div", "class", "c-type").open("div", "class", "kind");
        html.open("a", "href", root + dictionary.page(branch))
                .element("code", branch, "class", "type-name")
                .close();
        html.close().close();
        html.open("div", "class", "c-text")
                .element("p", dictionary.description(branch), "class", "description")
                .close();
        html.close();
    }

    /** A term id as an anchor that links to itself; nothing for an empty one. */
    void term(Html html, String id) {
        if (!id.isEmpty()) {
            html.element("a", id, "class", "term", "id", id, "href", Links.fragment(id));
        }
    }

    private void name(Html html, Bilingual title, String name, String termId, String group) {
        html.open("div", "class", "c-name");
        if (!group.isEmpty()) {
            html.open(
                    "button",
                    "type",
                    "button",
                    "class",
                    "twisty",
                    "aria-expanded",
                    "true",
                    "aria-controls",
                    group,
                    "aria-label",
                    title.zh() + " " + title.en());
            html.close();
        }
        html.element("span", title, "class", "field-title");
        html.open("span", "class", "field-name").element("code", name).text(" ");
        term(html, termId);
        html.close().close();
    }

    private static void obligation(Html html, TypeDefinition type, Property property) {
        boolean list = property.node() instanceof Node.Sequence;
        if (property.required()) {
            html.element("span", new Bilingual("必填", "Required"), "class", "must required");
        } else if (ConditionView.requires(type, property.name())) {
            html.element("span", new Bilingual("条件", "Conditional"), "class", "must conditional");
        } else {
            html.element("span", new Bilingual("可选", "Optional"), "class", "must optional");
        }
        html.text(" ")
                .element("span", (property.required() ? "1" : "0") + ".." + (list ? "n" : "1"), "class", "cardinality");
        List<String> anchors = ConditionView.anchorsFor(type, property.name());
        for (int i = 0; i < anchors.size(); i++) {
            html.open("a", "class", "condition-link", "href", Links.fragment(anchors.get(i)))
                    .both("条件", "Condition")
                    .text(anchors.size() == 1 ? "" : " " + (i + 1))
                    .close();
        }
    }

    private void text(Html html, Term term) {
        if (!term.description().equals(Bilingual.EMPTY)) {
            html.element("p", term.description(), "class", "description");
        }
        if (term.deprecated() != null) {
            html.open("p", "class", "warning").element("strong", new Bilingual("已停用", "Deprecated"));
            html.text(" ").both(term.deprecated()).close();
        }
        facts(html, term);
        citations.write(html, term.sources());
    }

    private void facts(Html html, Term term) {
        if (term.section() == null
                && term.unit() == null
                && "public".equals(term.sensitivity())
                && term.examples().isEmpty()) {
            return;
        }
        html.open("dl", "class", "facts");
        fact(html, new Bilingual("版面", "Layout"), term.section() == null ? null : new Bilingual(term.section(), ""));
        fact(html, new Bilingual("单位", "Unit"), term.unit() == null ? null : Words.unit(term.unit()));
        if (!"public".equals(term.sensitivity())) {
            html.element("dt", new Bilingual("敏感", "Sensitivity"));
            html.element("dd", Words.sensitivity(term.sensitivity()), "class", "sensitive");
        }
        if (!term.examples().isEmpty()) {
            html.element("dt", new Bilingual("示例", "Example")).open("dd");
            term.examples()
                    .forEach(example -> html.element("code", JsonView.plain(example), "class", "example")
                            .text(" "));
            html.close();
        }
        html.close();
    }

    private static void fact(Html html, Bilingual name, @Nullable Bilingual value) {
        if (value != null) {
            html.element("dt", name).element("dd", value);
        }
    }
}
