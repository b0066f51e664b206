package org.tongcai.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Property;

/**
 * A member or an item in a document, and what the standard says of it.
 *
 * @param owner the type of the object; null for an item and where nothing is known
 * @param parent what holds it
 * @param name its name; its number in a list
 * @param node what it must look like; null where nothing is known
 */
record Place(
        @Nullable TypeDefinition owner,
        JsonNode parent,
        String name,
        @Nullable Node node) {

    JsonNode value() {
        return parent instanceof ArrayNode list ? list.get(Integer.parseInt(name)) : parent.get(name);
    }

    void replace(JsonNode value) {
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
    }

    void remove() {
        if (parent instanceof ArrayNode list) {
            list.remove(Integer.parseInt(name));
        } else {
            ((ObjectNode) parent).remove(name);
        }
    }

    /** All places of a document. */
    static List<Place> in(Bundle bundle, TypeDefinition type, JsonNode document) {
        List<Place> places = new ArrayList<>();
        collect(bundle, type, document, places);
        return places;
    }

    private static void collect(Bundle bundle, @Nullable TypeDefinition type, JsonNode value, List<Place> places) {
        if (value instanceof ObjectNode object) {
            TypeDefinition owner = type == null ? null : branch(bundle, type, object);
            object.fieldNames().forEachRemaining(name -> {
                Node node = owner == null ? null : node(owner, name);
                places.add(new Place(owner, object, name, node));
                below(bundle, node, object.get(name), places);
            });
        }
    }

    private static void below(Bundle bundle, @Nullable Node node, JsonNode value, List<Place> places) {
        if (value instanceof ArrayNode list) {
            Node items = node instanceof Node.Sequence sequence ? sequence.items() : null;
            for (int i = 0; i < list.size(); i++) {
                places.add(new Place(null, list, Integer.toString(i), items));
                below(bundle, items, list.get(i), places);
            }
        } else {
            collect(bundle, node instanceof Node.Reference type ? bundle.type(type.type()) : null, value, places);
        }
    }

    private static @Nullable TypeDefinition branch(Bundle bundle, TypeDefinition type, ObjectNode object) {
        if (!type.isUnion()) {
            return type;
        }
        String branch = type.branches()
                .get(object.path(String.valueOf(type.discriminator())).asText());
        return branch == null ? null : bundle.type(branch);
    }

    private static @Nullable Node node(TypeDefinition owner, String name) {
        return owner.properties().stream()
                .filter(p -> p.name().equals(name))
                .map(Property::node)
                .findFirst()
                .orElse(null);
    }
}
