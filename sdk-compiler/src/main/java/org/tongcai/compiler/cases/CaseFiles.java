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
import java.util.Set;
import java.util.stream.Stream;
import org.tongcai.Bilingual;
import org.tongcai.Layer;
import org.tongcai.Verdict;

/** Writes and reads the lists of cases and their documents. Equal cases give equal bytes. */
public final class CaseFiles {
    /** The folder of the lists of cases: a generated one per document type, and those written by hand. */
    public static final String LISTS = "testcases";

    private static final Set<String> GENERATED = Set.of("minimal", "maximal", LISTS);

    /** Lists written by hand, of the files of the folder {@code syntax}. */
    private static final Set<String> BY_HAND = Set.of("syntax.json", "xml-syntax.json");

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
        Map<String, List<TestCase>> lists = new LinkedHashMap<>();
        for (TestCase testCase : set.cases()) {
            lists.computeIfAbsent(testCase.documentType(), type -> new ArrayList<>())
                    .add(testCase);
        }
        for (Map.Entry<String, List<TestCase>> list : lists.entrySet()) {
            files.put(LISTS + "/" + list.getKey() + ".json", list(set.standard(), list.getValue()));
        }
        return files;
    }

    private static String list(String standard, List<TestCase> cases) throws IOException {
        StringBuilder list = new StringBuilder("{\"standard\":")
                .append(MAPPER.writeValueAsString(standard))
                .append(",\n\"cases\":[\n");
        String separator = "";
        for (TestCase testCase : cases) {
            list.append(separator).append(MAPPER.writeValueAsString(json(testCase)));
            separator = ",\n";
        }
        return list.append("\n]}\n").toString();
    }

    /** Files of the directory that look generated but are not of the set: left over from types that are gone. Lists written by hand are not among them. */
    public static List<Path> leftOver(CaseSet set, Path directory) throws IOException {
        Set<String> current = texts(set).keySet();
        List<Path> left = new ArrayList<>();
        for (String folder : GENERATED) {
            if (!Files.isDirectory(directory.resolve(folder))) {
                continue;
            }
            try (Stream<Path> files = Files.list(directory.resolve(folder))) {
                for (Path file : files.sorted().toList()) {
                    String name = folder + "/" + file.getFileName();
                    if (name.endsWith(".json") && !current.contains(name) && !isByHand(folder, file)) {
                        left.add(file);
                    }
                }
            }
        }
        return left;
    }

    private static boolean isByHand(String folder, Path file) {
        return folder.equals(LISTS) && BY_HAND.contains(file.getFileName().toString());
    }

    /** Writes all files below the directory, and deletes generated files of document types that are gone. */
    public static void write(CaseSet set, Path directory) throws IOException {
        for (Path file : leftOver(set, directory)) {
            Files.delete(file);
        }
        for (Map.Entry<String, String> file : texts(set).entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
        }
    }

    /** Reads one list of cases. */
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
                    expected,
                    node.has("xml") ? Inexpressible.of(node.get("xml").asText()) : null));
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
        if (testCase.xml() != null) {
            node.put("xml", testCase.xml().id());
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
