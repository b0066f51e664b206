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
        List<Constraint> constraints = constraints(node);
        if (!constraints.isEmpty()) {
            html.open("ul", "class", "constraints");
            constraints.forEach(constraint -> html.element(
                    "li", item -> item.text(constraint.bounds() + " ").both(constraint.words())));
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

    /** A constraint: figures, written once for both languages, and what they count. */
    private record Constraint(String bounds, Bilingual words) {
        Constraint(String bounds, String zh, String en) {
            this(bounds, new Bilingual(zh, en));
        }
    }

    private static List<Constraint> constraints(Node node) {
        List<Constraint> constraints = new ArrayList<>();
        if (node instanceof Node.Sequence sequence) {
            int from = Math.max(1, sequence.minItems());
            constraints.add(new Constraint(range(from, sequence.maxItems()), "项", "items"));
            if (sequence.unique()) {
                constraints.add(new Constraint("", "不得重复", "no repetition"));
            }
            node = sequence.items();
        }
        if (node instanceof Node.Whole whole) {
            constraints.add(new Constraint(range(whole.minimum(), whole.maximum()), Bilingual.EMPTY));
        } else if (node instanceof Node.Text text) {
            text(constraints, text);
        }
        return constraints;
    }

    private static void text(List<Constraint> constraints, Node.Text text) {
        if (text.maxLength() >= 0) {
            constraints.add(new Constraint(
                    text.minLength() == 0 ? "≤ " + text.maxLength() : range(text.minLength(), text.maxLength()),
                    "个字符",
                    "characters"));
        } else if (text.minLength() > 1) {
            constraints.add(new Constraint("≥ " + text.minLength(), "个字符", "characters"));
        }
        Node.DecimalShape shape = text.decimal();
        if (shape != null) {
            constraints.add(new Constraint("≤ " + shape.digits(), "位数字", "digits"));
            constraints.add(new Constraint("≤ " + shape.fraction(), "位小数", "after the point"));
            if (!shape.signed()) {
                constraints.add(new Constraint("≥ 0", Bilingual.EMPTY));
            }
        }
    }

    private static String range(long from, long to) {
        return from == to ? String.valueOf(to) : from + " – " + to;
    }
}
