package org.tongcai.compiler.cases;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongcai.Bilingual;
import org.tongcai.Layer;
import org.tongcai.Verdict;

/** Writes and reads {@code testcases.json} and its documents. Equal cases give equal bytes. */
public final class CaseFiles {
    /** The list of generated cases. */
    public static final String INDEX = "testcases.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CaseFiles() {}

    /** The files as they stand on disk: name → text. */
    public static Map<String, String> texts(CaseSet set) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        ObjectWriter pretty = MAPPER.writer(
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
        for (Map.Entry<String, JsonNode> document : set.documents().entrySet()) {
            files.put(document.getKey(), pretty.writeValueAsString(document.getValue()) + "\n");
        }
        StringBuilder index = new StringBuilder("{\"standard\":")
                .append(MAPPER.writeValueAsString(set.standard()))
                .append(",\n\"cases\":[\n");
        String separator = "";
        for (TestCase testCase : set.cases()) {
            index.append(separator).append(MAPPER.writeValueAsString(json(testCase)));
            separator = ",\n";
        }
        files.put(INDEX, index.append("\n]}\n").toString());
        return files;
    }

    /** Writes all files below the directory. */
    public static void write(CaseSet set, Path directory) throws IOException {
        for (Map.Entry<String, String> file : texts(set).entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
        }
    }

    /** Reads one list of cases, {@link #INDEX} or a list written by hand. */
    public static List<TestCase> read(Path index) throws IOException {
        JsonNode root = MAPPER.readTree(Files.readAllBytes(index));
        List<TestCase> cases = new ArrayList<>();
        for (JsonNode node : root.path("cases")) {
            List<TestCase.Expected> expected = new ArrayList<>();
            for (JsonNode finding : node.path("expect").path("findings")) {
                expected.add(new TestCase.Expected(
                        finding.path("ruleId").asText(),
                        layer(finding.path("layer").asText()),
                        finding.path("pointer").asText()));
            }
            cases.add(new TestCase(
                    node.path("id").asText(),
                    new Bilingual(
                            node.path("title").path("zh").asText(),
                            node.path("title").path("en").asText()),
                    node.path("documentType").asText(),
                    node.path("base").asText(),
                    node.has("patch") ? (ArrayNode) node.get("patch") : null,
                    Verdict.valueOf(node.path("expect").path("verdict").asText()),
                    expected));
        }
        return cases;
    }

    private static ObjectNode json(TestCase testCase) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", testCase.id());
        node.putObject("title")
                .put("zh", testCase.title().zh())
                .put("en", testCase.title().en());
        node.put("documentType", testCase.documentType());
        node.put("base", testCase.base());
        if (testCase.patch() != null) {
            node.set("patch", testCase.patch());
        }
        ObjectNode expect = node.putObject("expect");
        expect.put("verdict", testCase.verdict().name());
        ArrayNode findings = expect.putArray("findings");
        for (TestCase.Expected finding : testCase.expected()) {
            findings.addObject()
                    .put("ruleId", finding.ruleId())
                    .put("pointer", finding.pointer())
                    .put("layer", finding.layer().id());
        }
        return node;
    }

    private static Layer layer(String id) {
        for (Layer layer : Layer.values()) {
            if (layer.id().equals(id)) {
                return layer;
            }
        }
        throw new IllegalArgumentException("no layer " + id);
    }
}
