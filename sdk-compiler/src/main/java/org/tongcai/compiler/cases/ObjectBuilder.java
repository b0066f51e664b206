package org.tongcai.compiler.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Condition;
import org.tongcai.bundle.TypeDefinition.Obligation;
import org.tongcai.bundle.TypeDefinition.Property;

/** Builds valid objects of a type: with only what must be there, or with everything that may, conditions kept. */
final class ObjectBuilder {
    /** How much to put in. */
    enum Extent {
        MINIMAL,
        MAXIMAL
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Bundle bundle;
    private final SampleValues samples;
    private final Deque<String> path = new ArrayDeque<>();
    private @Nullable String documentType;

    ObjectBuilder(Bundle bundle, SampleValues samples) {
        this.bundle = bundle;
        this.samples = samples;
    }

    SampleValues samples() {
        return samples;
    }

    /** Sets the document type that headers carry. */
    void documentType(String name) {
        this.documentType = name;
    }

    /** A valid object. {@code given} fixes values of members; {@code without} leaves members out. */
    ObjectNode build(TypeDefinition type, Extent extent, Map<String, JsonNode> given, Set<String> without) {
        if (type.isUnion()) {
            return build(bundle.type(type.branches().values().iterator().next()), extent, given, without);
        }
        path.push(type.name());
        try {
            Map<String, JsonNode> values = new LinkedHashMap<>(given);
            for (Condition condition : type.conditions()) {
                for (TypeDefinition.Test test : condition.tests()) {
                    if (!test.values().isEmpty() && !values.containsKey(test.property())) {
                        Property property = property(type, test.property());
                        values.put(property.name(), value(type, property, extent));
                    }
                }
            }
            Set<String> included = members(type, extent, given, without, values);
            ObjectNode object = JSON.objectNode();
            for (Property property : type.properties()) {
                if (included.contains(property.name())) {
                    JsonNode value = values.get(property.name());
                    object.set(property.name(), value != null ? value : value(type, property, extent));
                }
            }
            return object;
        } finally {
            path.pop();
        }
    }

    /** As {@link #build}; null where the conditions of the type leave no such object. */
    @Nullable
    ObjectNode attempt(TypeDefinition type, Extent extent, Map<String, JsonNode> given, Set<String> without) {
        try {
            return build(type, extent, given, without);
        } catch (IllegalStateException contradiction) {
            return null;
        }
    }

    /** A valid value for a property. */
    JsonNode value(TypeDefinition type, Property property, Extent extent) {
        if (property.name().equals("documentType")
                && documentType != null
                && type.name().equals("DocumentHeader")) {
            return JSON.textNode(documentType);
        }
        return value(type, property, property.node(), extent);
    }

    static Property property(TypeDefinition type, String name) {
        return type.properties().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.name() + " has no member " + name));
    }

    private JsonNode value(TypeDefinition type, Property property, Node node, Extent extent) {
        if (node instanceof Node.Text text) {
            return JSON.textNode(samples.text(type.name(), property, text));
        }
        if (node instanceof Node.Whole whole) {
            return JSON.numberNode(samples.whole(type.name(), property, whole));
        }
        if (node instanceof Node.Flag) {
            return JSON.booleanNode(samples.flag(type.name(), property, extent == Extent.MAXIMAL));
        }
        if (node instanceof Node.Reference reference) {
            return build(bundle.type(reference.type()), extent, Map.of(), Set.of());
        }
        Node.Sequence sequence = (Node.Sequence) node;
        ArrayNode array = JSON.arrayNode();
        if (sequence.unique() && sequence.minItems() > 1 && sequence.items() instanceof Node.Text text) {
            List<String> distinct = samples.distinct(type.name(), property, text, sequence.minItems());
            if (distinct == null) {
                throw new IllegalArgumentException(type.name() + "." + property.name() + " needs an example: "
                        + sequence.minItems() + " different texts");
            }
            distinct.forEach(array::add);
            return array;
        }
        array.add(value(type, property, sequence.items(), extent));
        for (int i = 1; i < sequence.minItems(); i++) {
            array.add(value(type, property, sequence.items(), extent));
        }
        return array;
    }

    private Set<String> members(
            TypeDefinition type,
            Extent extent,
            Map<String, JsonNode> given,
            Set<String> without,
            Map<String, JsonNode> values) {
        Set<String> included = new LinkedHashSet<>();
        for (Property property : type.properties()) {
            if (property.required() || (extent == Extent.MAXIMAL && !recursive(property.node()))) {
                included.add(property.name());
            }
        }
        included.addAll(given.keySet());
        included.removeAll(without);
        Set<String> dropped = new LinkedHashSet<>();
        for (int attempt = 0; attempt <= type.properties().size(); attempt++) {
            settle(type, included, dropped, without, values);
            Set<String> disputed = disputed(type, included, values);
            if (disputed.isEmpty()) {
                return included;
            }
            String cause = cause(type, included, values, given.keySet(), disputed);
            if (cause == null) {
                break;
            }
            included.remove(cause);
            dropped.add(cause);
        }
        throw new IllegalStateException("the conditions of " + type.name() + " contradict one another");
    }

    /** Adds and removes what the conditions ask for until nothing changes; of conditions that contradict one another the last wins. */
    private void settle(
            TypeDefinition type,
            Set<String> included,
            Set<String> dropped,
            Set<String> without,
            Map<String, JsonNode> values) {
        for (int round = 0; round < 10; round++) {
            Set<String> before = Set.copyOf(included);
            for (Condition condition : type.conditions()) {
                boolean holds = holds(type, condition, included, values);
                Obligation obligation = holds ? condition.then() : condition.otherwise();
                if (!holds && leadsBack(type, obligation) && bring(condition, included, without)) {
                    continue; // rather the member that ends the recursion
                }
                included.addAll(obligation.required());
                obligation.forbidden().forEach(included::remove);
            }
            included.removeAll(dropped);
            if (before.equals(included)) {
                return;
            }
        }
    }

    /** Members that one condition demands or forbids although another has it otherwise. */
    private static Set<String> disputed(TypeDefinition type, Set<String> included, Map<String, JsonNode> values) {
        Set<String> disputed = new LinkedHashSet<>();
        for (Condition condition : type.conditions()) {
            Obligation obligation = inForce(type, condition, included, values);
            obligation.required().stream()
                    .filter(name -> !included.contains(name))
                    .forEach(disputed::add);
            obligation.forbidden().stream().filter(included::contains).forEach(disputed::add);
        }
        return disputed;
    }

    /** A member that may be missing and by its mere presence brings in a condition on a disputed member; null where there is none. */
    private static @Nullable String cause(
            TypeDefinition type,
            Set<String> included,
            Map<String, JsonNode> values,
            Set<String> given,
            Set<String> disputed) {
        for (Condition condition : type.conditions()) {
            if (!holds(type, condition, included, values)
                    || (condition.then().required().stream().noneMatch(disputed::contains)
                            && condition.then().forbidden().stream().noneMatch(disputed::contains))) {
                continue;
            }
            for (TypeDefinition.Test test : condition.tests()) {
                String name = test.property();
                if (test.values().isEmpty()
                        && !given.contains(name)
                        && !property(type, name).required()) {
                    return name;
                }
            }
        }
        return null;
    }

    /**
     * The object with what other conditions ask for once {@code member} is there too, though {@code condition} forbids it; null where they
     * forbid the member as well, or what is asked for is forbidden.
     */
    @Nullable
    ObjectNode readyFor(TypeDefinition type, ObjectNode object, String member, JsonNode value, Condition condition) {
        ObjectNode ready = object.deepCopy();
        for (int round = 0; round <= type.properties().size(); round++) {
            int size = ready.size();
            ObjectNode whole = ready.deepCopy().set(member, value);
            Map<String, JsonNode> values = new LinkedHashMap<>();
            whole.fields().forEachRemaining(field -> values.put(field.getKey(), field.getValue()));
            for (Condition other : type.conditions()) {
                Obligation obligation = inForce(type, other, values.keySet(), values);
                if (obligation.forbidden().stream()
                        .anyMatch(name -> whole.has(name) && !(other.equals(condition) && name.equals(member)))) {
                    return null;
                }
                for (String name : obligation.required()) {
                    if (!whole.has(name)) {
                        ready.set(name, value(type, property(type, name), Extent.MINIMAL));
                    }
                }
            }
            if (ready.size() == size) {
                return ready;
            }
        }
        return null;
    }

    /**
     * The object without {@code member}, which {@code condition} demands, and so that no other condition is broken; null where others
     * demand it as well, or cannot be kept without it.
     */
    @Nullable
    ObjectNode lacking(TypeDefinition type, ObjectNode object, String member, Condition condition) {
        ObjectNode lacking = object.deepCopy();
        lacking.remove(member);
        for (int round = 0; round <= type.properties().size(); round++) {
            ObjectNode before = lacking.deepCopy();
            Map<String, JsonNode> values = new LinkedHashMap<>();
            before.fields().forEachRemaining(field -> values.put(field.getKey(), field.getValue()));
            for (Condition other : type.conditions()) {
                Obligation obligation = inForce(type, other, values.keySet(), values);
                if (other.equals(condition)) {
                    if (!obligation.required().contains(member)) {
                        return null;
                    }
                    continue;
                }
                if (obligation.required().contains(member)) {
                    return null;
                }
                lacking.remove(obligation.forbidden());
                for (String name : obligation.required()) {
                    if (!lacking.has(name)) {
                        lacking.set(name, value(type, property(type, name), Extent.MINIMAL));
                    }
                }
            }
            if (lacking.equals(before)) {
                return keepsTheRest(type, lacking, member, condition) ? lacking : null;
            }
        }
        return null;
    }

    /** Whether only {@code member} is missing of what the condition and the type itself demand. */
    private static boolean keepsTheRest(TypeDefinition type, ObjectNode object, String member, Condition condition) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        object.fields().forEachRemaining(field -> values.put(field.getKey(), field.getValue()));
        Obligation obligation = inForce(type, condition, values.keySet(), values);
        return obligation.required().stream().allMatch(name -> name.equals(member) || object.has(name))
                && obligation.forbidden().stream().noneMatch(object::has)
                && type.properties().stream().allMatch(p -> !p.required() || object.has(p.name()));
    }

    private static Obligation inForce(
            TypeDefinition type, Condition condition, Set<String> included, Map<String, JsonNode> values) {
        return holds(type, condition, included, values) ? condition.then() : condition.otherwise();
    }

    private boolean leadsBack(TypeDefinition type, Obligation obligation) {
        return obligation.required().stream()
                .anyMatch(name -> recursive(property(type, name).node()));
    }

    /** Makes a condition that only asks for presence hold; false where the members are not to be had. */
    private static boolean bring(Condition condition, Set<String> included, Set<String> without) {
        for (TypeDefinition.Test test : condition.tests()) {
            if (!test.values().isEmpty() || without.contains(test.property())) {
                return false;
            }
        }
        condition.tests().forEach(test -> included.add(test.property()));
        return true;
    }

    private static boolean holds(
            TypeDefinition type, Condition condition, Set<String> included, Map<String, JsonNode> values) {
        for (TypeDefinition.Test test : condition.tests()) {
            if (!included.contains(test.property())) {
                return false;
            }
            JsonNode value = values.get(test.property());
            if (!test.values().isEmpty() && (value == null || !isOneOf(type, test, value))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOneOf(TypeDefinition type, TypeDefinition.Test test, JsonNode value) {
        boolean flag = property(type, test.property()).node() instanceof Node.Flag;
        return value.isBoolean() == flag && test.values().contains(value.asText());
    }

    /** Whether the node leads to a type that is being built already (at the second turn it stops). */
    private boolean recursive(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return recursive(sequence.items());
        }
        if (!(node instanceof Node.Reference reference)) {
            return false;
        }
        TypeDefinition type = bundle.type(reference.type());
        List<String> names = type.isUnion() ? List.copyOf(type.branches().values()) : List.of(type.name());
        return names.stream().anyMatch(path::contains);
    }
}
