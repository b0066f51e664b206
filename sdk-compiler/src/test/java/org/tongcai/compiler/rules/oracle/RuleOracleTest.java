package org.tongcai.compiler.rules.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cel.common.CelAbstractSyntaxTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.Finding;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.BundleReader;
import org.tongcai.compiler.bundle.BundleWriter;
import org.tongcai.compiler.cases.JsonPatch;
import org.tongcai.compiler.cases.RuleCase;
import org.tongcai.compiler.cases.RuleCaseFiles;
import org.tongcai.compiler.rules.CheckedTrees;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecReader;
import org.tongcai.input.Slice;
import org.tongcai.rule.Facts;
import org.tongcai.rule.MemoryResolver;

/** The evaluator comes to what CEL's own runtime comes to, on every rule of the standard and on expressions that nobody would write. */
class RuleOracleTest {
    private static final Path SPEC = Path.of(System.getProperty("spec.directory", "../spec"));
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long SEED = 20260401;

    @TempDir
    private static Path directory;

    private static Bundle bundle;
    private static Standard standard;
    private static CheckedTrees trees;
    private static CelOracle oracle;
    private static final List<ObjectNode> EXAMPLES = new ArrayList<>();

    @BeforeAll
    static void compile() throws IOException {
        Spec spec = SpecReader.read(SPEC);
        BundleWriter.write(spec, directory);
        bundle = BundleReader.fromDirectory(directory);
        standard = Standard.of(bundle);
        trees = new CheckedTrees(spec);
        oracle = new CelOracle(trees, bundle, SPEC);
        try (Stream<Path> files = Files.list(SPEC.resolve("cases/examples"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                EXAMPLES.add((ObjectNode) MAPPER.readTree(Files.readAllBytes(file)));
            }
        }
    }

    private static JsonNode document(RuleCase.Document document) throws IOException {
        JsonNode base = MAPPER.readTree(Files.readAllBytes(SPEC.resolve("cases").resolve(document.base())));
        return document.patch() == null ? base : JsonPatch.apply(base, document.patch());
    }

    /** Null where it cannot be read or some value is not of its type: what is faulty has no value on either side. */
    private static Facts facts(JsonNode node) throws IOException {
        Slice slice = Slice.of("-", MAPPER.writeValueAsBytes(node));
        for (Finding finding : standard.validate(slice, ValidationOptions.DEFAULT.withStages(Set.of()))
                .findings()) {
            if (!finding.ruleId().equals("structure.required")
                    && !finding.ruleId().startsWith("condition.")) {
                return null;
            }
        }
        return standard.facts(slice);
    }

    @Test
    void agreeOnEveryCaseOfARuleAndEveryExample() throws IOException {
        cases(false, 5_000);
    }

    @Test
    @Tag("long")
    void agreeOnEveryRuleInEveryCase() throws IOException {
        cases(true, 300_000);
    }

    /** With all rules of a case's document, or only the one that the case is about. */
    private static void cases(boolean all, int least) throws IOException {
        Comparison comparison = new Comparison(bundle, oracle, trees);
        for (RuleCase each : RuleCaseFiles.read(SPEC.resolve("cases"))) {
            MemoryResolver resolver = standard.newResolver();
            Comparison.Documents others = new Comparison.Documents();
            for (RuleCase.Document other : each.with()) {
                JsonNode node = document(other);
                Facts facts = facts(node);
                if (facts != null) {
                    resolver.add(facts);
                    others.nodes.put(facts, node);
                }
            }
            JsonNode node = document(each.document());
            Facts facts = facts(node);
            if (facts != null) {
                comparison.document(
                        each.id(), node, facts, each.asOf(), resolver, others, rule -> all || rule.equals(each.rule()));
            }
        }
        for (ObjectNode example : EXAMPLES) {
            Facts facts = facts(example);
            assertTrue(facts != null, () -> example.at("/header/documentId").asText());
            comparison.document(
                    example.at("/header/documentId").asText(),
                    example,
                    facts,
                    null,
                    standard.newResolver(),
                    new Comparison.Documents(),
                    rule -> true);
        }
        assertTrue(comparison.differences.isEmpty(), comparison::figures);
        assertTrue(comparison.compared > least, comparison::figures);
    }

    @Test
    void agreeOnRandomDocuments() throws IOException {
        randomDocuments(300, SEED);
    }

    @Test
    @Tag("long")
    void agreeOnManyRandomDocuments() throws IOException {
        randomDocuments(2_000, SEED + 1);
    }

    private static void randomDocuments(int wanted, long seed) throws IOException {
        Comparison comparison = new Comparison(bundle, oracle, trees);
        Mutation mutation = new Mutation(trees, bundle);
        MemoryResolver resolver = standard.newResolver();
        Comparison.Documents others = new Comparison.Documents();
        for (ObjectNode example : EXAMPLES) {
            mutation.learn(example, trees.root(type(example)));
            Facts facts = facts(example);
            if (facts != null) {
                resolver.add(facts);
                others.nodes.put(facts, example);
            }
        }
        Random random = new Random(seed);
        int done = 0;
        for (int tries = 0; done < wanted && tries < 20 * wanted; tries++) {
            ObjectNode example = EXAMPLES.get(tries % EXAMPLES.size());
            ObjectNode document = example.deepCopy();
            mutation.apply(document, trees.root(type(example)), random);
            Facts facts = facts(document);
            if (facts != null) {
                done++;
                comparison.document(
                        type(example) + " #" + tries, document, facts, null, resolver, others, rule -> true);
                others.nodes.remove(facts);
                others.values.remove(facts);
            }
        }
        int documents = done;
        assertTrue(comparison.differences.isEmpty(), comparison::figures);
        assertTrue(documents == wanted, () -> documents + " documents only");
    }

    @Test
    void agreeOnRandomExpressions() throws IOException {
        randomExpressions(400, 5, SEED + 2);
    }

    @Test
    @Tag("long")
    void agreeOnManyRandomExpressions() throws IOException {
        randomExpressions(12_000, 10, SEED + 3);
    }

    private static void randomExpressions(int wanted, int documents, long seed) throws IOException {
        Comparison comparison = new Comparison(bundle, oracle, trees);
        Random random = new Random(seed);
        Mutation mutation = new Mutation(trees, bundle);
        int done = 0;
        for (int tries = 0; done < wanted; tries++) {
            ObjectNode example = EXAMPLES.get(tries % EXAMPLES.size());
            String root = trees.root(type(example));
            String expression = new ExpressionGenerator(trees, bundle.slots(), root, random).any();
            CelAbstractSyntaxTree tree =
                    trees.check(expression, Map.of("doc", root, "day", "date"), Map.of(), Map.of(), Map.of());
            Object compiled = trees.compiled(tree, Set.of("doc", "day"));
            if (compiled == null) {
                continue;
            }
            done++;
            CelOracle.Program program = oracle.program(tree);
            for (int i = 0; i < documents; i++) {
                ObjectNode document = example.deepCopy();
                if (i > 0) {
                    mutation.apply(document, root, random);
                }
                Facts facts = facts(document);
                if (facts != null) {
                    LocalDate day = LocalDate.of(2026, 3, 2);
                    comparison.check(
                            type(example) + " " + expression,
                            comparison.probe().value(compiled, facts, day),
                            oracle.value(program, oracle.document(document, type(example)), day));
                }
            }
        }
        assertTrue(comparison.differences.isEmpty(), comparison::figures);
        assertTrue(comparison.errors * 4 < comparison.compared * 3, comparison::figures);
    }

    private static String type(JsonNode document) {
        return document.at("/header/documentType").asText();
    }
}
