package org.tongcai.compiler.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.compiler.MiniSpec;
import org.tongcai.compiler.lint.LintFinding;
import org.tongcai.compiler.lint.Linter;
import org.tongcai.compiler.spec.SpecReader;

/** Each fault put into the rules of the tests is found, alone, and where it stands. */
class RuleLintTest {
    private static final String RULES = RuleSpec.RULES;
    private static final String CASES = RuleSpec.CASES;
    private static final String LIMITS = "business/limits.json";
    private static final String WORDINGS = "business/wordings.json";

    @TempDir
    Path directory;

    /** A fault: the check that must find it, the file, what is replaced, by what. */
    record Fault(String id, String file, String text, String replacement) {}

    private static final List<Fault> FAULTS = List.of(
            new Fault("rule.file", RULES, "\"subject\": \"AWARD\"", "\"subject\": \"AWARDS\""),
            new Fault("rule.member", RULES, "\"retired\"", "\"gone\": 1, \"retired\""),
            new Fault("rule.member", RULES, "\"target\": \"lot.price\"", "\"targets\": 1, \"target\": \"lot.price\""),
            new Fault("rule.missing", RULES, "\"fix\": {\"zh\": \"使用完整的编号\", \"en\": \"Use the whole id\"},", ""),
            new Fault(
                    "rule.value",
                    RULES,
                    "\"confidence\": \"proposed\"",
                    "\"confidence\": \"guessed\", \"severity\": \"info\""),
            new Fault("rule.value", RULES, "\"stage\": \"references\"", "\"stage\": \"rules\""),
            new Fault("rule.value", RULES, "\"source\": [\"law\"]", "\"source\": []"),
            new Fault(
                    "rule.id",
                    RULES,
                    "\"retired\": [\"GP-AWARD-009\"],\n  \"rules\": [",
                    "\"retired\": [\"GP-AWARD-009\"],\n  \"rules\": [{\"id\": \"GP-AWARD-4\"},"),
            new Fault("rule.duplicate", RULES, "\"retired\": [\"GP-AWARD-009\"]", "\"retired\": [\"GP-AWARD-003\"]"),
            new Fault("rule.text", RULES, "\"en\": \"Check the amounts\"", "\"en\": \"\""),
            new Fault("rule.text", RULES, "{\"zh\": \"结果\", \"en\": \"Awards\"}", "{\"zh\": \"结果\"}"),
            new Fault(
                    "rule.document-type", RULES, "[\"awardNotice\", \"contract\"]", "[\"awardNotice\", \"contracts\"]"),
            new Fault(
                    "rule.document-type",
                    RULES,
                    "{\"to\": \"doc.previous\", \"type\": \"contract\"}",
                    "{\"to\": \"doc.previous\", \"type\": \"order\"}"),
            new Fault(
                    "rule.severity",
                    RULES,
                    "\"severity\": \"warning\",\n      \"confidence\": \"known\"",
                    "\"severity\": \"error\",\n      \"confidence\": \"known\""),
            new Fault(
                    "rule.quality",
                    RULES,
                    "\"severity\": \"warning\",\n      \"confidence\": \"proposed\"",
                    "\"severity\": \"error\",\n      \"confidence\": \"found\""),
            new Fault("rule.source", RULES, "law#第十七条", "act#第十七条"),
            new Fault("rule.article", RULES, "law#第十七条", "law"),
            new Fault("rule.article", RULES, "law#第四十六条", "law#"),
            new Fault("rule.effective", RULES, "\"to\": \"2020-12-31\"", "\"to\": \"2002-12-31\""),
            new Fault("rule.effective", RULES, "2015-03-01", "2015-3-1"),
            new Fault(
                    "rule.replaced-by", RULES, "\"replacedBy\": \"GP-AWARD-003\"", "\"replacedBy\": \"GP-AWARD-002\""),
            new Fault("rule.parameter", RULES, "\"value\": 1,", "\"value\": 1.5,"),
            new Fault("rule.parameter", RULES, "\"stricter\": \"higher\"", "\"stricter\": \"up\""),
            new Fault("rule.name", RULES, "\"paid\": ", "\"day\": \"1\", \"paid\": "),
            new Fault("rule.unused", RULES, "\"paid\": ", "\"unused\": \"1\", \"paid\": "),
            new Fault(
                    "rule.unused",
                    RULES,
                    "\"least\": {",
                    "\"most\": {\"value\": 1, \"stricter\": \"fixed\"}, \"least\": {"),
            new Fault("rule.unused", RULES, "others < 9", "size(refs.same) < 9"),
            new Fault("rule.placeholder", RULES, "{\"zh\": \"核对金额\"", "{\"zh\": \"核对 {sum}\""),
            new Fault("rule.placeholder", RULES, "{param.share} of the limit", "{param.part} of the limit"),
            new Fault("rule.placeholder", RULES, "\"zh\": \"编号过短\"", "\"zh\": \"编号{过短\""),
            new Fault(
                    "rule.placeholder-type",
                    RULES,
                    "\"amount\": \"lot.price.total.amount\"",
                    "\"amount\": \"lot.price\""),
            new Fault(
                    "rule.sensitive",
                    RULES,
                    "\"method\": \"doc.method\"",
                    "\"method\": \"has(doc.agencyPhone) ? doc.agencyPhone : doc.method\""),
            new Fault("rule.target", RULES, "\"target\": \"doc.totals\"", "\"target\": \"doc.totals.amount\""),
            new Fault("rule.target", RULES, "\"target\": \"lot.price\"", "\"target\": \"lots.price\""),
            new Fault(
                    "rule.reference",
                    RULES,
                    "{\"to\": \"doc.award\", \"type\": \"awardNotice\"}",
                    "{\"to\": \"doc.award\", \"type\": \"contract\"}"),
            new Fault("rule.reference", RULES, "{\"to\": \"doc.previous\"", "{\"to\": \"doc.totals\""),
            new Fault(
                    "rule.reference",
                    RULES,
                    "\"from\": \"contract.award\"",
                    "\"from\": \"contract.previous.documentId\""),
            new Fault("rule.reference", RULES, "\"of\": \"refs.award\"", "\"of\": \"refs.earlier\""),
            new Fault(
                    "rule.reference",
                    RULES,
                    "\"where\": {\"supplierCode\": \"doc.supplierCode\"}",
                    "\"where\": {\"supplierCode\": \"1\"}"),
            new Fault("rule.reference", RULES, "\"where\": {\"supplierCode\"", "\"where\": {\"supplier\""),
            new Fault("rule.expression", RULES, "\"paid <= awarded ", "\"paid <= owed "),
            new Fault("rule.expression", RULES, "\"when\": \"has(doc.totals)\"", "\"when\": \"has(refs.award.lots)\""),
            new Fault("rule.type", RULES, "\"when\": \"has(doc.totals)\"", "\"when\": \"size(doc.header.documentId)\""),
            new Fault("rule.type", RULES, "\"each\": {\"lot\": \"doc.lots\"}", "\"each\": {\"lot\": \"doc.lots[0]\"}"),
            new Fault(
                    "rule.type",
                    RULES,
                    "\"has(doc.awardedOn) ? doc.awardedOn : doc.header.createdAt.date()\"",
                    "\"doc.method\""),
            new Fault("rule.banned", RULES, "others < 9", "others < 9 && 0.5 == 0.5"),
            new Fault("rule.literal", RULES, "others < 9", "others < 9 && dec('x') == 0"),
            new Fault("rule.unguarded", RULES, "\"when\": \"has(doc.totals)\"", "\"when\": \"true\""),
            new Fault("rule.unguarded", RULES, "(!has(refs.review) || refs", "(has(refs.review) || refs"),
            new Fault(
                    "rule.unguarded",
                    RULES,
                    "\"where\": {\"supplierCode\": \"doc.supplierCode\"}",
                    "\"where\": {\"region\": \"doc.region\"}"),
            new Fault("rule.code", RULES, "doc.method == 'OPEN'", "doc.method == 'OPNE'"),
            new Fault(
                    "rule.code",
                    RULES,
                    "\"where\": {\"supplierCode\": \"doc.supplierCode\"}",
                    "\"where\": {\"region\": \"'999999'\"}"),
            new Fault("rule.code-list", RULES, "others < 9", "others < 9 && inList(doc.supplierCode, 'codes')"),
            new Fault("rule.wording", RULES, "'D01'", "'D02'"),
            new Fault("limit.form", LIMITS, "\"value\": \"3000000\"", "\"value\": 3000000"),
            new Fault(
                    "limit.form",
                    LIMITS,
                    "\"id\": \"ceiling\"",
                    "\"id\": \"ceiling\", \"values\": []}, {\"type\": \"int\", \"stricter\": \"fixed\", \"title\": {\"zh\": \"空\", \"en\": \"Empty\"}, \"id\": \"empty\", \"values\": []}, {\"id\": \"other\""),
            new Fault("limit.region", LIMITS, "\"region\": \"11\"", "\"region\": \"99\""),
            new Fault("limit.overlap", LIMITS, "\"to\": \"2019-12-31\"", "\"to\": \"2020-01-01\""),
            new Fault("rule.missing", LIMITS, "\"from\": \"2003-01-01\", ", ""),
            new Fault(
                    "rule.source",
                    LIMITS,
                    "law#第八条\"], \"confidence\": \"known\"}\n",
                    "act#第八条\"], \"confidence\": \"known\"}\n"),
            new Fault("wording.form", WORDINGS, "\"本市企业\"", "\"本地企业\""),
            new Fault(
                    "wording.form",
                    WORDINGS,
                    "\"id\": \"D01\"",
                    "\"id\": \"D01\", \"title\": {\"zh\": \"本地\", \"en\": \"Local\"}, \"words\": [\"本县\"], \"source\": [\"law\"], \"confidence\": \"known\"}, {\"id\": \"d2\""),
            new Fault("rulecase.form", CASES, "\"op\": \"remove\"", "\"op\": \"delete\", \"value\": 1"),
            new Fault("rulecase.form", CASES, "\"asOf\": \"2019-12-01\"", "\"asOf\": \"2019-12\""),
            new Fault(
                    "rulecase.rule",
                    CASES,
                    "{\"cases\": [",
                    "{\"cases\": [{\"rule\": \"GP-AWARD-010\", \"expect\": \"pass\", \"title\": {\"zh\": \"无\", \"en\": \"None\"}, \"base\": \"examples/contract.json\", \"patch\": []},"),
            new Fault(
                    "rulecase.base",
                    CASES,
                    "\"with\": [\"examples/awardNotice.json\"]",
                    "\"with\": [\"examples/none.json\"]"),
            new Fault(
                    "rulecase.base",
                    CASES,
                    "\"with\": [\"examples/awardNotice.json\"]",
                    "\"with\": [\"../standard.json\"]"),
            new Fault("rulecase.pointer", CASES, "\"pointer\": \"/totals\"", "\"pointer\": \"totals\""),
            new Fault("rulecase.pointer", CASES, "\"path\": \"/method\"", "\"path\": \"method\""),
            new Fault("rulecase.missing", RULES, "\"id\": \"GP-AWARD-003\"", "\"id\": \"GP-AWARD-004\""),
            new Fault("json.syntax", RULES, "\"subject\"", "subject"));

    @Test
    void theRulesOfTheTestsAreClean() {
        assertEquals(List.of(), Linter.lint(RuleSpec.copy(directory.resolve("clean"))));
    }

    @TestFactory
    Stream<DynamicTest> eachFaultIsFoundWhereItStands() {
        return FAULTS.stream()
                .map(fault -> DynamicTest.dynamicTest(fault.id() + ": " + fault.replacement(), () -> {
                    Path copy = RuleSpec.copy(Files.createTempDirectory(directory, "spec"));
                    MiniSpec.edit(copy, fault.file(), fault.text(), fault.replacement());
                    List<RuleFault> faults =
                            RuleCompiler.compile(SpecReader.read(copy)).faults();
                    assertTrue(
                            faults.stream()
                                    .anyMatch(found -> found.id().equals(fault.id())
                                            && found.place().file().equals(fault.file())),
                            faults::toString);
                }));
    }

    @Test
    void findingsOfRulesAreFindingsOfTheLinter() throws IOException {
        Path copy = RuleSpec.copy(directory.resolve("spec"));
        MiniSpec.edit(copy, RULES, "doc.method == 'OPEN'", "doc.method == 'OPNE'");
        List<LintFinding> findings = Linter.lint(copy);
        assertEquals(1, findings.size(), findings::toString);
        LintFinding finding = findings.get(0);
        String line = Files.readAllLines(copy.resolve(RULES)).get(finding.line() - 1);
        assertEquals("'OPNE'", line.substring(finding.column() - 1, finding.column() + 5));
        assertEquals("“OPNE”不是 procurement-method 中的代码", finding.message().zh());
        assertEquals(
                "\"OPNE\" is not a code of procurement-method",
                finding.message().en());
    }

    /** One fault at the beginning does not bring one for everything that builds on it. */
    @Test
    void whatBuildsOnAFaultIsNoFault() {
        Path copy = RuleSpec.copy(directory.resolve("spec"));
        MiniSpec.edit(copy, RULES, "\"paid\": \"sum(doc.totals.map(t, t.amount))\"", "\"paid\": \"sum(doc.total)\"");
        List<RuleFault> faults = RuleCompiler.compile(SpecReader.read(copy)).faults();
        assertEquals(
                List.of("rule.expression"), faults.stream().map(RuleFault::id).toList());
    }

    @Test
    void everyCheckHasAFaultThatProvesIt() {
        Set<String> proven = FAULTS.stream().map(Fault::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> unproven = Stream.of(RuleCheck.values())
                .map(RuleCheck::id)
                .filter(id -> !proven.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("rule.conflict"), unproven, "fields that differ between branches have a test of their own");
    }

    @Test
    void aFieldThatDiffersBetweenBranchesIsAFaultOnlyWhereItIsRead() {
        Path copy = RuleSpec.copy(directory.resolve("spec"));
        String discount = "business/schemas/common/DiscountPrice.schema.json";
        MiniSpec.edit(copy, discount, "\"percent\"", "\"total\"");
        List<RuleFault> faults = RuleCompiler.compile(SpecReader.read(copy)).faults();
        assertTrue(faults.stream().anyMatch(fault -> fault.id().equals("rule.expression")), faults::toString);
        MiniSpec.edit(copy, RULES, "\"amount\": \"lot.price.total.amount\"", "\"amount\": \"dec('1')\"");
        MiniSpec.edit(copy, RULES, ".map(l, l.price.total.amount)", ".map(l, dec('1'))");
        assertEquals(List.of(), RuleCompiler.compile(SpecReader.read(copy)).faults());
        MiniSpec.edit(copy, RULES, "\"dec('1')\"", "\"lot.price.total == lot.price.total ? dec('1') : dec('2')\"");
        assertEquals(
                List.of("rule.conflict"),
                RuleCompiler.compile(SpecReader.read(copy)).faults().stream()
                        .map(RuleFault::id)
                        .distinct()
                        .toList());
    }
}
