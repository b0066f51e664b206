package org.tongcai.compiler.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code spec/technical/dialect.schema.json}, run by a validator that is not ours. */
final class Metaschema {
    private static final String ID = "https://tongcai.org/dialect/1";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Schema schema;

    private Metaschema(String id, String text) {
        schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(id, text)))
                .getSchema(SchemaLocation.of(id));
    }

    static Metaschema load() {
        return load(ID, "technical/dialect.schema.json");
    }

    /** That of the layout language. */
    static Metaschema ofLayouts() {
        return load("https://tongcai.org/layout/1", "technical/layouts.schema.json");
    }

    private static Metaschema load(String id, String file) {
        try {
            return new Metaschema(id, Files.readString(specDirectory().resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The real standard; the build names it. */
    static Path specDirectory() {
        return Path.of(System.getProperty("spec.directory", "../spec"));
    }

    List<String> errors(String json) {
        try {
            return errors(MAPPER.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> errors(JsonNode json) {
        return schema.validate(json).stream().map(Error::toString).toList();
    }
}
