package org.tongcai.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cases of the standard as documents: valid ones and all those with one mistake. */
final class Cases {
    /** As a lenient host has it: what the standard does not know is dropped. Members that appear twice are refused, as one would be lost. */
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Path CASES = Path.of(System.getProperty("spec.directory"), "cases");
    private static final String APPEND = "-";

    private final Map<String, JsonNode> bases = new HashMap<>();

    /**
     * A document.
     *
     * @param id id of the case, or name of the file
     * @param documentType what it should be
     * @param json the document; null where it is none (malformed JSON)
     */
    record Case(String id, String documentType, @Nullable JsonNode json) {
        /** The document as a model; null where the mapper refuses it. */
        @Nullable
        Object bound() {
            try {
                return json == null ? null : MAPPER.treeToValue(json, type());
            } catch (JsonProcessingException e) {
                return null;
            }
        }

        /** The class of the document type. */
        Class<?> type() {
            try {
                return Class.forName("org.tongcai.model." + Character.toUpperCase(documentType.charAt(0))
                        + documentType.substring(1));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Files with cases, one a document type, sorted. */
    static List<Path> files() {
        try (Stream<Path> files = Files.list(CASES.resolve("testcases"))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cases of a file. */
    Stream<Case> of(Path file) throws IOException {
        ArrayNode cases = (ArrayNode) MAPPER.readTree(file.toFile()).get("cases");
        bases.clear();
        return cases.valueStream().map(this::document);
    }

    private Case document(JsonNode stated) {
        String id = stated.get("id").asText();
        String type = stated.get("documentType").asText();
        JsonNode base = bases.computeIfAbsent(stated.get("base").asText(), Cases::base);
        if (base.isMissingNode() || !stated.has("patch")) {
            return new Case(id, type, base.isMissingNode() ? null : base);
        }
        JsonNode patched = base.deepCopy();
        for (JsonNode step : stated.get("patch")) {
            if (step.get("path").asText().isEmpty()) {
                patched = step.get("value");
            } else {
                apply(patched, step);
            }
        }
        return new Case(id, type, patched);
    }

    private static JsonNode base(String path) {
        try {
            return MAPPER.readTree(Files.readAllBytes(CASES.resolve(path)));
        } catch (IOException e) {
            // A mistake in the JSON itself.
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
    }

    /** The operations of RFC 6902 that cases use. */
    private static void apply(JsonNode document, JsonNode step) {
        JsonPointer place = JsonPointer.compile(step.get("path").asText());
        JsonNode parent = document.at(place.head());
        String last = place.last().getMatchingProperty();
        String operation = step.get("op").asText();
        JsonNode value =
                switch (operation) {
                    case "add", "replace" -> step.get("value");
                    case "copy" -> document.at(step.get("from").asText()).deepCopy();
                    case "remove" -> null;
                    default -> throw new IllegalArgumentException(operation);
                };
        if (parent instanceof ObjectNode object) {
            if (value == null) {
                object.remove(last);
            } else {
                object.set(last, value);
            }
        } else if (parent instanceof ArrayNode list) {
            if (value == null) {
                list.remove(place.last().getMatchingIndex());
            } else if (last.equals(APPEND)) {
                list.add(value);
            } else if (operation.equals("replace")) {
                list.set(place.last().getMatchingIndex(), value);
            } else {
                list.insert(place.last().getMatchingIndex(), value);
            }
        } else {
            throw new IllegalArgumentException("no place " + place);
        }
    }
}
