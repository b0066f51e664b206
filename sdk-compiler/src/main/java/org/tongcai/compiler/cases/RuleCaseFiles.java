package org.tongcai.compiler.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/** Reads the cases of rules. They are written by people, so what is not understood is refused. */
public final class RuleCaseFiles {
    /** The folder of the cases of rules, below {@code spec/cases}: a file for each subject. */
    public static final String FOLDER = "rules";

    private static final Set<String> MEMBERS =
            Set.of("rule", "expect", "title", "base", "patch", "with", "asOf", "pointer", "message");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RuleCaseFiles() {}

    /** All cases of {@code spec/cases}, by file and in order; none where there is no folder of them. */
    public static List<RuleCase> read(Path directory) throws IOException {
        return folder(directory.resolve(FOLDER));
    }

    /** All cases of a folder, by file and in order; none where there is no such folder. */
    public static List<RuleCase> folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<RuleCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                readFile(file, cases);
            }
        }
        return cases;
    }

    private static void readFile(Path file, List<RuleCase> cases) throws IOException {
        int number = 0;
        for (JsonNode node : MAPPER.readTree(Files.readAllBytes(file)).path("cases")) {
            String id = file.getFileName() + "#" + ++number;
            try {
                cases.add(read(id, node));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new IOException(id + ": " + e.getMessage(), e);
            }
        }
    }

    private static RuleCase read(String id, JsonNode node) {
        node.fieldNames().forEachRemaining(name -> require(MEMBERS.contains(name), "unknown member " + name));
        String expect = text(node, "expect");
        require("pass".equals(expect) || "fail".equals(expect), "expect is \"pass\" or \"fail\"");
        boolean fails = "fail".equals(expect);
        String rule = text(node, "rule");
        String pointer = text(node, "pointer");
        require(rule != null, "rule is missing");
        require(fails == (pointer != null), "a case that fails has a pointer, one that passes has none");
        String asOf = text(node, "asOf");
        List<RuleCase.Document> with = new ArrayList<>();
        for (JsonNode other : node.path("with")) {
            with.add(other.isTextual() ? new RuleCase.Document(other.asText(), null) : document(other));
        }
        return new RuleCase(
                id,
                String.valueOf(rule),
                fails,
                new Bilingual(
                        node.path("title").path("zh").asText(),
                        node.path("title").path("en").asText()),
                document(node),
                with,
                asOf == null ? null : LocalDate.parse(asOf),
                pointer,
                text(node, "message"));
    }

    private static RuleCase.Document document(JsonNode node) {
        String base = text(node, "base");
        require(base != null, "base is missing");
        JsonNode patch = node.get("patch");
        require(patch == null || patch.isArray(), "patch is a list");
        return new RuleCase.Document(String.valueOf(base), (ArrayNode) patch);
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        require(value == null || value.isTextual(), name + " is a text");
        return value == null ? null : value.asText();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
