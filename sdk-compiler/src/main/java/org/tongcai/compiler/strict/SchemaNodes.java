package org.tongcai.compiler.strict;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCondition;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/** Types and nodes in standard keywords. Also names the properties in conditions and states types, as ajv's strict mode wants. */
final class SchemaNodes {
    private final Spec spec;
    private final StrictOptions options;

    SchemaNodes(Spec spec, StrictOptions options) {
        this.spec = spec;
        this.options = options;
    }

    ObjectNode type(SpecType type) {
        ObjectNode schema = titled(type.title(), type.description());
        schema.put("type", "object");
        if (type.isUnion()) {
            ArrayNode branches = schema.putArray("oneOf");
            type.branches().forEach(branch -> branches.addObject().put("$ref", "#/$defs/" + branch));
            return schema;
        }
        ObjectNode properties = schema.putObject("properties");
        for (SpecProperty property : type.properties()) {
            ObjectNode node = titled(property.title(), property.description());
            if (property.deprecated() != null) {
                node.put("deprecated", true);
            }
            constrain(node, property.node());
            properties.set(property.name(), node);
        }
        List<String> required = type.properties().stream()
                .filter(SpecProperty::required)
                .map(SpecProperty::name)
                .toList();
        if (!required.isEmpty()) {
            StrictSchemas.array(schema, "required", required);
        }
        schema.put("additionalProperties", false);
        if (!type.dependentRequired().isEmpty()) {
            ObjectNode dependencies = schema.putObject("dependentRequired");
            type.dependentRequired()
                    .forEach((property, brought) -> StrictSchemas.array(dependencies, property, brought));
        }
        if (!type.conditions().isEmpty()) {
            ArrayNode conditions = schema.putArray("allOf");
            type.conditions().forEach(condition -> conditions.add(condition(type, condition)));
        }
        return schema;
    }

    private static ObjectNode titled(String title, String description) {
        return JsonNodeFactory.instance.objectNode().put("title", title).put("description", description);
    }

    private static ObjectNode condition(SpecType type, SpecCondition condition) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("title", condition.title());
        ObjectNode test = schema.putObject("if");
        ObjectNode tested = test.putObject("properties");
        for (TypeDefinition.Test one : condition.tests()) {
            boolean flag = property(type, one.property()).node() instanceof Node.Flag;
            if (one.values().isEmpty()) {
                tested.put(one.property(), true);
                continue;
            }
            ArrayNode values = tested.putObject(one.property()).putArray("enum");
            for (String value : one.values()) {
                if (flag) {
                    values.add(Boolean.parseBoolean(value));
                } else {
                    values.add(value);
                }
            }
        }
        StrictSchemas.array(
                test,
                "required",
                condition.tests().stream().map(TypeDefinition.Test::property).toList());
        obligation(schema, "then", condition.then());
        obligation(schema, "else", condition.otherwise());
        return schema;
    }

    private static void obligation(ObjectNode schema, String keyword, TypeDefinition.Obligation obligation) {
        if (obligation.equals(TypeDefinition.Obligation.NONE)) {
            return;
        }
        ObjectNode branch = schema.putObject(keyword);
        ObjectNode properties = branch.putObject("properties");
        obligation.required().forEach(name -> properties.put(name, true));
        obligation.forbidden().forEach(name -> properties.put(name, false));
        if (!obligation.required().isEmpty()) {
            StrictSchemas.array(branch, "required", obligation.required());
        }
    }

    private static SpecProperty property(SpecType type, String name) {
        return Objects.requireNonNull(type.property(name), name);
    }

    private void constrain(ObjectNode schema, Node node) {
        if (node instanceof Node.Text text) {
            text(schema, text);
        } else if (node instanceof Node.Whole whole) {
            schema.put("type", "integer").put("minimum", whole.minimum()).put("maximum", whole.maximum());
        } else if (node instanceof Node.Flag) {
            schema.put("type", "boolean");
        } else if (node instanceof Node.Reference reference) {
            schema.put("$ref", "#/$defs/" + reference.type());
        } else if (node instanceof Node.Sequence sequence) {
            schema.put("type", "array");
            constrain(schema.putObject("items"), sequence.items());
            schema.put("minItems", sequence.minItems()).put("maxItems", sequence.maxItems());
            if (sequence.unique()) {
                schema.put("uniqueItems", true);
            }
        }
    }

    private void text(ObjectNode schema, Node.Text text) {
        schema.put("type", "string");
        if (text.constant() != null) {
            schema.put("const", text.constant());
        }
        if (text.minLength() > 0) {
            schema.put("minLength", text.minLength());
        }
        boolean uri = "uri".equals(text.format());
        int maxLength = text.maxLength() < 0 && uri ? Shapes.URI_LENGTH : text.maxLength();
        if (maxLength >= 0) {
            schema.put("maxLength", uri ? Math.min(maxLength, Shapes.URI_LENGTH) : maxLength);
        }
        String format = text.format();
        if ("date".equals(format) || "date-time".equals(format)) {
            schema.put("format", format);
        }
        String shape = shape(text);
        String pattern = text.pattern();
        if (pattern != null && shape != null) {
            schema.put("pattern", pattern);
            schema.putArray("allOf").addObject().put("pattern", shape);
        } else if (pattern != null || shape != null) {
            schema.put("pattern", pattern == null ? shape : pattern);
        }
        codes(schema, text);
    }

    private static @Nullable String shape(Node.Text text) {
        if (text.decimal() != null) {
            return Shapes.decimal(text.decimal());
        }
        String format = text.format() == null ? "" : text.format();
        return switch (format) {
            case "date" -> Shapes.DATE_PATTERN;
            case "date-time" -> Shapes.DATE_TIME_PATTERN;
            case "year-month" -> Shapes.YEAR_MONTH_PATTERN;
            case "uri" -> Shapes.URI_PATTERN;
            default -> null;
        };
    }

    /** All codes ever in force: which of them is in force on the document's day is not for a schema to say. */
    private void codes(ObjectNode schema, Node.Text text) {
        if (!options.codeLists() || text.codeList() == null || text.binding() != Node.Binding.REQUIRED) {
            return;
        }
        List<String> codes =
                Objects.requireNonNull(spec.codeLists().get(text.codeList()), text.codeList()).list().entries().stream()
                        .map(CodeList.Entry::code)
                        .distinct()
                        .toList();
        if (codes.size() <= StrictSchemas.ENUM_LIMIT) {
            StrictSchemas.array(schema, "enum", codes);
        }
    }
}
