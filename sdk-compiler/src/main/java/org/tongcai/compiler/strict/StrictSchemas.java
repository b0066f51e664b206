package org.tongcai.compiler.strict;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/**
 * JSON Schemas 2020-12 for people without our SDK: one per document type, self-contained, standard keywords only, closed. A generic
 * validator with such a schema and our structure layer judge a document alike. Immutable; the spec must have passed the linter
 * (examples apart).
 */
public final class StrictSchemas {
    /** Longer code lists are left to the code list layer: as {@code enum} they would bury the schema. */
    public static final int ENUM_LIMIT = 300;

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final String BASE = "https://tongcai.org/schemas/";
    private static final ObjectWriter WRITER = new ObjectMapper()
            .writer(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private final Spec spec;
    private final SchemaNodes nodes;

    /** For one spec. */
    public StrictSchemas(Spec spec, StrictOptions options) {
        this.spec = spec;
        this.nodes = new SchemaNodes(spec, options);
    }

    /** All files: {@code <documentType>.schema.json} → bytes. */
    public SortedMap<String, byte[]> files() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (SpecType type : spec.documentTypes()) {
            String text = WRITER.writeValueAsString(document(type.documentName())) + "\n";
            files.put(type.documentName() + ".schema.json", text.getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    /** The schema of a document type, by its name on the wire. */
    public ObjectNode document(String documentType) {
        SpecType type = spec.documentTypes().stream()
                .filter(candidate -> candidate.documentName().equals(documentType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such document type: " + documentType));
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", DRAFT);
        schema.put("$id", BASE + spec.standard().edition() + "/" + documentType + ".schema.json");
        schema.setAll(nodes.type(type));
        header(schema, documentType);
        SortedSet<String> reached = new TreeSet<>();
        reach(type, reached);
        define(schema, reached);
        return schema;
    }

    /** The schema of any type, self-contained. */
    public ObjectNode type(String name) {
        SpecType type = spec(name);
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", DRAFT);
        schema.setAll(nodes.type(type));
        SortedSet<String> reached = new TreeSet<>();
        reach(type, reached);
        define(schema, reached);
        return schema;
    }

    /** The schema of the value of one property, self-contained. */
    public ObjectNode property(String type, SpecProperty property) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", DRAFT);
        schema.setAll((ObjectNode) nodes.type(spec(type)).get("properties").get(property.name()));
        SortedSet<String> reached = new TreeSet<>();
        if (property.element() instanceof Node.Reference reference) {
            add(reference.type(), reached);
        }
        define(schema, reached);
        return schema;
    }

    private void define(ObjectNode schema, SortedSet<String> reached) {
        ObjectNode definitions = schema.putObject("$defs");
        for (String name : reached) {
            definitions.set(name, nodes.type(spec(name)));
        }
    }

    /** The header names the document's own type and edition. */
    private void header(ObjectNode schema, String documentType) {
        ObjectNode header = (ObjectNode) schema.get("properties").get("header");
        header.put("type", "object");
        ObjectNode properties = header.putObject("properties");
        properties.putObject("documentType").put("const", documentType);
        properties.putObject("standardVersion").put("const", spec.standard().edition());
    }

    private void reach(SpecType type, SortedSet<String> reached) {
        for (String branch : type.branches()) {
            add(branch, reached);
        }
        for (SpecProperty property : type.properties()) {
            if (property.element() instanceof Node.Reference reference) {
                add(reference.type(), reached);
            }
        }
    }

    private void add(String name, SortedSet<String> reached) {
        if (reached.add(name)) {
            reach(spec(name), reached);
        }
    }

    private SpecType spec(String name) {
        return Objects.requireNonNull(spec.types().get(name), name);
    }

    static ArrayNode array(ObjectNode owner, String name, Iterable<String> items) {
        ArrayNode array = owner.putArray(name);
        items.forEach(array::add);
        return array;
    }
}
