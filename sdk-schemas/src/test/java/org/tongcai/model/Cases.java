package org.tongcai.model;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cases of the standard as documents: the file of the base, or the base with the patch applied. */
final class Cases {
    /**
     * A case.
     *
     * @param name where it stands, for messages
     * @param type its document type, as the list of cases names it
     * @param json the document
     * @param asOf the day on which rules judge; null for that of the document
     * @param others documents that it may refer to
     */
    record Case(
            String name, String type, byte[] json, @Nullable String asOf, List<byte[]> others) {}

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path directory = Path.of(System.getProperty("spec.directory"), "cases");
    private final Map<String, JsonNode> bases = new HashMap<>();

    /** The cases of the schemas and of syntax. */
    List<Path> lists() {
        return files("testcases");
    }

    /** The cases of the rules. */
    List<Path> rules() {
        return files("rules");
    }

    private List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(directory.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cases of one list whose documents are JSON. */
    List<Case> read(Path list) {
        return sample(list, 1);
    }

    /** One in so many of them, the first included. */
    List<Case> sample(Path list, int every) {
        try {
            List<Case> cases = new ArrayList<>();
            int number = 0;
            for (JsonNode node : MAPPER.readTree(Files.readAllBytes(list)).get("cases")) {
                if (node.path("base").asText().endsWith(".xml") || number++ % every != 0) {
                    continue;
                }
                List<byte[]> others = new ArrayList<>();
                for (JsonNode other : node.path("with")) {
                    others.add(document(
                            other.isTextual() ? MAPPER.createObjectNode().set("base", other) : other));
                }
                byte[] document = document(node);
                cases.add(new Case(
                        list.getFileName() + " "
                                + node.path("id")
                                        .asText(node.path("title").path("en").asText()),
                        node.path("documentType").asText(name(node.path("base").asText())),
                        document,
                        node.has("asOf") ? node.get("asOf").asText() : null,
                        others));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document type that a file is named after. */
    private static String name(String base) {
        return base.substring(base.lastIndexOf('/') + 1).replaceFirst("(-.*)?\\.json$", "");
    }

    private byte[] document(JsonNode node) throws IOException {
        String base = node.get("base").asText();
        if (!node.has("patch")) {
            return Files.readAllBytes(directory.resolve(base));
        }
        JsonNode tree = bases.get(base);
        if (tree == null) {
            tree = MAPPER.readTree(Files.readAllBytes(directory.resolve(base)));
            bases.put(base, tree);
        }
        JsonNode result = tree.deepCopy();
        for (JsonNode operation : node.get("patch")) {
            result = apply(result, operation);
        }
        return MAPPER.writeValueAsBytes(result);
    }

    /** JSON Patch (RFC 6902) with our member {@code repeat}; see the page on cases. */
    private static JsonNode apply(JsonNode document, JsonNode operation) {
        String op = operation.get("op").asText();
        JsonPointer path = JsonPointer.compile(operation.get("path").asText());
        int repeat = operation.path("repeat").asInt(1);
        if (op.equals("copy")) {
            JsonNode value = document.at(operation.get("from").asText());
            for (int i = 0; i < repeat; i++) {
                put(document, path, value.deepCopy(), true);
            }
        } else if (op.equals("remove")) {
            JsonNode parent = document.at(path.head());
            if (parent instanceof ObjectNode object) {
                object.remove(path.last().getMatchingProperty());
            } else {
                ((ArrayNode) parent).remove(path.last().getMatchingIndex());
            }
        } else {
            JsonNode value = operation.get("value");
            JsonNode put = repeat > 1 ? TextNode.valueOf(value.asText().repeat(repeat)) : value.deepCopy();
            if (path.matches()) {
                return put;
            }
            put(document, path, put, op.equals("add"));
        }
        return document;
    }

    private static void put(JsonNode document, JsonPointer path, JsonNode value, boolean add) {
        JsonNode parent = document.at(path.head());
        if (parent instanceof ObjectNode object) {
            object.set(path.last().getMatchingProperty(), value);
        } else if (path.last().getMatchingProperty().equals("-")) {
            ((ArrayNode) parent).add(value);
        } else if (add) {
            ((ArrayNode) parent).insert(path.last().getMatchingIndex(), value);
        } else {
            ((ArrayNode) parent).set(path.last().getMatchingIndex(), value);
        }
    }
}
