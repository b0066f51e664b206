package org.tongcai.compiler.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.compiler.MiniSpec;
import org.tongcai.compiler.spec.SpecReader;

/** The metaschema describes the dialect, and it and the linter say the same about keywords. */
class MetaschemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Values put in the place of every other: wrong types, and values of the right type that are wrong nearly everywhere. */
    private static final List<String> INTRUDERS = List.of("null", "true", "0", "\" \"", "\"?\"", "[]", "{}");
    /** What one keyword demands of another in figures is beyond JSON Schema. */
    private static final String BEYOND = LintCheck.KEYWORD_RANGE.id();

    private final Metaschema metaschema = Metaschema.load();

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> acceptsEverySchemaOfBothStandards() {
        return Stream.of(MiniSpec.directory(), Metaschema.specDirectory())
                .flatMap(root -> MiniSpec.schemas(root).stream())
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertEquals(List.of(), metaschema.errors(Files.readString(file)))));
    }

    @TestFactory
    Stream<DynamicTest> agreesWithTheLinterOnEveryMutation() {
        return MiniSpec.schemas(MiniSpec.directory()).stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compareMutations(file)));
    }

    @Test
    void agreesOnWhatMutationsDoNotReach() throws IOException {
        Map<String, String> edits = Map.of(
                "\"maxLength\": 200", "\"maxLength\": 200, \"format\": \"decimal\"",
                "\"type\": \"boolean\"", "\"type\": \"boolean\", \"x-unit\": \"day\"",
                "\"format\": \"date\"", "\"format\": \"date\", \"x-unit\": \"day\"",
                "\"const\": true", "\"const\": true, \"enum\": [true]",
                "\"agencyPhone\": false", "\"agencyPhone\": true",
                "\"urgentReason\": {", "\"UrgentReason\": {",
                "\"urgentReason\": false", "\"urgentReason\": {}");
        String award = Files.readString(
                MiniSpec.directory().resolve("business/schemas/announcements/AwardNotice.schema.json"));
        for (Map.Entry<String, String> edit : edits.entrySet()) {
            assertTrue(award.contains(edit.getKey()), edit.getKey());
            JsonNode mutant = MAPPER.readTree(
                    award.replaceFirst(Pattern.quote(edit.getKey()), Matcher.quoteReplacement(edit.getValue())));
            assertTrue(!metaschema.errors(mutant).isEmpty(), () -> "metaschema accepts " + edit.getValue());
            assertTrue(!keywordFindings(mutant).isEmpty(), () -> "linter accepts " + edit.getValue());
        }
    }

    private void compareMutations(Path file) throws IOException {
        JsonNode original = MAPPER.readTree(Files.readString(file));
        List<String> disagreements = new ArrayList<>();
        int[] rejected = {0};
        mutations(original, (what, mutant) -> {
            boolean byMetaschema = !metaschema.errors(mutant).isEmpty();
            boolean byLinter = !keywordFindings(mutant).isEmpty();
            if (byMetaschema != byLinter) {
                disagreements.add(
                        what + ": metaschema " + metaschema.errors(mutant) + ", linter " + keywordFindings(mutant));
            }
            rejected[0] += byLinter ? 1 : 0;
        });
        assertEquals(List.of(), disagreements);
        assertTrue(rejected[0] > 50, "mutations are mostly faults: " + rejected[0]);
    }

    private List<String> keywordFindings(JsonNode mutant) {
        try {
            Path file = directory.resolve("business/schemas/common/Mutant.schema.json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, mutant.toString());
            Findings findings = new Findings();
            SpecReader.read(directory).types().values().forEach(new KeywordCheck(findings)::check);
            return findings.sorted().stream()
                    .filter(finding -> !finding.id().equals(BEYOND))
                    .map(LintFinding::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every member left out, every value replaced by every intruder, every object joined by a stranger; examples are left alone. */
    private static void mutations(JsonNode root, BiConsumer<String, JsonNode> check) throws IOException {
        List<String> pointers = new ArrayList<>();
        collect(root, "", pointers);
        for (String pointer : pointers) {
            int slash = pointer.lastIndexOf('/');
            String name = pointer.substring(slash + 1);
            JsonNode without = root.deepCopy();
            if (without.at(pointer.substring(0, slash)) instanceof ObjectNode object) {
                object.remove(name);
                check.accept("without " + pointer, without);
            }
            JsonNode stranger = root.deepCopy();
            if (stranger.at(pointer) instanceof ObjectNode object) {
                object.put("x-stranger", "1");
                check.accept("stranger in " + pointer, stranger);
            }
            for (String intruder : INTRUDERS) {
                JsonNode mutant = root.deepCopy();
                JsonNode owner = mutant.at(pointer.substring(0, slash));
                JsonNode value = MAPPER.readTree(intruder);
                if (owner instanceof ObjectNode object) {
                    object.set(name, value);
                } else if (owner instanceof ArrayNode array) {
                    array.set(Integer.parseInt(name), value);
                }
                check.accept(intruder + " at " + pointer, mutant);
            }
        }
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        node.properties().forEach(member -> {
            if (member.getKey().equals("examples")) {
                return; // anything may stand in them
            }
            pointers.add(pointer + "/" + member.getKey());
            collect(member.getValue(), pointer + "/" + member.getKey(), pointers);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers.add(pointer + "/" + i);
            collect(node.get(i), pointer + "/" + i, pointers);
        }
    }
}
