package org.tongcai.compiler.dictionary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.Term;
import org.tongcai.bundle.TypeDefinition.Property;
import org.tongcai.identifier.IdentifierKind;

/** What a value must look like: the type column of the field table. */
final class ValueView {
    private final Dictionary dictionary;
    private final String root;

    /** For a page whose way back to the root is {@code root}. */
    ValueView(Dictionary dictionary, String root) {
        this.dictionary = dictionary;
        this.root = root;
    }

    /** The cell: kind, notation, bindings, constraints. */
    void write(Html html, Property property, @Nullable Term term) {
        Node node = property.node();
        html.open("div", "class", "kind");
        if (node instanceof Node.Sequence) {
            html.both("列表：", "List of ");
        }
        kind(html, Dictionary.element(node));
        if (term != null && term.notation() != null && isValue(node)) {
            html.text(" ").element("code", term.notation(), "class", "notation");
        }
        html.close();
        if (Dictionary.element(node) instanceof Node.Text text) {
            bindings(html, text);
        }
        List<Bilingual> constraints = constraints(node);
        if (!constraints.isEmpty()) {
            html.open("ul", "class", "constraints");
            constraints.forEach(constraint -> html.element("li", constraint));
            html.close();
        }
        if (Dictionary.element(node) instanceof Node.Text text && text.pattern() != null) {
            html.element("code", text.pattern(), "class", "pattern");
        }
    }

    private static boolean isValue(Node node) {
        return !(Dictionary.element(node) instanceof Node.Reference);
    }

    private void kind(Html html, Node node) {
        if (node instanceof Node.Reference reference) {
            html.open("a", "href", root + dictionary.page(reference.type()))
                    .both(dictionary.title(reference.type()))
                    .close()
                    .text(" ")
                    .element("code", reference.type(), "class", "type-name");
        } else if (node instanceof Node.Whole) {
            html.both("整数", "integer");
        } else if (node instanceof Node.Flag) {
            html.both("是／否", "true or false");
        } else if (node instanceof Node.Text text) {
            html.both(kind(text));
        }
    }

    private static Bilingual kind(Node.Text text) {
        if (text.codeList() != null) {
            return new Bilingual("代码", "code");
        } else if (text.constant() != null) {
            return new Bilingual("固定值", "fixed value");
        } else if (text.identifier() != null) {
            return new Bilingual("标识符", "identifier");
        }
        return text.format() == null ? new Bilingual("文本", "text") : Words.format(text.format());
    }

    private void bindings(Html html, Node.Text text) {
        if (text.constant() != null) {
            html.element("div", cell -> cell.element("code", text.constant()), "class", "binding");
        }
        String list = text.codeList();
        if (list != null && text.binding() != null) {
            html.open("div", "class", "binding");
            if (dictionary.hasCodeList(list)) {
                html.open("a", "href", root + Links.codeList(list))
                        .both(dictionary.codeList(list).title())
                        .close();
            } else {
                html.element("code", list);
            }
            html.element("span", Words.binding(text.binding()), "class", "note").close();
        }
        if (text.identifier() != null) {
            IdentifierKind kind = IdentifierKind.of(text.identifier());
            html.open("div", "class", "binding");
            html.both(kind == null ? new Bilingual(text.identifier(), "") : new Bilingual(kind.zh(), kind.en()));
            if (kind != null && kind.standard() != null) {
                html.element("span", kind.standard(), "class", "note");
            }
            html.close();
        }
    }

    private static List<Bilingual> constraints(Node node) {
        List<Bilingual> constraints = new ArrayList<>();
        if (node instanceof Node.Sequence sequence) {
            constraints.add(range(Math.max(1, sequence.minItems()), sequence.maxItems(), "项", "items"));
            if (sequence.unique()) {
                constraints.add(new Bilingual("不得重复", "no repetition"));
            }
            node = sequence.items();
        }
        if (node instanceof Node.Whole whole) {
            constraints.add(new Bilingual(
                    whole.minimum() + " 至 " + whole.maximum(), whole.minimum() + " to " + whole.maximum()));
        } else if (node instanceof Node.Text text) {
            if (text.maxLength() >= 0) {
                constraints.add(range(text.minLength(), text.maxLength(), "个字符", "characters"));
            }
            Node.DecimalShape shape = text.decimal();
            if (shape != null) {
                String sign = shape.signed() ? "" : "，不得为负";
                String signed = shape.signed() ? "" : ", not negative";
                constraints.add(new Bilingual(
                        "至多 " + shape.digits() + " 位，其中小数 " + shape.fraction() + " 位" + sign,
                        "up to " + shape.digits() + " digits, " + shape.fraction() + " after the point" + signed));
            }
        }
        return constraints;
    }

    private static Bilingual range(int from, int to, String zh, String en) {
        String bounds = from == to ? String.valueOf(to) : from + "–" + to;
        if (from <= 0) {
            return new Bilingual("至多 " + to + " " + zh, "at most " + to + " " + en);
        }
        return new Bilingual(bounds + " " + zh, bounds + " " + en);
    }
}
