package org.tongcai.compiler.xsd;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongcai.Finding;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;

/** What no XSD of ours can say: which exception of section 7 of {@code spec/technical/encoding.md} an error of the engine falls under. */
final class Beyond {
    private static final Map<String, String> BY_RULE = Map.of(
            "structure.condition-required", "condition",
            "structure.condition-forbidden", "condition",
            "structure.critical-extension", "critical-extension",
            "codes.not-in-force", "code-day",
            "identifiers.invalid", "check-digit");

    private final Bundle bundle;

    Beyond(Bundle bundle) {
        this.bundle = bundle;
    }

    /** The id of the exception; null for what a schema must find, too. */
    @Nullable
    String exception(Finding finding, TypeDefinition type, JsonNode document) {
        if (finding.ruleId().startsWith("limit.")) {
            return "limit";
        }
        String id = BY_RULE.get(finding.ruleId());
        if (id != null) {
            return id;
        }
        JsonPointer pointer = JsonPointer.compile(finding.pointer());
        String value = document.at(pointer).asText();
        return switch (finding.ruleId()) {
            case "codes.unknown" -> shapeOnly(text(type, document, pointer), value) ? "code-list" : null;
            case "structure.min-items" -> allOrNone(type, document, pointer) ? "list-of-one" : null;
            case "structure.max-items" -> isLong(node(type, document, pointer)) ? "long-list" : null;
            case "structure.unique-items" -> isLong(node(type, document, pointer.head())) ? "long-list" : null;
            case "structure.pattern", "structure.format" ->
                unmatched(text(type, document, pointer), value) ? "long-text" : null;
            case "syntax.control-character" ->
                mayBeLong(text(type, document, pointer)) && isXml(value) ? "long-text" : null;
            default -> null;
        };
    }

    private Node.Text text(TypeDefinition type, JsonNode document, JsonPointer pointer) {
        return (Node.Text) node(type, document, pointer);
    }

    private boolean shapeOnly(Node.Text text, String code) {
        var list = bundle.codeList(String.valueOf(text.codeList()));
        if (CodeTypes.enumerated(list)) {
            return false;
        }
        String shape = list.coverage().codePattern();
        return shape == null || code.matches(shape);
    }

    private static boolean isLong(Node node) {
        return node instanceof Node.Sequence list && list.maxItems() > XmlSchemas.LONG_LIST;
    }

    private static boolean unmatched(Node.Text text, String value) {
        int length = value.codePointCount(0, value.length());
        return length > XmlSchemas.LONG_TEXT
                && ("uri".equals(text.format()) ? length <= 2_000 : text.maxLength() > XmlSchemas.LONG_TEXT);
    }

    private static boolean mayBeLong(Node.Text text) {
        return text.maxLength() > XmlSchemas.LONG_TEXT && text.pattern() == null;
    }

    /** A list that may be left out but has two items at least where it is there. */
    private boolean allOrNone(TypeDefinition root, JsonNode document, JsonPointer pointer) {
        JsonPointer head = Objects.requireNonNull(pointer.head());
        TypeDefinition.Property property =
                property(((Node.Reference) node(root, document, head)).type(), document.at(head), pointer.last());
        return !property.required() && property.node() instanceof Node.Sequence list && list.minItems() > 1;
    }

    /** What stands at a pointer; the items of a list for one of them. */
    private Node node(TypeDefinition root, JsonNode document, JsonPointer pointer) {
        Node node = new Node.Reference(root.name());
        JsonNode value = document;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            if (node instanceof Node.Sequence list && rest.mayMatchElement()) {
                node = list.items();
                value = value.path(rest.getMatchingIndex());
            } else {
                node = property(((Node.Reference) node).type(), value, rest).node();
                value = value.path(rest.getMatchingProperty());
            }
        }
        return node;
    }

    /** The property of an object that the first part of a pointer names. */
    private TypeDefinition.Property property(String typeName, JsonNode object, JsonPointer name) {
        TypeDefinition type = bundle.type(typeName);
        if (type.isUnion()) {
            String branch = type.branches()
                    .get(object.path(String.valueOf(type.discriminator())).asText());
            type = bundle.type(String.valueOf(branch));
        }
        return type.properties().stream()
                .filter(property -> property.name().equals(name.getMatchingProperty()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " of " + typeName));
    }

    /** Whether a document in XML can hold all characters of the text. */
    private static boolean isXml(String text) {
        return text.codePoints()
                .allMatch(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF || c == '\t' || c == '\n' || c == '\r');
    }
}
