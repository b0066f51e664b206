package org.tongcai.compiler.rules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.BundleReader;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.bundle.RuleDefinition.ReferenceKind;
import org.tongcai.bundle.RuleIndex;
import org.tongcai.compiler.Compiler;
import org.tongcai.compiler.MiniSpec;
import org.tongcai.compiler.bundle.BundleWriter;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecReader;
import org.tongcai.rule.RuleSet;

/** Compiled rules, limits and wordings are what the run time reads. */
class RuleBundleTest {
    @TempDir
    Path directory;

    private Path folder;
    private CompiledRules compiled;
    private Bundle bundle;

    @BeforeEach
    void compile() throws IOException {
        Spec spec = SpecReader.read(RuleSpec.copy(directory.resolve("spec")));
        compiled = RuleCompiler.compile(spec);
        assertEquals(List.of(), compiled.faults());
        folder = directory.resolve("bundle");
        BundleWriter.write(spec, folder);
        bundle = BundleReader.fromDirectory(folder);
    }

    @Test
    void readerReturnsEqualRecords() {
        assertEquals(
                List.of("awardNotice", "contract"), List.copyOf(compiled.rules().keySet()));
        compiled.rules().forEach((type, rules) -> {
            assertEquals(rules, bundle.rules(type), type);
            assertSame(bundle.rules(type), bundle.rules(type), "rules are kept");
        });
        assertEquals(compiled.index(), bundle.ruleIndex());
        assertEquals(compiled.slots(), bundle.slots());
        assertEquals(compiled.limits(), bundle.limits());
        assertEquals(compiled.wordings(), bundle.wordings());
        assertEquals(3, bundle.ruleIndex().rules().size());
    }

    @Test
    void aRuleIsCompiledForEachTypeThatItAppliesTo() {
        Object inNotice = rule("awardNotice", "GP-AWARD-003").assertion();
        Object inContract = rule("contract", "GP-AWARD-003").assertion();
        assertTrue(inNotice.toString().contains("[v, doc], AwardNotice, header]"), inNotice.toString());
        assertEquals(inContract.toString(), inNotice.toString().replace("AwardNotice", "Contract"));
    }

    @Test
    void codedValuesKeepTheirListAndDaysTellWhatIsInForce() {
        RuleDefinition rule = rule("awardNotice", "GP-AWARD-001");
        assertEquals("procurement-method", rule.let().get(0).codeList());
        assertNull(rule.let().get(1).codeList());
        assertEquals(List.of("lot", "price"), rule.target());
        assertEquals(
                new RuleDefinition.Parameter("decimal", "0.95", "lower"),
                rule.parameters().get("share"));
        assertFalse(rule.inForce(LocalDate.of(2015, 2, 28)));
        assertTrue(rule.inForce(LocalDate.of(2015, 3, 1)));
        RuleDefinition old = rule("contract", "GP-AWARD-002");
        assertTrue(old.inForce(LocalDate.of(2020, 12, 31)));
        assertFalse(old.inForce(LocalDate.of(2021, 1, 1)));
    }

    @Test
    void referencesSayHowTheyAreFound() {
        List<RuleDefinition.Reference> refs = rule("contract", "GP-AWARD-002").refs();
        assertEquals(
                new RuleDefinition.Reference(
                        "award",
                        ReferenceKind.TO,
                        "awardNotice",
                        false,
                        false,
                        List.of(".", List.of("v", "doc"), "Contract", "award"),
                        List.of(),
                        null,
                        List.of()),
                refs.get(0));
        assertEquals(List.of("ref", "award"), refs.get(1).of());
        assertEquals(List.of("award"), refs.get(1).path());
        assertTrue(refs.get(2).many(), "a list of references is a list of documents");
        assertEquals(List.of("supplierCode"), refs.get(3).fields().get(0).path());
        assertTrue(refs.get(4).optional());
    }

    /** What a rule reads of a union, a place of any branch has to hold. */
    @Test
    void slotsAreWhatRulesAndReferencesRead() {
        Map<String, List<String>> slots = bundle.slots();
        assertEquals(List.of("award", "header", "previous", "supplierCode", "totals"), slots.get("Contract"));
        assertEquals(List.of("total"), slots.get("Price"));
        assertEquals(List.of("total"), slots.get("TotalPrice"));
        assertEquals(List.of("total"), slots.get("DiscountPrice"));
        assertEquals(List.of("documentId", "documentType", "platformCode"), slots.get("DocumentReference"));
        assertNull(slots.get("DocumentHeaders"));
    }

    @Test
    void theIndexExplainsRulesAsWritten() {
        RuleIndex.Entry entry = bundle.ruleIndex().rule("GP-AWARD-001");
        assertNotNull(entry);
        assertEquals("has(lot.price.total) && doc.method == 'OPEN'", entry.when());
        assertEquals(
                List.of("method", "amount", "most"), List.copyOf(entry.let().keySet()));
        RuleDefinition.Example example = entry.example();
        assertNotNull(example);
        assertEquals("/lots/0/price", example.pointer());
        assertEquals(
                List.of(Map.of("op", "replace", "path", "/lots/0/price/total/amount", "value", "5000000")),
                example.failing());
        assertEquals("公开招标的成交价 5000000 超过 3800000.00", example.message());
        assertNull(bundle.ruleIndex().rule("GP-AWARD-999"));
    }

    @Test
    void equalSpecsGiveEqualBytes() throws IOException {
        Map<String, byte[]> first = BundleWriter.files(SpecReader.read(directory.resolve("spec")));
        Map<String, byte[]> second = BundleWriter.files(SpecReader.read(RuleSpec.copy(directory.resolve("other"))));
        first.forEach((path, bytes) -> assertArrayEquals(bytes, second.get(path), path));
    }

    /** The evaluator reads each; what it does not know fails the build. */
    @Test
    void theEvaluatorReadsEveryRule() throws IOException {
        assertTrue(Compiler.compile(directory.resolve("spec")).succeeded());
        assertFalse(RuleSet.of(bundle, "contract").isEmpty());
        Files.writeString(
                folder.resolve("rules/contract.json"),
                Files.readString(folder.resolve("rules/contract.json")).replace("\"le_dec\"", "\"less\""));
        Bundle damaged = BundleReader.fromDirectory(folder);
        assertThrows(BundleException.class, () -> RuleSet.of(damaged, "contract"));
    }

    @Test
    void aStandardWithoutRulesHasNone() throws IOException {
        BundleWriter.write(MiniSpec.read(), directory.resolve("mini"));
        Bundle mini = BundleReader.fromDirectory(directory.resolve("mini"));
        assertEquals(List.of(), mini.rules("awardNotice"));
        assertEquals(RuleIndex.EMPTY, mini.ruleIndex());
        assertEquals(Map.of(), mini.slots());
        assertEquals(List.of(), mini.limits());
        assertEquals(List.of(), mini.wordings());
        assertEquals(List.of(), bundle.rules("../limits"));
    }

    @Test
    void damageIsABundleException() throws IOException {
        Files.writeString(folder.resolve("rules/contract.json"), "{\"rules\":[{\"id\":\"GP-AWARD-002\"}]}");
        assertThrows(BundleException.class, () -> bundle.rules("contract"));
        Files.writeString(folder.resolve("limits.json"), "{\"limits\":[1]}");
        assertThrows(BundleException.class, () -> bundle.limits());
    }

    private RuleDefinition rule(String type, String id) {
        return bundle.rules(type).stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
