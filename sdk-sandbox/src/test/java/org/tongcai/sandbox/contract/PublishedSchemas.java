package org.tongcai.sandbox.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The published description and the schemas beside it; the network is never asked. Thread-safe. */
final class PublishedSchemas {
    private static final String BASE = "https://published.invalid/";
    private static final String OPENAPI = "service/openapi.yaml";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode openapi;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * A node of the description and where it stands.
     *
     * @param pointer JSON Pointer from its root
     * @param value the node
     */
    record Located(String pointer, JsonNode value) {
        /** A member; null where it is missing. */
        @Nullable
        Located get(String name) {
            JsonNode member = value.get(name);
            return member == null
                    ? null
                    : new Located(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), member);
        }

        /** An item of an array. */
        Located item(int index) {
            return new Located(pointer + "/" + index, value.get(index));
        }
    }

    /** @param published the folder that holds {@code service}, {@code strict} and {@code technical} */
    PublishedSchemas(Path published) {
        try (InputStream in = Files.newInputStream(published.resolve(OPENAPI))) {
            LoaderOptions options = new LoaderOptions();
            openapi = JSON.valueToTree(new Yaml(new SafeConstructor(options)).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String description = openapi.toString();
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas((String iri) -> resource(published, description, iri)));
    }

    private static @Nullable String resource(Path published, String description, String iri) {
        if (!iri.startsWith(BASE)) {
            return null;
        }
        String name = iri.substring(BASE.length());
        try {
            return name.equals(OPENAPI) ? description : Files.readString(published.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole description. */
    Located root() {
        return new Located("", openapi);
    }

    /** What a local reference leads to; the node itself where it is none. */
    Located resolved(Located node) {
        JsonNode reference = node.value().get("$ref");
        if (reference == null || !reference.asText().startsWith("#/")) {
            return node;
        }
        String pointer = reference.asText().substring(1);
        JsonNode target = openapi.at(pointer);
        if (target.isMissingNode()) {
            throw new IllegalStateException("no " + reference.asText());
        }
        return resolved(new Located(pointer, target));
    }

    /** What is wrong with a value by a schema of the description. */
    List<String> validate(Located schema, JsonNode value) {
        return schemas
                .computeIfAbsent(
                        schema.pointer(),
                        pointer -> registry.getSchema(SchemaLocation.of(BASE + OPENAPI + "#" + pointer)))
                .validate(
                        value.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .limit(20)
                .toList();
    }

    /** A text as JSON; null where it is none. */
    static @Nullable JsonNode parse(byte[] body) {
        try {
            JsonNode node = JSON.readTree(new String(body, StandardCharsets.UTF_8));
            return node == null || node.isMissingNode() ? null : node;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
