package org.tongcai.compiler.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.tongcai.Standard;

/**
 * Jakarta Validation against the engine, on every small change to a valid document: what the first rejects, the second rejects too; what only the
 * engine sees is named here.
 */
class ModelAgreementTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Class<?> ORDER = GeneratedModels.get().type("Order");
    private static final List<String> TEXTS = List.of(
            "",
            "x",
            "𠮷",
            "𠮷𠮷𠮷𠮷",
            "𠮷𠮷𠮷𠮷𠮷",
            "A",
            "0",
            "-0.1",
            "1.5",
            "1.500",
            "01",
            "1E3",
            "2026-03-01",
            "2026-3-1",
            "2026-02-30",
            "2026-03",
            "2026-13",
            "2026-03-01T09:30:00Z",
            "2026-03-01T09:30Z",
            "2026-03-01T09:30:00+0800",
            "name1",
            "https://example.org/路",
            "X".repeat(60),
            "字".repeat(21),
            "字".repeat(51),
            "字".repeat(201),
            "字".repeat(4001));
    private static final int[] NUMBERS = {-1, 0, 1, 1000, 1001};

    /** Faults that no annotation can say, because the header does not know in which document it stands. */
    private static final Set<String> ONLY_THE_ENGINE = new TreeSet<>(List.of(
            "/header/documentType name1",
            "/header/documentType x",
            "/header/standardVersion 1.5",
            "/header/standardVersion 1.500"));

    private final Standard standard = Standard.load(GeneratedModels.get().loader());

    /** A document and where it was changed. */
    private record Mutant(String change, JsonNode document) {}

    private static List<Mutant> mutants(JsonNode original) {
        List<Mutant> mutants = new ArrayList<>();
        List<String> pointers = new ArrayList<>();
        pointers(original, "", pointers);
        for (String pointer : pointers) {
            JsonNode value = original.at(pointer);
            mutants.add(new Mutant(pointer + " removed", changed(original, pointer, null)));
            if (value.isTextual() && !pointer.endsWith("/kind")) {
                TEXTS.forEach(text -> mutants.add(new Mutant(
                        pointer + " " + text.substring(0, Math.min(30, text.length())),
                        changed(original, pointer, TextNode.valueOf(text)))));
            } else if (value.isNumber()) {
                for (int number : NUMBERS) {
                    mutants.add(
                            new Mutant(pointer + " " + number, changed(original, pointer, IntNode.valueOf(number))));
                }
            } else if (value.isArray()) {
                mutants.add(new Mutant(pointer + " emptied", changed(original, pointer, MAPPER.createArrayNode())));
                ArrayNode many = MAPPER.createArrayNode();
                for (int i = 0; i < 13; i++) {
                    many.add(value.get(0));
                }
                mutants.add(new Mutant(pointer + " repeated", changed(original, pointer, many)));
            }
        }
        return mutants;
    }

    private static void pointers(JsonNode node, String pointer, List<String> pointers) {
        if (!pointer.isEmpty()) {
            pointers.add(pointer);
        }
        node.properties().forEach(member -> pointers(member.getValue(), pointer + "/" + member.getKey(), pointers));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers(node.get(i), pointer + "/" + i, pointers);
        }
    }

    private static JsonNode changed(JsonNode original, String pointer, JsonNode value) {
        JsonNode copy = original.deepCopy();
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = copy.at(place.head());
        if (parent instanceof ObjectNode object) {
            if (value == null) {
                object.remove(place.last().getMatchingProperty());
            } else {
                object.set(place.last().getMatchingProperty(), value);
            }
        } else if (parent instanceof ArrayNode array) {
            if (value == null) {
                array.remove(place.last().getMatchingIndex());
            } else {
                array.set(place.last().getMatchingIndex(), value);
            }
        }
        return copy;
    }

    @Test
    void whatJakartaRejectsTheEngineRejectsAndTheRestIsNamed() throws IOException {
        JsonNode original = MAPPER.readTree(Files.readString(Path.of("src/test/resources/models-order.json"))
                // Codes that no list has.
                .replace("XXX", "CNY")
                .replace("77", "02"));
        List<String> onlyJakarta = new ArrayList<>();
        Set<String> onlyEngine = new TreeSet<>();
        int bothReject = 0;
        int bothAccept = 0;
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            Validator validator = factory.getValidator();
            for (Mutant mutant : mutants(original)) {
                boolean valid = standard.validate(mutant.document().toString()).accepted();
                boolean accepted;
                try {
                    Object model = MAPPER.treeToValue(mutant.document(), ORDER);
                    accepted = GeneratedModels.get()
                            .inContext(() -> validator.validate(model).isEmpty());
                } catch (JsonMappingException e) {
                    accepted = false;
                }
                if (valid && !accepted) {
                    onlyJakarta.add(mutant.change());
                } else if (!valid && accepted) {
                    onlyEngine.add(mutant.change());
                } else if (valid) {
                    bothAccept++;
                } else {
                    bothReject++;
                }
            }
        }
        assertEquals(List.of(), onlyJakarta);
        assertEquals(ONLY_THE_ENGINE, onlyEngine);
        assertTrue(bothReject > 100 && bothAccept > 100, bothReject + " rejected, " + bothAccept + " accepted by both");
    }
}
