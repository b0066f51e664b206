package org.tongcai.compiler.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.tongcai.Severity;
import org.tongcai.compiler.MiniSpec;

/** Each fault put into the mini standard is found, alone, and where it stands. */
class LinterTest {
    private static final String COMMON = "business/schemas/common/";
    private static final String COVERAGE = "business/coverage.csv";
    private static final String AWARD = "business/schemas/announcements/AwardNotice.schema.json";
    private static final String CONTRACT = "business/schemas/contracts/Contract.schema.json";
    private static final String REGION = "business/codelists/region";
    private static final String METHOD = "business/codelists/procurement-method";

    private static final String LAYOUT = "business/layouts/awardNotice.json";
    private static final String SHARED_LAYOUT = "business/layouts/shared.json";

    @TempDir
    Path directory;

    /** A fault: the check that must find it, the file, what is replaced, by what. */
    record Fault(String id, String file, String text, String replacement) {}

    private static final List<Fault> FAULTS = List.of(
            new Fault("keyword.unknown", AWARD, "\"urgent\": {", "\"urgent\": {\"default\": false, "),
            new Fault("keyword.missing", AWARD, "\"x-notation\": \"s..500\", ", ""),
            new Fault("keyword.value", AWARD, "\"YYYY-MM-DD\"", "\"YYYYMMDD\""),
            new Fault("keyword.unbounded", AWARD, "\"minLength\": 1, \"maxLength\": 500, ", "\"minLength\": 1, "),
            new Fault(
                    "keyword.pair",
                    COMMON + "Money.schema.json",
                    "\"format\": \"decimal\", \"x-decimal\": {\"digits\": 6",
                    "\"x-decimal\": {\"digits\": 6"),
            new Fault(
                    "keyword.range",
                    AWARD,
                    "\"minLength\": 1, \"maxLength\": 500",
                    "\"minLength\": 501, \"maxLength\": 500"),
            new Fault("keyword.unique-items", AWARD, "\"maxItems\": 100", "\"maxItems\": 100, \"uniqueItems\": true"),
            new Fault(
                    "text.control-character",
                    AWARD,
                    "\"description\": \"紧急采购的原因。\"",
                    "\"description\": \"紧急\\u0007。\""),
            new Fault("text.surrounding-space", AWARD, "\"紧急原因\"", "\" 紧急原因\""),
            new Fault("property.case", AWARD, "\"agencyPhone\": {\"title\"", "\"agencyname\": {\"title\""),
            new Fault("required.unknown", AWARD, "\"required\": [\"header\"", "\"required\": [\"heading\", \"header\""),
            new Fault(
                    "ref.form",
                    AWARD,
                    "\"../common/Lot.schema.json\"",
                    "\"../common/Lot.schema.json#/properties/tags\""),
            new Fault("ref.unresolved", AWARD, "\"../common/Lot.schema.json\"", "\"Lot.schema.json\""),
            new Fault(
                    "ref.cycle",
                    COMMON + "Lot.schema.json",
                    "\"required\": [\"number\", \"price\"]",
                    "\"required\": [\"number\", \"price\", \"parts\"]"),
            new Fault("term.duplicate", AWARD, "\"GP-0109\"", "\"GP-0108\""),
            new Fault("term.unknown", AWARD, "\"replacedBy\": \"GP-0102\"", "\"replacedBy\": \"GP-9999\""),
            new Fault(
                    "label.missing",
                    "business/labels/en/all.json",
                    "\"GP-0109\": {\"title\": \"Urgent reason\", \"description\": \"Urgent reason.\"},",
                    ""),
            new Fault("label.description", "business/labels/en/all.json", ", \"description\": \"Urgent reason.\"", ""),
            new Fault("label.orphan", "business/labels/en/all.json", "{\n", "{\n  \"GP-9999\": \"Nothing\",\n"),
            new Fault(
                    "label.language",
                    "business/labels/en/all.json",
                    "{\"title\": \"Urgent reason\"",
                    "{\"title\": \"紧急 reason\""),
            new Fault("pattern.subset", COMMON + "Lot.schema.json", "^[A-Z0-9]+(-[0-9]{1,3})?$", "^([A-Z0-9]+)+$"),
            new Fault("notation.mismatch", AWARD, "\"s..500\"", "\"s..400\""),
            new Fault("codelist.unknown", AWARD, "\"procurement-method\"", "\"procurement-methods\""),
            new Fault(
                    "codelist.const",
                    COMMON + "TotalPrice.schema.json",
                    "\"const\": \"TOTAL\"",
                    "\"const\": \"TOTAL\", \"x-codeList\": {\"id\": \"currency\", \"binding\": \"required\"}"),
            new Fault(
                    "document.reference",
                    AWARD,
                    "\"x-notation\": \"s..200\"",
                    "\"x-notation\": \"s..200\", \"x-refersTo\": [\"noSuchDocument\"]"),
            new Fault(
                    "document.reference-kind",
                    AWARD,
                    "\"x-notation\": \"bool\"",
                    "\"x-notation\": \"bool\", \"x-refersTo\": [\"awardNotice\"]"),
            new Fault("coverage.number", COVERAGE, "2,规则", "3,规则"),
            new Fault("coverage.text", COVERAGE, "Award notices", ""),
            new Fault("coverage.reference", COVERAGE, "AwardNotice.method", "AwardNotice.noSuchField"),
            new Fault(
                    "coverage.reference",
                    COVERAGE,
                    "codes:procurement-method/OPEN",
                    "codes:procurement-method/NO_SUCH_CODE"),
            new Fault("coverage.reference", COVERAGE, "page:standard.json", "page:../pom.xml"),
            new Fault("coverage.reference", COVERAGE, "planned:service", "planned:miracles"),
            new Fault("coverage.reference", COVERAGE, "planned:service", "rule:GP-NONE-001"),
            new Fault("coverage.reference", COVERAGE, "lifecycle:award", "lifecycle:none"),
            new Fault("coverage.reference", COVERAGE, "planned:service", "profile:none"),
            new Fault("coverage.empty", COVERAGE, "codes:currency;lifecycle:award;planned:service", "planned:service"),
            new Fault("citation.unknown", AWARD, "\"law#第七条\"", "\"act#第七条\""),
            new Fault("example.invalid", AWARD, "\"2026-11-20\"", "\"2026-02-30\""),
            new Fault("example.invalid", AWARD, "\"examples\": [\"OPEN\"]", "\"examples\": [\"SHUT\"]"),
            new Fault("example.invalid", CONTRACT, "91110000MA0000001L", "91110000MA0000001M"),
            new Fault(
                    "sensitivity.object",
                    AWARD,
                    "\"$ref\": \"../common/DocumentHeader.schema.json\", ",
                    "\"$ref\": \"../common/DocumentHeader.schema.json\", \"x-sensitivity\": \"secret\", "),
            new Fault(
                    "condition.property",
                    AWARD,
                    "\"then\": {\"required\": [\"urgentReason\"]}",
                    "\"then\": {\"required\": [\"reason\"]}"),
            new Fault(
                    "condition.test",
                    AWARD,
                    "\"if\": {\"required\": [\"urgent\"]",
                    "\"if\": {\"required\": [\"method\"]"),
            new Fault("condition.value", AWARD, "{\"const\": true}", "{\"const\": \"true\"}"),
            new Fault(
                    "condition.contradiction",
                    AWARD,
                    "\"then\": {\"required\": [\"urgentReason\"]}",
                    "\"then\": {\"properties\": {\"projectName\": false}}"),
            new Fault(
                    "union.branch",
                    COMMON + "TotalPrice.schema.json",
                    "\"required\": [\"form\", \"total\"]",
                    "\"required\": [\"total\"]"),
            new Fault(
                    "union.direct",
                    COMMON + "Lot.schema.json",
                    "\"$ref\": \"Price.schema.json\"",
                    "\"$ref\": \"TotalPrice.schema.json\""),
            new Fault(
                    "union.direct",
                    COMMON + "Lot.schema.json",
                    "\"items\": {\"$ref\": \"Lot.schema.json\"}",
                    "\"items\": {\"$ref\": \"TotalPrice.schema.json\"}"),
            new Fault(
                    "union.shared",
                    COMMON + "Money.schema.json",
                    "\"type\": \"object\",",
                    "\"oneOf\": [{\"$ref\": \"TotalPrice.schema.json\"}, {\"$ref\": \"DiscountPrice.schema.json\"}], \"x-discriminator\": \"form\","),
            new Fault("keyword.value", AWARD, "\"agencyPhone\": {\"title\"", "\"xs:phone\": {\"title\""),
            new Fault(
                    "union.value",
                    COMMON + "Price.schema.json",
                    "\"DiscountPrice.schema.json\"",
                    "\"TotalPrice.schema.json\""),
            new Fault(
                    "document.header",
                    CONTRACT,
                    "\"required\": [\"header\", \"supplierCode\"]",
                    "\"required\": [\"supplierCode\"]"),
            new Fault(
                    "document.header-type",
                    COMMON + "DocumentHeader.schema.json",
                    "\"required\": [\"standardVersion\", ",
                    "\"required\": ["),
            new Fault("document.name", CONTRACT, "\"name\": \"contract\"", "\"name\": \"awardNotice\""),
            new Fault("document.domain", CONTRACT, "\"domain\": \"contracts\"", "\"domain\": \"orders\""),
            new Fault("standard.form", "standard.json", "\"0.1.0\"", "\"0.1\""),
            new Fault("standard.document-types", "standard.json", "\"contract\"]", "\"order\"]"),
            new Fault(
                    "source.form",
                    "business/sources.json",
                    "\"id\": \"law\", \"document\": \"中华人民共和国政府采购法\"",
                    "\"id\": \"law\""),
            new Fault("calendar.form", "business/calendar/cn-holidays.csv", "2026-10-01,holiday", "2026-10-01,feast"),
            new Fault("json.syntax", "standard.json", "\"id\":", "\"id\""),
            new Fault(
                    "json.duplicate-member",
                    "standard.json",
                    "\"id\": \"tongcai-mini\",",
                    "\"id\": \"tongcai-mini\", \"id\": \"other\","),
            new Fault("codelist.metadata", METHOD + ".json", "\"confidence\": \"found\"", "\"confidence\": \"sure\""),
            new Fault("codelist.metadata", METHOD + ".json", "\"source\": [{", "\"source\": [], \"x\": [{"),
            new Fault("codelist.header", METHOD + ".csv", "code,zh,en", "code,en,zh"),
            new Fault(
                    "codelist.columns", METHOD + ".csv", "OPEN,公开招标,Open tendering,,,,,,", "OPEN,公开招标,Open tendering"),
            new Fault("codelist.cell", METHOD + ".csv", ",2003-01-01,", ",2003-02-30,"),
            new Fault("codelist.cell", REGION + ".csv", "2010-07-01,,,", "2010-07-01,2010-06-01,,"),
            new Fault("codelist.code-pattern", REGION + ".csv", "110104,宣武区", "1101O4,宣武区"),
            new Fault("codelist.own-code", REGION + ".csv", "110104,宣武区", "x-104,宣武区"),
            new Fault(
                    "codelist.duplicate", REGION + ".csv", "110104,宣武区,Xuanwu,110100,,", "110103,宣武区,Xuanwu,110100,,"),
            new Fault("codelist.overlap", REGION + ".csv", "2010-06-30", "2010-07-01"),
            new Fault("codelist.parent", REGION + ".csv", "Xuanwu,110100", "Xuanwu,110900"),
            new Fault("codelist.parent-cycle", REGION + ".csv", "Xuanwu,110100", "Xuanwu,110104"),
            new Fault("codelist.replaced-by", REGION + ".csv", "110101;110103", "110101;110909"),
            new Fault("codelist.english", REGION + ".csv", ",Xuanwu,", ",,"),
            new Fault(
                    "codelist.encoding",
                    REGION + ".csv",
                    "Xuanwu,110100,,2010-12-31,110101;110103,,\n",
                    "Xuanwu,110100,,2010-12-31,110101;110103,,\r\n"),
            new Fault("text.control-character", REGION + ".csv", "更名仅供测试", "更名\t仅供测试"),
            new Fault("layout.form", LAYOUT, "\"where\": \"price\"", "\"filter\": \"price\""),
            new Fault("layout.form", LAYOUT, "\"number\": \"一、\"", "\"number\": \"I.\""),
            new Fault("layout.form", LAYOUT, "{urgentReason|or:无}", "{urgentReason|or:无"),
            new Fault("layout.form", LAYOUT, "{awardedOn|date}", "{awardedOn|day}"),
            new Fault("layout.form", LAYOUT, "{\"many\": \"lots/*\"}", "{\"several\": \"lots/*\"}"),
            new Fault("layout.form", LAYOUT, "\"each\": \"lots/*\"", "\"each\": \"lots[*]\""),
            new Fault("layout.form", LAYOUT, "{\"title\":", "{\"heading\":"),
            new Fault("layout.type", LAYOUT, "\"documentType\": \"awardNotice\"", "\"documentType\": \"contract\""),
            new Fault("layout.path", LAYOUT, "{urgentReason|", "{reason|"),
            new Fault("layout.path", LAYOUT, "{tags/*|join:；}", "{tags}"),
            new Fault("layout.path", LAYOUT, "\"each\": \"lots/*\"", "\"each\": \"lots/*/lots/*\""),
            new Fault("layout.path", SHARED_LAYOUT, "{percent|percent}", "{rate|percent}"),
            new Fault("layout.format", LAYOUT, "{awardedOn|date}", "{awardedOn}"),
            new Fault("layout.format", LAYOUT, "code:procurement-method", "code:currency"),
            new Fault("layout.format", SHARED_LAYOUT, "{amount|yuan}", "{amount|percent}"),
            new Fault("layout.code", LAYOUT, "\"in\": [true]", "\"in\": [\"YES\"]"),
            new Fault("layout.code", SHARED_LAYOUT, "[\"TOTAL\"]", "[\"SUM\"]"),
            new Fault("layout.name", LAYOUT, "\"use\": \"lot\"", "\"use\": \"package\""),
            new Fault("layout.name", LAYOUT, "{\"name\": \"{.}\"}", "{\"name\": \"{.|text:name}\"}"),
            new Fault("layout.unused", LAYOUT, "{\"name\": \"{.}\"}", "{\"name\": \"{.}\", \"other\": \"{.}\"}"),
            new Fault(
                    "layout.unused",
                    LAYOUT,
                    "\"body\": [\n",
                    "\"notPrinted\": {\"/projectName\": \"印\"}, \"body\": [\n"),
            new Fault("layout.unprinted", LAYOUT, "{projectName}结果公告", "结果公告"),
            new Fault("citation.unknown", LAYOUT, "law#第七条", "act#第七条"));

    @Test
    void miniStandardIsClean() {
        assertEquals(List.of(), Linter.lint(MiniSpec.directory()));
    }

    @TestFactory
    Stream<DynamicTest> everyFaultIsFoundInItsFile() {
        return FAULTS.stream()
                .map(fault -> DynamicTest.dynamicTest(fault.id() + " ← " + fault.replacement(), () -> {
                    Path copy = MiniSpec.copy(Files.createTempDirectory(directory, "spec"));
                    MiniSpec.edit(copy, fault.file(), fault.text(), fault.replacement());
                    List<LintFinding> findings = Linter.lint(copy);
                    assertTrue(
                            findings.stream()
                                    .anyMatch(finding -> finding.id().equals(fault.id()) && isAt(finding, fault)),
                            findings::toString);
                }));
    }

    /** The finding stands in the edited file, or in one of those that its edit made wrong. */
    static boolean isAt(LintFinding finding, Fault fault) {
        Set<String> elsewhere =
                Set.of("union.branch", "union.shared", "standard.document-types", "label.missing", "document.name");
        return finding.file().equals(fault.file()) || elsewhere.contains(finding.id());
    }

    @Test
    void faultsAreReportedTogetherInOrder() {
        Path copy = MiniSpec.copy(directory.resolve("many"));
        MiniSpec.edit(copy, AWARD, "\"law#第七条\"", "\"act#第七条\"");
        MiniSpec.edit(copy, "standard.json", "\"0.1.0\"", "\"1\"");
        MiniSpec.edit(copy, REGION + ".csv", ",Xuanwu,", ",,");
        assertEquals(
                List.of(
                        "business/codelists/region.csv:7:1: [codelist.english] 少于 300 个代码的代码表须有英文名称"
                                + " | a list of fewer than 300 codes needs English names",
                        "business/schemas/announcements/AwardNotice.schema.json:11:192: [citation.unknown]"
                                + " sources.json 中没有来源 act#第七条 | sources.json has no source act#第七条",
                        "standard.json:3:3: [standard.form] version 应为主.次.修订 | version should be major.minor.patch"),
                Linter.lint(copy).stream().map(LintFinding::toString).toList());
    }

    @Test
    void aTypeThatNoDocumentReachesIsAWarningOnly() throws IOException {
        Path copy = MiniSpec.copy(directory.resolve("unused"));
        Files.writeString(copy.resolve(COMMON + "Lonely.schema.json"), """
                {"$schema": "https://tongcai.org/dialect/1", "title": "孤立", "description": "无人引用。", "x-termId": "GP-0900", "type": "object",
                 "properties": {"flag": {"title": "标志", "description": "标志。", "x-termId": "GP-0901", "type": "boolean", "x-notation": "bool", "x-source": ["law"]}}}
                """);
        MiniSpec.edit(
                copy,
                "business/labels/en/all.json",
                "{\n",
                "{\n  \"GP-0900\": {\"title\": \"Lonely\", \"description\": \"Lonely.\"}, \"GP-0901\": {\"title\": \"Flag\", \"description\": \"Flag.\"},\n");
        List<LintFinding> findings = Linter.lint(copy);
        assertEquals(
                List.of("type.unused"), findings.stream().map(LintFinding::id).toList());
        assertEquals(Severity.WARNING, findings.get(0).severity());
    }

    @Test
    void aNoticeWithoutLayoutIsAWarningOnly() throws IOException {
        Path copy = MiniSpec.copy(directory.resolve("no-layout"));
        Files.delete(copy.resolve(LAYOUT));
        List<LintFinding> findings = Linter.lint(copy).stream()
                .filter(finding -> !finding.id().equals("layout.unused"))
                .toList();
        assertEquals(
                List.of("layout.missing"),
                findings.stream().map(LintFinding::id).toList());
        assertEquals(Severity.WARNING, findings.get(0).severity());
    }

    @Test
    void aSecretIsNotPrinted() {
        Path copy = MiniSpec.copy(directory.resolve("secret"));
        MiniSpec.edit(copy, AWARD, "\"x-sensitivity\": \"personal\"", "\"x-sensitivity\": \"secret\"");
        assertEquals(
                List.of("layout.secret"),
                Linter.lint(copy).stream().map(LintFinding::id).toList());
    }

    @Test
    void aFieldMayBeLeftOutForAReason() {
        Path copy = MiniSpec.copy(directory.resolve("left-out"));
        MiniSpec.edit(copy, LAYOUT, "{projectName}结果公告", "结果公告");
        MiniSpec.edit(copy, LAYOUT, "\"body\": [\n", "\"notPrinted\": {\"/projectName\": \"标题中已有\"}, \"body\": [\n");
        assertEquals(List.of(), Linter.lint(copy));
    }

    @Test
    void parentsMayStandInAnotherListThatTheMetadataNames() {
        Path copy = MiniSpec.copy(directory.resolve("parents"));
        MiniSpec.edit(copy, METHOD + ".csv", "OPEN,公开招标,Open tendering,", "OPEN,公开招标,Open tendering,110000");
        assertFalse(Linter.lint(copy).isEmpty());
        MiniSpec.edit(copy, METHOD + ".json", "\"closed\": false", "\"closed\": false, \"parentList\": \"region\"");
        assertEquals(List.of(), Linter.lint(copy));
    }

    @Test
    void namesOfFilesAndFoldersAreChecked() throws IOException {
        Path copy = MiniSpec.copy(directory.resolve("names"));
        Path common = copy.resolve(COMMON);
        Files.move(common.resolve("Lot.schema.json"), common.resolve("lot.schema.json"));
        Files.createDirectories(copy.resolve("business/schemas/things"));
        Files.move(common.resolve("Money.schema.json"), copy.resolve("business/schemas/things/Money.schema.json"));
        Files.writeString(copy.resolve("business/schemas/things/readme.txt"), "?");
        Files.writeString(
                copy.resolve(METHOD + ".csv"), "code,zh,en,parent,validFrom,validTo,replacedBy,source,note\n");
        Set<String> ids = Linter.lint(copy).stream().map(LintFinding::id).collect(Collectors.toSet());
        assertTrue(
                ids.containsAll(Set.of("type.name", "type.folder", "type.file", "codelist.empty", "ref.unresolved")),
                ids::toString);
    }

    /** In the models the list would lose its name to the type. */
    @Test
    void aTypeIsNotCalledLikeTheClassOfACodeList() throws IOException {
        Path copy = MiniSpec.copy(directory.resolve("list-name"));
        for (String ending : List.of(".json", ".csv")) {
            Files.copy(copy.resolve(METHOD + ending), copy.resolve("business/codelists/total-price" + ending));
        }
        MiniSpec.edit(copy, "business/codelists/total-price.json", "procurement-method", "total-price");
        List<LintFinding> findings = Linter.lint(copy);
        assertEquals(
                List.of(
                        "business/codelists/total-price.json codelist.unused",
                        COMMON + "TotalPrice.schema.json type.list-name"),
                findings.stream().map(f -> f.file() + " " + f.id()).toList());
        assertEquals(Severity.ERROR, findings.get(1).severity());
    }

    @Test
    void everyCheckHasAFaultThatProvesIt() {
        Set<String> proven = Stream.of(
                        FAULTS, CrosswalkCheckTest.FAULTS, LifecycleRulesTest.FAULTS, ServiceCheckTest.FAULTS)
                .flatMap(List::stream)
                .map(Fault::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unproven = Stream.of(LintCheck.values())
                .map(LintCheck::id)
                .filter(id -> !proven.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
        // These are not edits of one text and have tests of their own above.
        assertEquals(
                new TreeSet<>(Set.of(
                        "codelist.unused",
                        "layout.missing",
                        "layout.secret",
                        "lifecycle.guard-type",
                        "type.folder",
                        "type.list-name",
                        "type.name",
                        "type.unused")),
                unproven);
    }
}
