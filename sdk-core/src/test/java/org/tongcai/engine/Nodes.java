package org.tongcai.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Condition;
import org.tongcai.bundle.TypeDefinition.Obligation;
import org.tongcai.bundle.TypeDefinition.Property;

/** Short ways to write definitions in Java. */
final class Nodes {
    static final Citation LAW = new Citation("中华人民共和国政府采购法", "主席令第68号", "第二十六条");

    private Nodes() {}

    static Node.Text text(int min, int max) {
        return new Node.Text(min, max, null, null, null, null, null, null, null, Node.Sensitivity.PUBLIC);
    }

    static Node.Text pattern(String pattern, int max) {
        return new Node.Text(1, max, pattern, null, null, null, null, null, null, Node.Sensitivity.PUBLIC);
    }

    static Node.Text format(String format) {
        return new Node.Text(0, -1, null, format, null, null, null, null, null, Node.Sensitivity.PUBLIC);
    }

    static Node.Text decimal(int digits, int fraction, boolean signed) {
        return new Node.Text(
                0,
                -1,
                null,
                "decimal",
                new Node.DecimalShape(digits, fraction, signed),
                null,
                null,
                null,
                null,
                Node.Sensitivity.PUBLIC);
    }

    static Node.Text code(String list, Node.Binding binding) {
        return new Node.Text(0, -1, null, null, null, list, binding, null, null, Node.Sensitivity.PUBLIC);
    }

    static Node.Text identifier(String kind) {
        return new Node.Text(0, -1, null, null, null, null, null, kind, null, Node.Sensitivity.PUBLIC);
    }

    static Node.Text constant(String value) {
        return new Node.Text(0, -1, null, null, null, null, null, null, value, Node.Sensitivity.PUBLIC);
    }

    static Node.Text personal(Node.Text t) {
        return new Node.Text(
                t.minLength(),
                t.maxLength(),
                t.pattern(),
                t.format(),
                t.decimal(),
                t.codeList(),
                t.binding(),
                t.identifier(),
                t.constant(),
                Node.Sensitivity.PERSONAL);
    }

    static Node.Sequence list(Node items, int min, int max) {
        return new Node.Sequence(items, min, max, false);
    }

    static Node.Sequence unique(Node items, int max) {
        return new Node.Sequence(items, 1, max, true);
    }

    static Node.Reference ref(String type) {
        return new Node.Reference(type);
    }

    static Property must(String name, String title, Node node) {
        return new Property(name, "GP-" + name, new Bilingual(title, name), true, node, List.of(LAW));
    }

    static Property may(String name, String title, Node node) {
        return new Property(name, "GP-" + name, new Bilingual(title, name), false, node, List.of());
    }

    static TypeDefinition object(String name, String title, Property... properties) {
        return new TypeDefinition(
                name, "GP-" + name, new Bilingual(title, name), null, List.of(properties), List.of(), null, Map.of());
    }

    static TypeDefinition document(String wire, String name, String title, Property... properties) {
        return new TypeDefinition(
                name, "GP-" + name, new Bilingual(title, name), wire, List.of(properties), List.of(), null, Map.of());
    }

    static TypeDefinition union(String name, String title, String discriminator, Map<String, String> branches) {
        return new TypeDefinition(
                name, "GP-" + name, new Bilingual(title, name), null, List.of(), List.of(), discriminator, branches);
    }

    static TypeDefinition with(TypeDefinition type, Condition... conditions) {
        return new TypeDefinition(
                type.name(),
                type.termId(),
                type.title(),
                type.documentType(),
                type.properties(),
                List.of(conditions),
                type.discriminator(),
                type.branches());
    }

    /** If the property has one of the values (is present, where there are none). */
    static Condition when(
            String title, String property, List<String> values, Obligation then, @Nullable Obligation otherwise) {
        return new Condition(
                "GP-when-" + property,
                new Bilingual(title, "when " + property),
                List.of(new TypeDefinition.Test(property, values)),
                then,
                otherwise == null ? Obligation.NONE : otherwise,
                List.of());
    }

    static Obligation required(String... names) {
        return new Obligation(List.of(names), List.of());
    }

    static Obligation forbidden(String... names) {
        return new Obligation(List.of(), List.of(names));
    }
}
