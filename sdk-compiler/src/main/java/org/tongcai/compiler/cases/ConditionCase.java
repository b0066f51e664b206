package org.tongcai.compiler.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    /** Conditions hang together by one or two members; what takes longer is not to be had. */
    private static final int MOST_TRIES = 500;

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
        add(cases, type, condition, builder, new ConditionCase(true, given, Set.of()));
        for (Test test : condition.tests()) {
            Property property = ObjectBuilder.property(type, test.property());
            JsonNode other = test.values().isEmpty() ? null : otherValue(property, test.values(), builder);
            if (other != null) {
                Map<String, JsonNode> failing = new LinkedHashMap<>(given);
                failing.put(test.property(), other);
                add(cases, type, condition, builder, new ConditionCase(false, failing, Set.of()));
                break;
            }
            if (!property.required()) {
                Map<String, JsonNode> failing = new LinkedHashMap<>(given);
                failing.remove(test.property());
                add(cases, type, condition, builder, new ConditionCase(false, failing, Set.of(test.property())));
                break;
            }
        }
        return cases;
    }

    /** Adds the case, with what other conditions ask for it to stand; not at all where they never let it. */
    private static void add(
            List<ConditionCase> cases,
            TypeDefinition type,
            Condition condition,
            ObjectBuilder builder,
            ConditionCase wanted) {
        ConditionCase small = null;
        Deque<ConditionCase> open = new ArrayDeque<>(List.of(wanted));
        for (int tries = 0; !open.isEmpty() && tries < MOST_TRIES; tries++) {
            ConditionCase next = open.remove();
            if (next.stands(type, condition, builder, ObjectBuilder.Extent.MINIMAL)) {
                if (next.stands(type, condition, builder, ObjectBuilder.Extent.MAXIMAL)) {
                    cases.add(next);
                    return;
                }
                small = small == null ? next : small;
            }
            open.addAll(next.refined(type, condition, builder));
        }
        if (small != null) {
            cases.add(small);
        }
    }

    /** Whether an object built so keeps the members that are given, and without those that are not wanted. */
    private boolean stands(
            TypeDefinition type, Condition condition, ObjectBuilder builder, ObjectBuilder.Extent extent) {
        ObjectNode object = builder.attempt(type, extent, given, without);
        List<String> forbidden = (holds ? condition.then() : condition.otherwise()).forbidden();
        return object != null
                && given.keySet().stream().allMatch(name -> object.has(name) || forbidden.contains(name))
                && without.stream().noneMatch(object::has);
    }

    /** The same with one more member fixed on which another condition depends. */
    private List<ConditionCase> refined(TypeDefinition type, Condition condition, ObjectBuilder builder) {
        List<ConditionCase> refined = new ArrayList<>();
        for (Condition other : type.conditions()) {
            for (Test test : other.tests()) {
                String name = test.property();
                if (other.equals(condition) || given.containsKey(name) || without.contains(name)) {
                    continue;
                }
                Property property = ObjectBuilder.property(type, name);
                List<JsonNode> values = new ArrayList<>();
                test.values().forEach(value -> values.add(literal(property, value)));
                JsonNode otherwise = test.values().isEmpty()
                        ? builder.value(type, property, ObjectBuilder.Extent.MINIMAL)
                        : otherValue(property, test.values(), builder);
                if (otherwise != null) {
                    values.add(otherwise);
                }
                for (JsonNode value : values) {
                    Map<String, JsonNode> more = new LinkedHashMap<>(given);
                    more.put(name, value);
                    refined.add(new ConditionCase(holds, more, without));
                }
                if (!property.required()) {
                    Set<String> fewer = new LinkedHashSet<>(without);
                    fewer.add(name);
                    refined.add(new ConditionCase(holds, given, fewer));
                }
            }
        }
        return refined;
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
