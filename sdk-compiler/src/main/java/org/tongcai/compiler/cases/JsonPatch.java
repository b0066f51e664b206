package org.tongcai.compiler.cases;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The operations add, remove, replace and copy of JSON Patch (RFC 6902). One member is ours: {@code repeat: n} does an operation
 * n times (copy), or writes its text value n times in a row (add, replace), so that a case about a bound of 5,000 stays one line.
 */
public final class JsonPatch {
    private JsonPatch() {}

    /** Applies the operations to a copy of the document. Throws IllegalArgumentException for a path that does not exist. */
    public static JsonNode apply(JsonNode document, ArrayNode operations) {
        JsonNode result = document.deepCopy();
        for (JsonNode operation : operations) {
            result = apply(result, operation);
        }
        return result;
    }

    private static JsonNode apply(JsonNode document, JsonNode operation) {
        String op = operation.path("op").asText();
        JsonPointer path = JsonPointer.compile(operation.path("path").asText());
        int repeat = operation.path("repeat").asInt(1);
        switch (op) {
            case "remove" -> {
                remove(document, path);
                return document;
            }
            case "add", "replace" -> {
                JsonNode value = operation.path("value");
                if (repeat > 1) {
                    value = TextNode.valueOf(value.asText().repeat(repeat));
                }
                if (path.matches()) {
                    return value.deepCopy();
                }
                put(document, path, value, op.equals("add"));
                return document;
            }
            case "copy" -> {
                JsonNode value = document.at(operation.path("from").asText());
                for (int i = 0; i < repeat; i++) {
                    put(document, path, value, true);
                }
                return document;
            }
            default -> throw new IllegalArgumentException("operation " + op);
        }
    }

    private static void remove(JsonNode document, JsonPointer path) {
        JsonNode parent = document.at(path.head());
        JsonPointer last = path.last();
        if (parent instanceof ObjectNode object && object.remove(last.getMatchingProperty()) != null) {
            return;
        }
        if (parent instanceof ArrayNode array && array.remove(last.getMatchingIndex()) != null) {
            return;
        }
        throw new IllegalArgumentException("nothing at " + path);
    }

    private static void put(JsonNode document, JsonPointer path, JsonNode value, boolean insert) {
        JsonNode parent = document.at(path.head());
        String last = path.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            object.set(last, value.deepCopy());
        } else if (parent instanceof ArrayNode array) {
            if (last.equals("-")) {
                array.add(value.deepCopy());
            } else if (insert) {
                array.insert(Integer.parseInt(last), value.deepCopy());
            } else {
                array.set(Integer.parseInt(last), value.deepCopy());
            }
        } else {
            throw new IllegalArgumentException("nothing at " + path.head());
        }
    }
}
