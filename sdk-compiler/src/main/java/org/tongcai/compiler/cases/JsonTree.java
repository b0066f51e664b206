package org.tongcai.compiler.cases;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON document as it is written: unlike in Jackson's trees, numbers keep their characters. */
sealed interface JsonTree {
    /** Members in the order of the document. */
    record Members(Map<String, JsonTree> members) implements JsonTree {}

    record Items(List<JsonTree> items) implements JsonTree {}

    record Text(String text) implements JsonTree {}

    /** A number as it is written. */
    record Figure(String written) implements JsonTree {}

    record Flag(boolean value) implements JsonTree {}

    record Null() implements JsonTree {}

    /**
     * Reads a document; null where it is malformed, is not UTF-8 without byte order mark, or holds a member twice.
     *
     * @throws IllegalArgumentException if it is nested deeper than Jackson goes
     */
    static @Nullable JsonTree read(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        if (text.startsWith("\uFEFF") || text.indexOf('\uFFFD') >= 0 && !isUtf8(json)) {
            return null;
        }
        try (JsonParser parser = Reader.FACTORY.createParser(text)) {
            JsonTree tree = parser.nextToken() == null ? null : Reader.value(parser);
            return parser.nextToken() == null ? tree : null;
        } catch (StreamConstraintsException e) {
            throw new IllegalArgumentException(e);
        } catch (JsonProcessingException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isUtf8(byte[] json) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** A document that is at hand as Jackson's tree. */
    static JsonTree of(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonTree> members = new LinkedHashMap<>();
            node.fields().forEachRemaining(member -> members.put(member.getKey(), of(member.getValue())));
            return new Members(members);
        }
        if (node.isArray()) {
            List<JsonTree> items = new ArrayList<>(node.size());
            node.forEach(item -> items.add(of(item)));
            return new Items(items);
        }
        if (node.isTextual()) {
            return new Text(node.textValue());
        }
        if (node.isBoolean()) {
            return new Flag(node.booleanValue());
        }
        return node.isNull() ? new Null() : new Figure(node.toString());
    }

    /** Builds trees. */
    final class Reader {
        /** Only the depth is bounded, lest the stack overflow: what is long is the engine's business. */
        private static final JsonFactory FACTORY = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build();

        private Reader() {}

        private static JsonTree value(JsonParser parser) throws IOException {
            return switch (parser.currentToken()) {
                case START_OBJECT -> {
                    Map<String, JsonTree> members = new LinkedHashMap<>();
                    while (parser.nextToken() != JsonToken.END_OBJECT) {
                        String name = parser.currentName();
                        parser.nextToken();
                        if (members.put(name, value(parser)) != null) {
                            throw new JsonParseException(parser, "a member twice");
                        }
                    }
                    yield new Members(members);
                }
                case START_ARRAY -> {
                    List<JsonTree> items = new ArrayList<>();
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        items.add(value(parser));
                    }
                    yield new Items(items);
                }
                case VALUE_STRING -> new Text(parser.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Figure(parser.getText());
                case VALUE_TRUE -> new Flag(true);
                case VALUE_FALSE -> new Flag(false);
                default -> new Null();
            };
        }
    }
}
