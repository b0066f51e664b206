package org.tongcai.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Takes away from a document whatever is not needed to keep a property of it. */
final class Shrinker {
    private Shrinker() {}

    /** The smallest document that is found, changed in place; {@code keeps} must hold at the start. */
    static void shrink(JsonNode root, Predicate<JsonNode> keeps) {
        boolean smaller = true;
        while (smaller) {
            smaller = shrink(root, root, keeps);
        }
    }

    private static boolean shrink(JsonNode root, JsonNode at, Predicate<JsonNode> keeps) {
        boolean smaller = false;
        if (at instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                ObjectNode before = object.deepCopy();
                object.remove(name);
                if (keeps.test(root)) {
                    smaller = true;
                } else {
                    object.removeAll();
                    object.setAll(before);
                    smaller |= shrink(root, object.get(name), keeps);
                }
            }
        } else if (at instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                JsonNode item = list.remove(i);
                if (keeps.test(root)) {
                    smaller = true;
                } else {
                    list.insert(i, item);
                    smaller |= shrink(root, list.get(i), keeps);
                }
            }
        }
        return smaller;
    }
}
