package org.tongcai.compiler.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsonschema2pojo.ContentResolver;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/**
 * The types of the standard restated in the words that jsonschema2pojo knows, one schema a type, held in memory.
 *
 * <p>A union becomes a class that its branches {@code extends}; the discriminator vanishes from the branches, because Jackson writes it from the
 * class. Values bound to a code list name the class of the list. Formats are left out: the wire text is kept as it is and {@link Form} gives it
 * its Java type in the accessors. {@code uniqueItems} is left out: the order of a list counts, so it stays a {@code List}.
 */
final class DerivedSchemas extends ContentResolver {
    /** Names the class of a code list. */
    static final String CODE_CLASS = "x-codeClass";

    /** Marks a union. */
    static final String UNION = "x-union";

    private static final String BASE = "model:///";

    private final Map<URI, ObjectNode> schemas = new LinkedHashMap<>();
    private final ModelSource source;

    /** For all types of {@code source}. */
    DerivedSchemas(ModelSource source) {
        this.source = source;
        for (SpecType type : source.spec().types().values()) {
            schemas.put(uri(type.name()), derive(type));
        }
    }

    /** Where the schema of a type is found. */
    static URI uri(String type) {
        return URI.create(BASE + type + ".json");
    }

    @Override
    public JsonNode resolve(URI uri) {
        JsonNode schema = schemas.get(uri);
        if (schema == null) {
            throw new ModelException("No schema " + uri);
        }
        return schema;
    }

    private ObjectNode derive(SpecType type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object");
        schema.put("javaType", ModelGenerator.PACKAGE + "." + type.name());
        schema.put("additionalProperties", false);
        if (type.isUnion()) {
            schema.put(UNION, true);
            return schema;
        }
        SpecType union = source.unionOf(type);
        if (union != null) {
            schema.putObject("extends").put("$ref", union.name() + ".json");
        }
        ObjectNode properties = schema.putObject("properties");
        for (SpecProperty property : type.properties()) {
            if (union == null || !property.name().equals(union.discriminator())) {
                properties.set(property.name(), derive(property.node()));
            }
        }
        return schema;
    }

    private ObjectNode derive(Node node) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (node instanceof Node.Text text) {
            schema.put("type", "string");
            if (text.codeList() != null) {
                schema.put(CODE_CLASS, ModelGenerator.PACKAGE + "." + source.codeClass(text.codeList()));
            }
        } else if (node instanceof Node.Whole whole) {
            schema.put("type", "integer");
            // jsonschema2pojo takes Long where a bound does not fit into int; it tells by the type of the node.
            bound(schema, "minimum", whole.minimum());
            bound(schema, "maximum", whole.maximum());
        } else if (node instanceof Node.Flag) {
            schema.put("type", "boolean");
        } else if (node instanceof Node.Sequence sequence) {
            schema.put("type", "array");
            schema.set("items", derive(sequence.items()));
        } else if (node instanceof Node.Reference reference) {
            schema.put("$ref", source.type(reference.type()).name() + ".json");
        }
        return schema;
    }

    /** Whether a whole number is an {@code Integer} in the models; else it is a {@code Long}. */
    static boolean fitsInt(Node.Whole whole) {
        return fitsInt(whole.minimum()) && fitsInt(whole.maximum());
    }

    private static boolean fitsInt(long value) {
        return value == (int) value;
    }

    private static void bound(ObjectNode schema, String keyword, long value) {
        if (fitsInt(value)) {
            schema.put(keyword, (int) value);
        } else {
            schema.put(keyword, value);
        }
    }
}
