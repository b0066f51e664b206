package org.tongcai.compiler.contradiction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Documents made of three: wherever they differ, what the first, the second or the third has, in all combinations as far as they are few. */
final class Mixture {
    private static final int MOST = 81;

    private final List<JsonNode> sources;
    private final List<List<String>> places = new ArrayList<>();

    Mixture(JsonNode base, JsonNode one, JsonNode other) {
        this.sources = List.of(base, one, other);
        differences(sources, new ArrayList<>());
    }

    private void differences(List<? extends @Nullable JsonNode> nodes, List<String> path) {
        if (same(nodes.get(0), nodes.get(1)) && same(nodes.get(1), nodes.get(2))) {
            return;
        }
        if (nodes.stream().allMatch(node -> node instanceof ObjectNode)) {
            Set<String> names = new LinkedHashSet<>();
            nodes.forEach(node -> node.fieldNames().forEachRemaining(names::add));
            names.forEach(name -> inside(nodes, name, path));
        } else if (nodes.stream().allMatch(node -> node instanceof ArrayNode)
                && nodes.stream().map(JsonNode::size).distinct().count() == 1) {
            for (int i = 0; i < nodes.get(0).size(); i++) {
                inside(nodes, String.valueOf(i), path);
            }
        } else {
            places.add(List.copyOf(path));
        }
    }

    private static boolean same(@Nullable JsonNode a, @Nullable JsonNode b) {
        return a == null ? b == null : a.equals(b);
    }

    private void inside(List<? extends @Nullable JsonNode> nodes, String name, List<String> path) {
        List<@Nullable JsonNode> children = new ArrayList<>();
        nodes.forEach(node -> children.add(child(node, name)));
        path.add(name);
        differences(children, path);
        path.remove(path.size() - 1);
    }

    private static @Nullable JsonNode child(@Nullable JsonNode node, String name) {
        return node instanceof ArrayNode list ? list.get(Integer.parseInt(name)) : node == null ? null : node.get(name);
    }

    /** The combinations; the same ones each time. */
    List<JsonNode> all() {
        List<JsonNode> all = new ArrayList<>();
        double combinations = Math.pow(3, places.size());
        Random random = new Random(places.size());
        for (int number = 0; number < Math.min(combinations, MOST); number++) {
            JsonNode mixed = sources.get(0).deepCopy();
            int rest = number;
            for (List<String> place : places) {
                int from = combinations > MOST ? random.nextInt(3) : rest % 3;
                rest /= 3;
                if (from > 0) {
                    put(mixed, place, sources.get(from));
                }
            }
            all.add(mixed);
        }
        return all;
    }

    private static void put(JsonNode into, List<String> place, JsonNode source) {
        JsonNode owner = into;
        JsonNode value = source;
        for (String name : place.subList(0, place.size() - 1)) {
            owner = child(owner, name);
            value = child(value, name);
        }
        String last = place.get(place.size() - 1);
        JsonNode taken = child(value, last);
        if (owner instanceof ArrayNode list && taken != null) {
            list.set(Integer.parseInt(last), taken.deepCopy());
        } else if (owner instanceof ObjectNode object && taken == null) {
            object.remove(last);
        } else if (owner instanceof ObjectNode object) {
            object.set(last, taken.deepCopy());
        }
    }
}
