package org.tongcai.compiler.conformance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongcai.bundle.Manifest;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.strict.StrictOptions;
import org.tongcai.compiler.strict.StrictSchemas;

/** Generic software that knows nothing of us: Jackson reads, json-schema-validator judges by the strict schema without code lists. */
final class Oracle {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(1 << 20)
                    .maxNestingDepth(2_000)
                    .build())
            .build();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Schema> schemas = new HashMap<>();

    Oracle(Spec spec, Manifest manifest) {
        StrictSchemas strict = new StrictSchemas(spec, StrictOptions.STRUCTURE);
        for (Manifest.DocumentType type : manifest.documentTypes()) {
            schemas.put(
                    type.name(),
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(strict.document(type.name())));
        }
    }

    /**
     * Whether the document is valid as one of the type. Formats are asserted beside the patterns that say the same, but for the offset
     * {@code -00:00}: RFC 3339 section 4.3 has it, and this validator has not.
     */
    boolean accepts(String type, JsonNode document) {
        return accepts(type, document, true)
                || document.toString().contains("-00:00\"") && accepts(type, document, false);
    }

    private boolean accepts(String type, JsonNode document, boolean formats) {
        return schema(type)
                .validate(
                        document,
                        OutputFormat.BOOLEAN,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(formats)));
    }

    /** What is wrong with it. */
    List<String> errors(String type, JsonNode document) {
        return schema(type)
                .validate(document, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .limit(20)
                .toList();
    }

    private Schema schema(String type) {
        Schema schema = schemas.get(type);
        if (schema == null) {
            throw new IllegalArgumentException("no schema for " + type);
        }
        return schema;
    }

    /**
     * Reads a document, refusing members that appear twice. Two things that a schema cannot say are put into the tree: a number with an
     * exponent is not whole (the dialect bars exponents), and {@code 1.0} is 1 (as JSON Schema has it, and not every validator).
     */
    static JsonNode read(byte[] document) throws IOException {
        try (JsonParser parser = FACTORY.createParser(document)) {
            parser.nextToken();
            JsonNode root = value(parser);
            if (parser.nextToken() != null) {
                throw new IOException("content after the end");
            }
            return root;
        }
    }

    private static JsonNode value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("no content");
        }
        switch (token) {
            case START_OBJECT:
                ObjectNode object = JSON.objectNode();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.set(name, value(parser));
                }
                return object;
            case START_ARRAY:
                ArrayNode array = JSON.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                return array;
            case VALUE_NUMBER_INT:
                return JSON.numberNode(new BigInteger(parser.getText()));
            case VALUE_NUMBER_FLOAT:
                return number(parser.getText());
            case VALUE_TRUE:
            case VALUE_FALSE:
                return JSON.booleanNode(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL:
                return JSON.nullNode();
            default:
                return JSON.textNode(parser.getText());
        }
    }

    private static JsonNode number(String text) {
        if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            return JSON.numberNode(new BigDecimal("0.5"));
        }
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        return value.scale() <= 0 ? JSON.numberNode(value.toBigIntegerExact()) : JSON.numberNode(value);
    }
}
