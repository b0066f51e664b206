package org.tongcai.compiler.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Condition;
import org.tongcai.bundle.TypeDefinition.Property;
import org.tongcai.bundle.TypeDefinition.Test;

/**
 * Members to fix so that a condition holds, or does not.
 *
 * @param holds which of the two
 * @param given members with values
 * @param without members to leave out
 */
record ConditionCase(boolean holds, Map<String, JsonNode> given, Set<String> without) {

    static List<ConditionCase> of(TypeDefinition type, Condition condition, ObjectBuilder builder) {
        List<ConditionCase> cases = new ArrayList<>();
        Map<String, JsonNode> given = new LinkedHashMap<>();
        for (Test test : condition.tests()) {
            Property property = ObjectBuilder.property(type, test.property());
            given.put(
                    test.property(),
                    test.values().isEmpty()
                            ? builder.value(type, property, ObjectBuilder.Extent.MINIMAL)
                            : literal(property, test.values().get(0)));
        }
        cases.add(new ConditionCase(true, given, Set.of()));
        for (Test test : condition.tests()) {
            Property property = ObjectBuilder.property(type, test.property());
            JsonNode other = test.values().isEmpty() ? null : otherValue(property, test.values(), builder);
            if (other != null) {
                Map<String, JsonNode> failing = new LinkedHashMap<>(given);
                failing.put(test.property(), other);
                cases.add(new ConditionCase(false, failing, Set.of()));
                break;
            }
            if (!property.required()) {
                Map<String, JsonNode> failing = new LinkedHashMap<>(given);
                failing.remove(test.property());
                cases.add(new ConditionCase(false, failing, Set.of(test.property())));
                break;
            }
        }
        return cases;
    }

    private static JsonNode literal(Property property, String value) {
        return property.node() instanceof Node.Flag
                ? BooleanNode.valueOf(Boolean.parseBoolean(value))
                : TextNode.valueOf(value);
    }

    private static @Nullable JsonNode otherValue(Property property, List<String> not, ObjectBuilder builder) {
        if (property.node() instanceof Node.Flag) {
            return not.size() > 1 ? null : BooleanNode.valueOf(!Boolean.parseBoolean(not.get(0)));
        }
        String list = property.node() instanceof Node.Text text ? text.codeList() : null;
        String other = list == null ? null : builder.samples().otherCode(list, not);
        return other == null ? null : TextNode.valueOf(other);
    }
}
