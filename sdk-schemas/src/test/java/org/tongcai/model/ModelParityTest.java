package org.tongcai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.binding.Model;
import org.tongcai.input.Slice;
import org.tongcai.rule.MemoryResolver;

/** A document judged as an object in memory and as bytes: the same verdict and the same findings, places in the file aside. */
class ModelParityTest {
    private static final Standard STANDARD = Standard.load();
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final ValidationOptions STRUCTURE = ValidationOptions.DEFAULT.withStages(Set.of());

    /** {@code 5.0}: a whole number to the standard, written 5 by the mapper. */
    private static final String FRACTION = "whole number written with a fraction";

    /**
     * Mistakes that no object of our classes can hold, because Jackson does not read them or reads something else: values of another type
     * and null (that of the document type included), fields that there are not, lists without items (in an object they are absent),
     * discriminators that are missing or wrong, and what is wrong with JSON itself.
     */
    private static final Set<String> CANNOT_BE_HELD = new TreeSet<>(List.of(
            "structure.type",
            "structure.null",
            "structure.document-type",
            "structure.unknown-field",
            "structure.min-items",
            "structure.required",
            "structure.union",
            "limit",
            FRACTION,
            "syntax"));

    static List<Path> examples() {
        return Examples.all();
    }

    static List<Path> cases() {
        return new Cases().lists();
    }

    static List<Path> rules() {
        return new Cases().rules();
    }

    /**
     * A document that our classes can hold.
     *
     * @param inOrder whether the members of the JSON come in the order of the schema
     */
    private record Bound(Model model, boolean inOrder) {}

    /** The model that says what the bytes say; null where there is none. */
    private static @Nullable Bound bind(byte[] json, Class<?> type) {
        String text = new String(json, StandardCharsets.UTF_8);
        if (!Arrays.equals(json, text.getBytes(StandardCharsets.UTF_8))) {
            return null;
        }
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (!tree.isObject()) {
                return null;
            }
            Object model = MAPPER.treeToValue(tree, type);
            String again = MAPPER.writeValueAsString(model);
            boolean inOrder = again.equals(tree.toString());
            return inOrder || tree.equals(MAPPER.readTree(again)) ? new Bound((Model) model, inOrder) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static List<String> findings(DocumentReport report) {
        return report.findings().stream()
                .map(f -> String.join(
                        " | ",
                        f.ruleId(),
                        f.layer().id(),
                        f.severity().name(),
                        f.pointer(),
                        f.title().zh(),
                        f.title().en(),
                        String.valueOf(f.value()),
                        f.message().zh(),
                        f.message().en(),
                        String.valueOf(f.citation()),
                        String.valueOf(f.fix()),
                        String.valueOf(f.ruleTitle())))
                .toList();
    }

    /** In the same order, too, unless the members of the JSON come in another than that of the schema. */
    private static void assertSame(String name, boolean inOrder, DocumentReport bytes, DocumentReport model) {
        if (inOrder) {
            assertEquals(findings(bytes), findings(model), name);
        } else {
            assertEquals(
                    findings(bytes).stream().sorted().toList(),
                    findings(model).stream().sorted().toList(),
                    name);
        }
        assertEquals(bytes.verdict(), model.verdict(), name);
        assertEquals(bytes.documentType(), model.documentType(), name);
        assertEquals(bytes.id(), model.id(), name);
        assertEquals(bytes.suppressed(), model.suppressed(), name);
        assertEquals(bytes.skipped(), model.skipped(), name);
        for (Finding finding : model.findings()) {
            assertEquals(0, finding.line(), name);
            assertEquals(0, finding.column(), name);
            assertEquals(-1, finding.byteOffset(), name);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsJudgedAlike(Path example) throws IOException {
        byte[] json = Files.readAllBytes(example);
        Bound bound = Objects.requireNonNull(bind(json, Examples.type(example)));
        assertSame(example.toString(), bound.inOrder(), STANDARD.validate(json), STANDARD.validate(bound.model()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyCaseOfARuleIsJudgedAlikeAndReferencesAreFound(Path list) {
        for (Cases.Case each : new Cases().read(list)) {
            Bound bound = bind(each.json(), type(each.type()));
            if (bound == null) {
                continue;
            }
            MemoryResolver ofBytes = STANDARD.newResolver();
            MemoryResolver ofModels = STANDARD.newResolver();
            for (byte[] other : each.others()) {
                ofBytes.add(Objects.requireNonNull(STANDARD.facts(Slice.of("-", other))));
                Bound object = Objects.requireNonNull(bind(other, type(documentType(other))), each.name());
                ofModels.add(Objects.requireNonNull(STANDARD.facts(object.model())));
            }
            ValidationOptions options = each.asOf() == null
                    ? ValidationOptions.DEFAULT
                    : ValidationOptions.DEFAULT.withAsOf(LocalDate.parse(each.asOf()));
            assertSame(
                    each.name(),
                    bound.inOrder(),
                    STANDARD.validate(each.json(), options.withResolver(ofBytes)),
                    STANDARD.validate(bound.model(), options.withResolver(ofModels)));
        }
    }

    private static Class<?> type(String documentType) {
        return Examples.type(Path.of(documentType + ".json"));
    }

    private static String documentType(byte[] json) {
        try {
            return MAPPER.readTree(json).at("/header/documentType").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rules have cases of their own. What no object can hold is told apart by what is wrong with it. */
    @Test
    @Tag("long")
    void everyCaseThatAnObjectCanHoldIsJudgedAlike() {
        TreeMap<String, Integer> left = new TreeMap<>();
        int alike = alike(1, left);
        assertEquals(CANNOT_BE_HELD, left.keySet(), left::toString);
        assertTrue(alike > 10_000, alike + " alike, left out: " + left);
    }

    /** Neighbours break the same thing in two ways: one in six of a list's cases meets all kinds. */
    @Test
    void aSampleOfTheCasesIsJudgedAlike() {
        TreeMap<String, Integer> left = new TreeMap<>();
        int alike = alike(6, left);
        assertTrue(CANNOT_BE_HELD.containsAll(left.keySet()), left::toString);
        assertTrue(alike > 1_500, alike + " alike, left out: " + left);
    }

    /** How many cases are judged alike, one in so many taken; the others are counted by reason. */
    private static int alike(int every, TreeMap<String, Integer> left) {
        Cases cases = new Cases();
        int alike = 0;
        for (Path list : cases.lists()) {
            for (Cases.Case each : cases.sample(list, every)) {
                DocumentReport bytes = STANDARD.validate(each.json(), STRUCTURE);
                Bound bound = bind(each.json(), type(each.type()));
                if (bound != null) {
                    assertSame(each.name(), bound.inOrder(), bytes, STANDARD.validate(bound.model(), STRUCTURE));
                    alike++;
                } else {
                    String reason = reason(bytes);
                    boolean fraction = reason.isEmpty() && each.name().endsWith("/zero-fraction");
                    left.merge(fraction ? FRACTION : reason, 1, Integer::sum);
                }
            }
        }
        return alike;
    }

    private static String reason(DocumentReport report) {
        return report.findings().stream()
                .map(Finding::ruleId)
                .map(id -> id.startsWith("syntax.") ? "syntax" : id.startsWith("limit.") ? "limit" : id)
                .filter(CANNOT_BE_HELD::contains)
                .findFirst()
                .orElse("");
    }
}
