package org.tongcai.compiler.dictionary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Property;

/** A JSON document, indented and coloured, each name linked to its field on the same page. */
final class JsonView {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
    private static final String INDENT = "  ";

    private final Dictionary dictionary;
    private final Html html;

    JsonView(Dictionary dictionary, Html html) {
        this.dictionary = dictionary;
        this.html = html;
    }

    /** Writes a {@code pre} with a copy button; {@code type} is the root type. Not JSON is an {@link IllegalArgumentException}. */
    void write(String json, String type) {
        JsonNode tree;
        try {
            tree = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an example of " + type + " is not JSON: " + e.getOriginalMessage(), e);
        }
        html.open("div", "class", "sample");
        html.open("button", "type", "button", "class", "copy", "data-done", "✓")
                .both("复制", "Copy")
                .close();
        html.open("pre", "tabindex", "0").open("code", "class", "json", "lang", "zh-CN");
        value(tree, type, "");
        html.close().close().close().line();
    }

    /** A value as people write it: a string without its quotes, anything else as JSON. */
    static String plain(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            return node.isTextual() ? node.textValue() : json;
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    private void value(JsonNode node, @Nullable String type, String indent) {
        if (node.isObject()) {
            object(node, type, indent);
        } else if (node.isArray()) {
            array(node, type, indent);
        } else {
            html.element("span", scalar(node), "class", node.isTextual() ? "j-text" : "j-word");
        }
    }

    private void object(JsonNode node, @Nullable String type, String indent) {
        TypeDefinition definition = type == null ? null : resolve(dictionary.type(type), node);
        if (node.isEmpty()) {
            html.text("{}");
            return;
        }
        html.text("{\n");
        for (Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator(); members.hasNext(); ) {
            Map.Entry<String, JsonNode> member = members.next();
            Property property = definition == null ? null : property(definition, member.getKey());
            html.text(indent + INDENT);
            name(definition, property, member.getKey());
            html.text(": ");
            Node element = property == null ? null : Dictionary.element(property.node());
            value(
                    member.getValue(),
                    element instanceof Node.Reference reference ? reference.type() : null,
                    indent + INDENT);
            html.text(members.hasNext() ? ",\n" : "\n");
        }
        html.text(indent + "}");
    }

    private void array(JsonNode node, @Nullable String type, String indent) {
        if (node.isEmpty()) {
            html.text("[]");
            return;
        }
        html.text("[\n");
        for (int i = 0; i < node.size(); i++) {
            html.text(indent + INDENT);
            value(node.get(i), type, indent + INDENT);
            html.text(i + 1 < node.size() ? ",\n" : "\n");
        }
        html.text(indent + "]");
    }

    private void name(@Nullable TypeDefinition type, @Nullable Property property, String name) {
        String quoted = scalar(JSON.getNodeFactory().textNode(name));
        if (type == null || property == null) {
            html.element("span", quoted, "class", "j-name", "lang", "en");
        } else {
            html.element(
                    "a",
                    quoted,
                    "class",
                    "j-name",
                    "lang",
                    "en",
                    "href",
                    Links.fragment(type.name() + "." + name),
                    "title",
                    property.title().zh() + " " + property.title().en());
        }
    }

    /** The branch that the discriminator chooses; null where it chooses none. */
    private @Nullable TypeDefinition resolve(TypeDefinition type, JsonNode node) {
        if (type.discriminator() == null) {
            return type;
        }
        String branch = type.branches().get(node.path(type.discriminator()).asText());
        return branch == null ? null : dictionary.type(branch);
    }

    private static @Nullable Property property(TypeDefinition type, String name) {
        for (Property property : type.properties()) {
            if (property.name().equals(name)) {
                return property;
            }
        }
        return null;
    }

    private static String scalar(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
