package org.tongcai.compiler.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Property;

/**
 * The fields of a type as a collapsible tree. A nested type is written out where it first occurs; later occurrences refer to it (and
 * the page's script unfolds a copy there), so that a page grows with the number of types and every anchor is unique.
 */
final class FieldTree {
    /** Deep enough for any document. */
    static final int WHOLE = 64;

    private static final int DEEPEST_STYLE = 12;

    private final Dictionary dictionary;
    private final FieldRow rows;
    private final int maximumDepth;
    private final Set<String> written = new LinkedHashSet<>();
    private int groups;

    /** A tree whose nested types are written out down to {@code maximumDepth} levels. */
    FieldTree(Dictionary dictionary, FieldRow rows, int maximumDepth) {
        this.dictionary = dictionary;
        this.rows = rows;
        this.maximumDepth = maximumDepth;
    }

    /** Writes the tree of a type. */
    void write(Html html, TypeDefinition root) {
        written.add(root.name());
        html.open("div", "class", "fields");
        head(html);
        html.open("ul", "class", "tree", "role", "list");
        members(html, root, 1);
        html.close().close().line();
    }

    /** The types written out, in document order. */
    List<String> types() {
        return new ArrayList<>(written);
    }

    private static void head(Html html) {
        html.open("div", "class", "row head", "aria-hidden", "true");
        for (Bilingual title : List.of(
                new Bilingual("标题与名称", "Title and name"),
                new Bilingual("约束力", "Obligation"),
                new Bilingual("类型与取值", "Type and values"),
                new Bilingual("说明", "Description"))) {
            html.element("div", title);
        }
        html.close().line();
    }

    private void members(Html html, TypeDefinition type, int depth) {
        for (Property property : type.properties()) {
            html.open("li", "class", "field");
            Node element = Dictionary.element(property.node());
            String child = element instanceof Node.Reference reference ? reference.type() : null;
            String group = child != null && depth < maximumDepth ? "group-" + ++groups : "";
            rows.property(html, type, property, level(depth), group);
            if (child != null && !group.isEmpty()) {
                children(html, child, group, depth + 1);
            }
            html.close().line();
        }
        type.branches().forEach((value, branch) -> {
            html.open("li", "class", "field branch");
            String group = depth < maximumDepth ? "group-" + ++groups : "";
            rows.branch(html, type, value, branch, level(depth), group);
            if (!group.isEmpty()) {
                children(html, branch, group, depth + 1);
            }
            html.close().line();
        });
    }

    private void children(Html html, String name, String group, int depth) {
        TypeDefinition type = dictionary.type(name);
        if (written.add(name)) {
            html.open(
                    "ul",
                    "class",
                    "children",
                    "role",
                    "list",
                    "id",
                    group,
                    "data-type",
                    name,
                    "data-depth",
                    "" + depth);
            html.open("li", "class", "type-note " + level(depth), "id", name);
            html.element("code", name, "class", "type-name").text(" ");
            rows.term(html, type.termId());
            html.text(" ").both(dictionary.description(name));
            html.close().line();
            members(html, type, depth);
        } else {
            html.open(
                    "ul",
                    "class",
                    "children",
                    "role",
                    "list",
                    "id",
                    group,
                    "data-copy",
                    name,
                    "data-depth",
                    "" + depth);
            html.open("li", "class", "type-note " + level(depth))
                    .open("a", "href", Links.fragment(name))
                    .both(
                            "字段见上文“" + type.title().zh() + "”",
                            "Fields: see " + type.title().in(Locale.ENGLISH) + " above")
                    .close()
                    .close();
        }
        html.close().line();
    }

    private static String level(int depth) {
        return "d" + Math.min(depth, DEEPEST_STYLE);
    }
}
