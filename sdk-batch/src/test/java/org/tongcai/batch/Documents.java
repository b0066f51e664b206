package org.tongcai.batch;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.MissingReferences;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;

/** Documents made of the examples of the standard, and what judging them together finds. */
final class Documents {
    static final Standard STANDARD = Standard.load();
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Path EXAMPLES =
            Path.of(System.getProperty("spec.directory", "../spec")).resolve("cases/examples");

    private Documents() {}

    /** An example with values replaced: pointer, value, pointer, value. A value of JSON is taken as such, other text as text. */
    static String example(String name, String... changes) {
        try {
            ObjectNode root = (ObjectNode) JSON.readTree(Files.readAllBytes(EXAMPLES.resolve(name + ".json")));
            for (int i = 0; i < changes.length; i += 2) {
                set(root, JsonPointer.compile(changes[i]), value(changes[i + 1]));
            }
            return JSON.writeValueAsString(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode value(String text) throws JsonProcessingException {
        return text.startsWith("{") || text.startsWith("[") || text.equals("true") || text.matches("[0-9]")
                ? JSON.readTree(text)
                : JSON.getNodeFactory().textNode(text);
    }

    private static void set(JsonNode root, JsonPointer pointer, JsonNode value) {
        JsonNode parent = root.at(pointer.head());
        if (parent instanceof ArrayNode list) {
            list.set(pointer.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), value);
        }
    }

    /** A payment of the example contract. */
    static String payment(String id, String amount) {
        return example("payment", "/header/documentId", id, "/transfer/amount/amount", amount);
    }

    /** What lets a project be looked at for splitting: it is not bought by open tender. */
    static final String NEGOTIATION =
            "{\"method\":\"COMPETITIVE_NEGOTIATION\",\"aboveOpenTenderThreshold\":false,\"explanation\":\"未达到公开招标数额标准，采用竞争性谈判。\"}";

    static InputStream lines(List<String> documents) {
        return new ByteArrayInputStream(String.join("\n", documents).getBytes(StandardCharsets.UTF_8));
    }

    /** Judges documents together. */
    static Judged judge(BatchOptions options, String... documents) {
        return judge(options, MissingReferences.SKIP, Arrays.asList(documents));
    }

    static Judged judge(BatchOptions options, MissingReferences missing, List<String> documents) {
        List<DocumentReport> reports = new ArrayList<>();
        try (ReferenceCollector collector = new ReferenceCollector(STANDARD, options)) {
            collector.add("batch.ndjson", lines(documents));
            try (References references = collector.finish()) {
                ValidationOptions validation =
                        ValidationOptions.DEFAULT.withResolver(references).withMissingReferences(missing);
                STANDARD.validate("batch.ndjson", lines(documents), validation, reports::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Judged(reports);
    }

    /** The results of a batch. */
    record Judged(List<DocumentReport> reports) {
        /** Document and message of each finding of a rule or check. */
        Map<String, String> of(String rule) {
            Map<String, String> found = new TreeMap<>();
            for (DocumentReport report : reports) {
                for (Finding finding : report.findings()) {
                    if (finding.ruleId().equals(rule)) {
                        found.put(String.valueOf(report.id()), finding.message().zh());
                    }
                }
            }
            return found;
        }

        /** Everything that depends on other documents, without regard to their order. */
        List<String> all() {
            List<String> all = new ArrayList<>();
            for (DocumentReport report : reports) {
                report.findings().stream()
                        .filter(finding -> finding.layer() == Layer.REFERENCES)
                        .forEach(finding -> all.add(report.id() + " " + finding.ruleId() + " " + finding.pointer() + " "
                                + finding.message()));
                report.skipped()
                        .forEach(skipped -> all.add(
                                report.id() + " " + skipped.ruleId() + " " + skipped.kind() + " " + skipped.reason()));
            }
            all.sort(null);
            return all;
        }
    }
}
