package org.tongcai.compiler.service;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecService;
import org.tongcai.compiler.spec.SpecType;

/**
 * The online binding as it is published, beside the strict schemas: {@code service/openapi.yaml} and {@code service/errors.json} as
 * they stand, {@code service/document.schema.json} (a document of any type, held against the strict schema of its type), and
 * {@code technical/report.schema.json}, which the description of the operations refers to. Stateless.
 */
public final class ServiceFiles {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final ObjectWriter WRITER = new ObjectMapper()
            .writer(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private ServiceFiles() {}

    /** All files by path; none for a spec without online binding. */
    public static SortedMap<String, byte[]> of(Spec spec) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.isRegularFile(spec.root().resolve(SpecService.OPENAPI))) {
            return files;
        }
        for (String file : List.of(SpecService.OPENAPI, SpecService.ERRORS)) {
            files.put(file, Files.readAllBytes(spec.root().resolve(file)));
        }
        files.put(
                "service/document.schema.json",
                (WRITER.writeValueAsString(document(spec)) + "\n").getBytes(StandardCharsets.UTF_8));
        if (spec.reportSchema() != null) {
            files.put("technical/report.schema.json", Files.readAllBytes(spec.reportSchema()));
        }
        return files;
    }

    /** One condition a type: a {@code oneOf} would try them all, and tell of every one why it failed. */
    private static ObjectNode document(Spec spec) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", DRAFT);
        schema.put("title", "任何一种单据 · A document of any type");
        schema.put("type", "object");
        schema.putArray("required").add("header");
        ObjectNode header = schema.putObject("properties").putObject("header");
        header.put("type", "object");
        header.putArray("required").add("documentType");
        ArrayNode types =
                header.putObject("properties").putObject("documentType").putArray("enum");
        ArrayNode conditions = schema.putArray("allOf");
        for (SpecType type : spec.documentTypes()) {
            types.add(type.documentName());
            ObjectNode condition = conditions.addObject();
            ObjectNode test = condition.putObject("if");
            test.putArray("required").add("header");
            ObjectNode tested = test.putObject("properties").putObject("header");
            tested.putArray("required").add("documentType");
            tested.putObject("properties").putObject("documentType").put("const", type.documentName());
            condition.putObject("then").put("$ref", "../strict/" + type.documentName() + ".schema.json");
        }
        return schema;
    }
}
