package org.tongcai.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Condition;
import org.tongcai.bundle.TypeDefinition.Property;

/** Changes documents as careless and as malicious senders do. The same seed gives the same changes. */
final class Mutator {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Bundle bundle;
    /** Values that the standard's own documents hold: type and member → values. */
    private final Map<String, List<JsonNode>> donors;

    private final List<JsonNode> parts;
    private final Random random;
    private final HostileValues values;

    private Mutator(Bundle bundle, Map<String, List<JsonNode>> donors, List<JsonNode> parts, long seed) {
        this.bundle = bundle;
        this.donors = donors;
        this.parts = parts;
        this.random = new Random(seed);
        this.values = new HostileValues(random);
    }

    /** Mutators that take subtrees out of the given documents. */
    static final class Family {
        private final Bundle bundle;
        private final Map<String, List<JsonNode>> donors = new HashMap<>();
        private final List<JsonNode> parts = new ArrayList<>();

        Family(Bundle bundle) {
            this.bundle = bundle;
        }

        void learn(TypeDefinition type, JsonNode document) {
            for (Place place : Place.in(bundle, type, document)) {
                TypeDefinition owner = place.owner();
                if (owner != null) {
                    List<JsonNode> known =
                            donors.computeIfAbsent(owner.name() + "." + place.name(), key -> new ArrayList<>());
                    if (known.size() < 8) {
                        known.add(place.value().deepCopy());
                        parts.add(place.value().deepCopy());
                    }
                }
            }
        }

        Mutator mutator(long seed) {
            return new Mutator(bundle, donors, parts, seed);
        }
    }

    /** One change somewhere in the document. */
    void change(TypeDefinition type, ObjectNode document) {
        List<Place> places = Place.in(bundle, type, document);
        if (places.isEmpty()) {
            document.put("a", 1);
            return;
        }
        Place place = places.get(random.nextInt(places.size()));
        switch (random.nextInt(16)) {
            case 0, 1 -> place.remove();
            case 2 -> rename(place);
            case 3, 4, 5, 6 -> place.replace(values.value(place.node()));
            case 7 -> place.replace(part());
            case 8 -> addMember(place);
            case 9, 10 -> toggle(places);
            case 11 -> list(place);
            case 12 -> twice(place);
            case 13 -> wrap(place);
            case 14 -> union(places);
            default -> {
                if (place.value().isTextual()) {
                    place.replace(JSON.textNode(values.tweaked(place.value().asText())));
                } else {
                    shuffle(document);
                }
            }
        }
    }

    private JsonNode part() {
        return parts.get(random.nextInt(parts.size())).deepCopy();
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** The value under another name: mistyped, of a neighbour, or just unknown. The order of the members stays. */
    private void rename(Place place) {
        if (!(place.parent() instanceof ObjectNode object)) {
            place.remove();
            return;
        }
        String name = place.name();
        List<String> names = new ArrayList<>(List.of(
                name.toUpperCase(Locale.ROOT), name + "s", name + " ", "", "é", "a/b~c", "\u0000", "__proto__"));
        if (place.owner() != null) {
            place.owner().properties().forEach(p -> names.add(p.name()));
        }
        String other = pick(names);
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.fields().forEachRemaining(member -> members.put(member.getKey(), member.getValue()));
        object.removeAll();
        members.forEach((key, value) -> {
            String now = key.equals(name) ? other : key;
            if (!object.has(now)) {
                object.set(now, value);
            }
        });
    }

    /** A member that the object does not have yet, as another document has it, or one that no type knows. */
    private void addMember(Place place) {
        ObjectNode object = place.parent() instanceof ObjectNode parent ? parent : null;
        if (object == null) {
            ((ArrayNode) place.parent()).add(place.value().deepCopy());
            return;
        }
        TypeDefinition owner = place.owner();
        if (owner == null || random.nextInt(8) == 0) {
            object.set("unknown", part());
            return;
        }
        Property property = pick(owner.properties());
        List<JsonNode> known = donors.get(owner.name() + "." + property.name());
        object.set(
                property.name(),
                known == null ? values.value(property.node()) : pick(known).deepCopy());
    }

    /** Something that a condition asks about. */
    private void toggle(List<Place> places) {
        List<Place> owners = places.stream()
                .filter(p -> p.owner() != null && !p.owner().conditions().isEmpty())
                .toList();
        if (owners.isEmpty()) {
            return;
        }
        Place place = pick(owners);
        TypeDefinition owner = Objects.requireNonNull(place.owner());
        ObjectNode object = (ObjectNode) place.parent();
        Condition condition = pick(owner.conditions());
        List<String> concerned = new ArrayList<>();
        condition.tests().forEach(test -> concerned.add(test.property()));
        List.of(condition.then(), condition.otherwise()).forEach(obligation -> {
            concerned.addAll(obligation.required());
            concerned.addAll(obligation.forbidden());
        });
        String name = pick(concerned);
        if (object.has(name) && random.nextInt(3) == 0) {
            object.remove(name);
            return;
        }
        List<String> wanted = condition.tests().stream()
                .filter(test -> test.property().equals(name))
                .flatMap(test -> test.values().stream())
                .toList();
        Node node = owner.properties().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow()
                .node();
        List<JsonNode> known = donors.get(owner.name() + "." + name);
        if (node instanceof Node.Flag) {
            object.put(name, random.nextBoolean());
        } else if (!wanted.isEmpty() && random.nextBoolean()) {
            object.put(name, pick(wanted));
        } else {
            object.set(name, known == null ? values.value(node) : pick(known).deepCopy());
        }
    }

    /** Lists of other lengths, and with repeated items. */
    private void list(Place place) {
        JsonNode value = place.value();
        if (place.node() instanceof Node.Sequence sequence && value instanceof ArrayNode list && !list.isEmpty()) {
            int most = Math.min(sequence.maxItems(), 300) + random.nextInt(3) - 1;
            int size = random.nextInt(3) == 0 ? most : list.size() + 1;
            while (list.size() < size) {
                list.add(list.get(random.nextInt(list.size())).deepCopy());
            }
        } else {
            place.replace(JSON.arrayNode());
        }
    }

    /** The same member once more: well-formed for JSON, but no parser agrees with the other on what it means. */
    private void twice(Place place) {
        if (place.parent() instanceof ObjectNode && !(place.value() instanceof POJONode)) {
            String name = JSON.textNode(place.name()).toString();
            place.replace(HostileValues.raw(place.value() + "," + name + ":" + place.value()));
        }
    }

    private void wrap(Place place) {
        JsonNode value = place.value();
        switch (random.nextInt(4)) {
            case 0 -> place.replace(JSON.arrayNode().add(value));
            case 1 -> place.replace(JSON.objectNode().set(place.name(), value));
            case 2 ->
                place.replace(
                        value.isEmpty()
                                ? JSON.textNode(value.asText())
                                : value.iterator().next());
            default -> place.replace(JSON.textNode(value.toString()));
        }
    }

    /** The discriminator of another branch, or members of another branch. */
    private void union(List<Place> places) {
        List<TypeDefinition> unions = new ArrayList<>();
        List<ObjectNode> objects = new ArrayList<>();
        for (Place place : places) {
            if (place.node() instanceof Node.Reference reference
                    && bundle.type(reference.type()).isUnion()
                    && place.value() instanceof ObjectNode object) {
                unions.add(bundle.type(reference.type()));
                objects.add(object);
            }
        }
        if (objects.isEmpty()) {
            return;
        }
        int which = random.nextInt(objects.size());
        TypeDefinition union = unions.get(which);
        ObjectNode object = objects.get(which);
        Map.Entry<String, String> branch = pick(List.copyOf(union.branches().entrySet()));
        if (random.nextBoolean()) {
            object.put(String.valueOf(union.discriminator()), branch.getKey());
        }
        for (Property property : bundle.type(branch.getValue()).properties()) {
            List<JsonNode> known = donors.get(branch.getValue() + "." + property.name());
            if (known != null && random.nextInt(3) == 0) {
                object.set(property.name(), pick(known).deepCopy());
            }
        }
        if (random.nextBoolean()) {
            shuffle(object);
        }
    }

    /** The members in another order, which means nothing in JSON. */
    private void shuffle(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        Collections.shuffle(names, random);
        for (String name : names) {
            @Nullable JsonNode value = object.remove(name);
            object.set(name, value);
        }
    }
}
