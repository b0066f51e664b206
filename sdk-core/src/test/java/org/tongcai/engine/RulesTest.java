package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Limits;
import org.tongcai.MissingReferences;
import org.tongcai.Severity;
import org.tongcai.Skipped;
import org.tongcai.ValidationOptions;
import org.tongcai.Verdict;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.input.Slice;
import org.tongcai.rule.Facts;
import org.tongcai.rule.MemoryResolver;

/** Rules within the validation of a document: findings, what was not judged, options, verdict. */
class RulesTest {
    private static final ValidationOptions OPTIONS = ValidationOptions.DEFAULT;

    @Test
    void aBrokenRuleIsAFindingWithPlaceLawAndFix() {
        String document = Documents.large();
        DocumentReport report = judge(document, OPTIONS, RuledBundle.budget(Severity.ERROR, 60_000));
        assertEquals(Verdict.REJECTED, report.verdict());
        assertEquals(2, report.findings().size());
        Finding finding = report.findings().get(1);
        assertEquals("GP-TEST-001", finding.ruleId());
        assertEquals(Layer.RULES, finding.layer());
        assertEquals(Severity.ERROR, finding.severity());
        assertEquals("/lots/1/budget/amount", finding.pointer());
        assertEquals(
                new Bilingual("中标公告 / 分包 / 第 2 项 / 预算 / 数额", "Award notice / lots / item 2 / budget / amount"),
                finding.title());
        assertEquals("1250000.00", finding.value());
        assertEquals("预算 1250000.00 元超过 60000 元", finding.message().zh());
        assertEquals(RuledBundle.ARTICLE, finding.citation());
        assertEquals(new Bilingual("改正", "correct it"), finding.fix());
        assertEquals(new Bilingual("要求 GP-TEST-001", "demand GP-TEST-001"), finding.ruleTitle());
        int offset = Documents.bytes(document.substring(0, document.lastIndexOf("\"1250000.00\""))).length;
        assertEquals(offset, finding.byteOffset());
        assertEquals(1, finding.line());
        assertEquals(1 + document.lastIndexOf("\"1250000.00\""), finding.column());
    }

    @Test
    void aFieldThatIsNotThereIsShownAtTheObjectThatLacksIt() {
        Finding finding = judge(Documents.award(), OPTIONS, RuledBundle.agency(Layer.RULES, Severity.ERROR))
                .findings()
                .get(0);
        assertEquals("", finding.pointer());
        assertEquals("中标公告 / 采购代理机构", finding.title().zh());
        assertEquals(0, finding.byteOffset());
        assertNull(finding.value());
    }

    @Test
    void personalValuesAreMaskedAndWarningsRejectNothing() {
        DocumentReport report = judge(Documents.large(), OPTIONS, RuledBundle.contact());
        assertEquals(Verdict.ACCEPTED, report.verdict());
        Finding finding = report.findings().get(0);
        assertEquals(Layer.QUALITY, finding.layer());
        assertEquals("/purchaser/contact", finding.pointer());
        assertEquals("***", finding.value());
    }

    @Test
    void findingsOfRulesStandInDocumentOrderWithThoseOfTheSchema() {
        String document = Documents.large()
                .replace("\"projectNumber\":\"YN-2026-0001\"", "\"projectNumber\":\"?\"")
                .replace("\"jointBid\":false", "\"jointBid\":0");
        List<String> ids = ids(judge(document, OPTIONS, RuledBundle.budget(Severity.WARNING, 1)));
        assertEquals(List.of("structure.pattern", "GP-TEST-001", "GP-TEST-001", "structure.type"), ids);
    }

    @Test
    void capsHoldForRulesToo() {
        Limits d = Limits.DEFAULT;
        Limits one = new Limits(
                d.depth(), d.documentBytes(), d.stringLength(), d.numberLength(), d.findingsPerDocument(), 1, 1L << 40);
        DocumentReport report =
                judge(Documents.large(), OPTIONS.withLimits(one), RuledBundle.budget(Severity.ERROR, 60_000));
        assertEquals(1, report.findings().size());
        assertEquals(1, report.suppressed());
        assertEquals(Verdict.REJECTED, report.verdict());
    }

    @Test
    void aFaultyValueLeavesTheRuleUndeterminedAndTheOthersRun() {
        String document = Documents.award().replace("\"50000.00\"", "\"fifty\"");
        RuleDefinition[] rules = {
            RuledBundle.budget(Severity.ERROR, 60_000), RuledBundle.agency(Layer.RULES, Severity.WARNING)
        };
        DocumentReport report = judge(document, OPTIONS, rules);
        assertEquals(List.of("GP-TEST-002", "structure.decimal"), ids(report));
        assertEquals(Verdict.REJECTED, report.verdict());
        Skipped skipped = report.skipped().get(0);
        assertEquals(Skipped.Kind.UNDETERMINED, skipped.kind());
        assertEquals("GP-TEST-001", skipped.ruleId());
        assertEquals(Layer.RULES, skipped.layer());
        assertTrue(skipped.reason().zh().contains("数额"), skipped.toString());
    }

    @Test
    void withoutErrorAnUndeterminedRuleLeavesTheVerdictOpenIfItIsAnError() {
        RuleDefinition first = divides(Severity.ERROR);
        assertEquals(
                Verdict.UNDETERMINED, judge(Documents.award(), OPTIONS, first).verdict());
        assertEquals(
                Verdict.ACCEPTED,
                judge(Documents.award(), OPTIONS, divides(Severity.WARNING)).verdict());
        assertEquals(
                Verdict.REJECTED,
                judge(Documents.award(), OPTIONS, first, RuledBundle.agency(Layer.RULES, Severity.ERROR))
                        .verdict());
    }

    private static RuleDefinition divides(Severity severity) {
        RuleDefinition rule = RuledBundle.agency(Layer.RULES, severity);
        return new RuleDefinition(
                "GP-TEST-006",
                rule.title(),
                rule.stage(),
                severity,
                rule.confidence(),
                rule.each(),
                rule.refs(),
                rule.parameters(),
                null,
                null,
                rule.let(),
                List.of("eq", List.of("div_int", 1L, 0L), 1L),
                rule.target(),
                rule.message(),
                rule.fix(),
                rule.citations(),
                null,
                null,
                null,
                null);
    }

    @Test
    void aDocumentIsJudgedByTheRulesOfItsDayOrOfTheDayGiven() {
        RuleDefinition old = RuledBundle.ended(LocalDate.of(2015, 1, 1), LocalDate.of(2026, 3, 1));
        assertEquals(List.of(), ids(judge(Documents.award(), OPTIONS, old)));
        assertEquals(
                List.of("GP-TEST-004"),
                ids(judge(Documents.award().replace("2026-03-02T", "2026-03-01T"), OPTIONS, old)));
        assertEquals(
                List.of("GP-TEST-004"), ids(judge(Documents.award(), OPTIONS.withAsOf(LocalDate.of(2019, 6, 1)), old)));
    }

    @Test
    void stagesThatAreNotAskedForAreShownAsSkipped() {
        RuleDefinition[] rules = {
            RuledBundle.agency(Layer.RULES, Severity.ERROR), RuledBundle.contact(), RuledBundle.known()
        };
        DocumentReport some = judge(Documents.award(), OPTIONS.withStages(Set.of(Layer.QUALITY)), rules);
        assertEquals(Verdict.ACCEPTED, some.verdict());
        assertEquals(List.of(), ids(some));
        assertEquals(List.of(Layer.RULES, Layer.REFERENCES), layers(some));
        DocumentReport none = judge(Documents.award(), OPTIONS.withStages(Set.of()), rules);
        assertEquals(List.of(Layer.RULES, Layer.REFERENCES, Layer.QUALITY), layers(none));
        assertEquals(
                List.of(),
                judge(Documents.award(), OPTIONS.withStages(Set.of())).skipped());
    }

    @Test
    void aDocumentThatCannotBeReadIsNotJudgedByRules() {
        DocumentReport report =
                judge(Documents.award() + "x", OPTIONS, RuledBundle.agency(Layer.RULES, Severity.ERROR));
        assertEquals(List.of("syntax.trailing-content"), ids(report));
        assertEquals(List.of(Layer.RULES), layers(report));
    }

    @Test
    void withoutResolverReferencesAreSkipped() {
        DocumentReport report = judge(Documents.award(), OPTIONS, RuledBundle.known());
        assertEquals(Verdict.ACCEPTED, report.verdict());
        assertEquals(List.of(Layer.REFERENCES), layers(report));
        assertNull(report.skipped().get(0).ruleId());
    }

    @Test
    void aMissingDocumentIsSkippedOrAnErrorAsTheCallerSays() {
        Engine engine = new Engine(new RuledBundle(RuledBundle.known()));
        ValidationOptions empty = OPTIONS.withResolver(engine.newResolver());
        DocumentReport skipped = judge(engine, Documents.award(), empty);
        assertEquals(Verdict.ACCEPTED, skipped.verdict());
        assertEquals("GP-TEST-005", skipped.skipped().get(0).ruleId());
        assertEquals(Skipped.Kind.SKIPPED, skipped.skipped().get(0).kind());
        DocumentReport missing = judge(engine, Documents.award(), empty.withMissingReferences(MissingReferences.ERROR));
        assertEquals(Verdict.REJECTED, missing.verdict());
        Finding finding = missing.findings().get(0);
        assertEquals("references.not-found", finding.ruleId());
        assertEquals("/header", finding.pointer());
        assertEquals("引用的中标公告 DOC-1 找不到", finding.message().zh());
    }

    @Test
    void documentsReferredToAreReadOnceAndCompared() {
        Engine engine = new Engine(new RuledBundle(RuledBundle.known()));
        Facts other = engine.facts(Slice.of("-", Documents.bytes(Documents.award())));
        assertNotNull(other);
        MemoryResolver resolver = engine.newResolver().add(other);
        ValidationOptions options = OPTIONS.withResolver(resolver);
        assertEquals(List.of(), ids(judge(engine, Documents.award(), options)));
        assertEquals(List.of("GP-TEST-005"), ids(judge(engine, Documents.award().replace("示例办公设备", "另一个"), options)));
    }

    private static List<String> ids(DocumentReport report) {
        return report.findings().stream().map(Finding::ruleId).toList();
    }

    private static List<Layer> layers(DocumentReport report) {
        return report.skipped().stream().map(Skipped::layer).toList();
    }

    private static DocumentReport judge(String json, ValidationOptions options, RuleDefinition... rules) {
        return judge(new Engine(new RuledBundle(rules)), json, options);
    }

    private static DocumentReport judge(Engine engine, String json, ValidationOptions options) {
        return engine.validate(Slice.of("test", Documents.bytes(json)), options);
    }
}
