package org.tongcai.compiler.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.ValidationOptions;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.input.Slice;

/** Every finding points at its value: the pointer resolves, and line, column and byte offset are those of the token. */
class PlacesTest {
    /** What is missing has no place of its own: the pointer is that of the object. */
    private static final Set<String> MISSING = Set.of("structure.required", "structure.condition-required");
    /** Where the member itself is too much, the place is that of its name. */
    private static final Set<String> NAMED =
            Set.of("structure.unknown-field", "structure.condition-forbidden", "syntax.duplicate-key");

    private static final String[] BLANKS = {"", "", " ", "\n", "\r\n", "\t", "\n    ", "\r", "\n\n", "\r\r\n "};

    private static final Setting SETTING = Setting.get();

    @Test
    void findingsOfTheCasesPointAtTheirValues() throws IOException {
        Random random = new Random(1);
        int[] findings = {0};
        int[] count = {0};
        // One in ten: neighbours differ in the kind of fault, not in the place.
        SETTING.forEach(sample -> !sample.accepted() && count[0]++ % 10 == 0, (sample, document) -> {
            String text = laidOut(new String(document, StandardCharsets.UTF_8), random);
            findings[0] += check(text, sample.name());
        });
        assertTrue(findings[0] > 1_000, () -> "only " + findings[0]);
    }

    @Test
    void findingsOfMutationsPointAtTheirValues() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Mutator.Family family = new Mutator.Family(SETTING.bundle);
        List<JsonNode> bases = List.copyOf(SETTING.accepted().values());
        bases.forEach(document -> family.learn(definition(document), document));
        int findings = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            ObjectNode document = bases.get(random.nextInt(bases.size())).deepCopy();
            TypeDefinition type = definition(document);
            Mutator mutator = family.mutator(seed);
            for (int i = random.nextInt(4); i >= 0; i--) {
                mutator.change(type, document);
            }
            findings += check(laidOut(mapper.writeValueAsString(document), random), "seed " + seed);
        }
        assertTrue(findings > 1_000, "only " + findings);
    }

    private static TypeDefinition definition(JsonNode document) {
        return SETTING.definition(document.at("/header/documentType").asText());
    }

    /** Checks all findings of a well-formed document that stands somewhere in a larger source; how many there were. */
    private static int check(String text, String name) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // As the third document of a source, beginning in line 7, column 3.
        Slice slice = new Slice("-", 2, bytes, 0, bytes.length, 1_000, 7, 3);
        DocumentReport report = SETTING.standard.validate(slice, ValidationOptions.DEFAULT);
        TokenPlaces places = new TokenPlaces(text);
        for (Finding finding : report.findings()) {
            if (finding.ruleId().startsWith("limit.")) {
                continue; // it ends the reading wherever it is
            }
            check(finding, text, places, name);
        }
        return report.findings().size();
    }

    private static void check(Finding finding, String text, TokenPlaces places, String name) {
        List<TokenPlaces.Spot> spots = places.of(finding.pointer());
        assertTrue(!spots.isEmpty(), () -> name + ": nothing at the pointer of " + finding + "\n" + text);
        int character = character(text, finding.byteOffset() - 1_000);
        TokenPlaces.Position position = TokenPlaces.position(text, character);
        assertEquals(7 + position.line() - 1, finding.line(), () -> name + ": line of " + finding + "\n" + text);
        int column = position.line() == 1 ? position.column() + 2 : position.column();
        assertEquals(column, finding.column(), () -> name + ": column of " + finding + "\n" + text);
        boolean right;
        if (finding.ruleId().equals("syntax.duplicate-key")) {
            right = spots.stream().skip(1).anyMatch(spot -> spot.name() == character);
        } else if (NAMED.contains(finding.ruleId())) {
            right = spots.stream().anyMatch(spot -> spot.name() == character);
        } else {
            right = spots.stream().anyMatch(spot -> spot.value() == character)
                    && (!MISSING.contains(finding.ruleId()) || text.charAt(character) == '{');
        }
        assertTrue(right, () -> name + ": " + finding + " stands at " + text.substring(character) + "\n" + text);
    }

    private static int character(String text, long bytes) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        assertTrue(bytes >= 0 && bytes <= all.length, () -> "offset " + bytes);
        return new String(all, 0, (int) bytes, StandardCharsets.UTF_8).length();
    }

    /** The same document with blanks and line ends of all kinds between its tokens. */
    private static String laidOut(String compact, Random random) {
        StringBuilder out = new StringBuilder(blank(random));
        boolean inText = false;
        for (int i = 0; i < compact.length(); i++) {
            char c = compact.charAt(i);
            if (inText) {
                out.append(c);
                if (c == '\\') {
                    out.append(compact.charAt(++i));
                } else {
                    inText = c != '"';
                }
            } else if ("{}[],:".indexOf(c) >= 0) {
                out.append(blank(random)).append(c).append(blank(random));
            } else {
                out.append(c);
                inText = c == '"';
            }
        }
        return out.toString();
    }

    private static String blank(Random random) {
        return BLANKS[random.nextInt(BLANKS.length)];
    }
}
