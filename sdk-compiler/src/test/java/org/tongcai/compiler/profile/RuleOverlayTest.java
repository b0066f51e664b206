package org.tongcai.compiler.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.compiler.MiniSpec;
import org.tongcai.compiler.rules.RuleSpec;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecReader;

/** Rules may become stricter and more; whatever would make the standard laxer, or rule outside of the profile, is refused where it stands. */
class RuleOverlayTest {
    private static final String HEAD = """
            {"id": "cn-11", "version": "0.1.0", "title": {"zh": "示例规范", "en": "Example profile"},
             "description": {"zh": "仅供测试。", "en": "For tests only."}, "owner": {"zh": "示例市财政局", "en": "Example finance bureau"},
             "editions": ["0.1"], "regions": ["11"], "sources": [{"id": "CN-11-LAW", "document": "示例办法"}],
            """;

    private static final String LIMIT = "{\"value\": \"%s\", \"region\": \"%s\", \"from\": \"%s\", \"source\": "
            + "[\"CN-11-LAW#第一条\"], \"confidence\": \"known\"}";

    private static final String EXTENSION = "{\"name\": \"grade\", \"rule\": [\"GP-11-101\"], \"on\": [\"contract\"], "
            + "\"title\": {\"zh\": \"等级\", \"en\": \"Grade\"}, \"category\": \"REGIONAL\", \"critical\": false, "
            + "\"value\": {\"maxLength\": 5}, \"source\": [\"CN-11-LAW\"], \"confidence\": \"proposed\", "
            + "\"effective\": {\"from\": \"2026-01-01\"}}";

    private static final String OWN = """
            {"subject": "11", "title": {"zh": "示例", "en": "Example"}, "rules": [
             {"id": "GP-11-001", "title": {"zh": "月份应当填写", "en": "The month is stated"}, "appliesTo": ["contract"], "stage": "rules",
              "severity": "warning", "confidence": "proposed",
              "assert": "has(doc.month)",
              "target": "doc", "message": {"zh": "没有月份", "en": "No month"}, "fix": {"zh": "补充月份", "en": "State the month"},
              "source": ["CN-11-LAW"], "effective": {"from": "2026-01-01"}}]}
            """;

    /** Every rule needs its cases, those of extensions, too. */
    private static final String CASES = """
            {"cases": [
             {"rule": "GP-11-001", "expect": "pass", "title": {"zh": "有月份", "en": "Stated"}, "base": "examples/contract.json",
              "patch": [{"op": "add", "path": "/month", "value": "2026-03"}]},
             {"rule": "GP-11-001", "expect": "fail", "title": {"zh": "没有月份", "en": "Not stated"}, "base": "examples/contract.json",
              "patch": [], "pointer": ""}%s]}
            """;

    private static final String EXTENSION_CASES = """
            ,
             {"rule": "GP-11-101", "expect": "pass", "title": {"zh": "不长", "en": "Short"}, "base": "examples/contract.json", "patch": []},
             {"rule": "GP-11-101", "expect": "fail", "title": {"zh": "过长", "en": "Long"}, "base": "examples/contract.json", "patch": [],
              "pointer": "/extensions/0"}""";

    @TempDir
    static Path directory;

    private static Spec core;

    @BeforeAll
    static void copyTheStandard() throws IOException {
        Path spec = RuleSpec.copy(directory.resolve("spec"));
        MiniSpec.edit(
                spec,
                "business/schemas/contracts/Contract.schema.json",
                "\"properties\": {",
                "\"properties\": {\"extensions\": {\"title\": \"扩展\", \"description\": \"扩展。\", \"x-termId\": \"GP-0260\", "
                        + "\"type\": \"array\", \"items\": {\"$ref\": \"../common/Extension.schema.json\"}, \"minItems\": 1, "
                        + "\"maxItems\": 9, \"x-notation\": \"list\", \"x-source\": [\"law\"]},");
        StringBuilder extension =
                new StringBuilder("{\"$schema\": \"https://tongcai.org/dialect/1\", \"title\": \"扩展项\", "
                        + "\"description\": \"扩展项。\", \"x-termId\": \"GP-0270\", \"x-source\": [\"law\"], \"type\": \"object\", "
                        + "\"required\": [\"namespace\", \"name\", \"category\", \"critical\"], \"properties\": {");
        int term = 271;
        for (String name : List.of("namespace", "name", "category", "value")) {
            extension.append(
                    "\"" + name + "\": {\"title\": \"" + name + "\", \"description\": \"" + name
                            + "\", \"x-termId\": \"GP-0" + term++
                            + "\", \"type\": \"string\", \"maxLength\": 99, \"x-notation\": \"s..99\", \"x-source\": [\"law\"]},");
        }
        extension.append("\"critical\": {\"title\": \"关键\", \"description\": \"关键。\", \"x-termId\": \"GP-0" + term
                + "\", \"type\": \"boolean\", \"x-notation\": \"bool\", \"x-source\": [\"law\"]}}}");
        Files.writeString(spec.resolve("business/schemas/common/Extension.schema.json"), extension);
        core = SpecReader.read(spec);
    }

    /** What a profile says in its fifth line, the check that must refuse it, and the text at the column that it names. */
    record Refusal(String title, String id, String body, String there) {}

    private static Refusal rule(String title, String id, String restriction, String there) {
        return new Refusal(title, id, "\"rules\": {\"GP-AWARD-001\": {" + restriction + "}}}", there);
    }

    private static Refusal limit(String title, String id, String value, String region, String from) {
        String body = "\"limits\": {\"ceiling\": [" + LIMIT.formatted(value, region, from) + "]}}";
        return new Refusal(title, id, body, "{\"value\"");
    }

    private static Refusal extension(String title, String id, String was, String is, String there) {
        if (!EXTENSION.contains(was)) {
            throw new IllegalArgumentException(was);
        }
        return new Refusal(title, id, "\"extensions\": [" + EXTENSION.replace(was, is) + "]}", there);
    }

    private static final List<Refusal> REFUSALS = List.of(
            rule("laxer figure", "profile.weaker", "\"parameters\": {\"share\": \"0.96\"}", "\"share\""),
            rule("laxer figure, upwards", "profile.weaker", "\"parameters\": {\"least\": 0}", "\"least\""),
            rule("figure that is none", "profile.form", "\"parameters\": {\"least\": \"many\"}", "\"least\""),
            rule("unknown parameter", "profile.unknown", "\"parameters\": {\"most\": 3}", "\"most\""),
            rule("milder severity", "profile.weaker", "\"severity\": \"warning\"", "\"severity\""),
            rule("unknown severity", "profile.form", "\"severity\": \"fatal\"", "\"severity\""),
            rule("switched off", "profile.weaker", "\"effective\": {\"to\": \"2025-12-31\"}", "\"effective\""),
            rule("another condition", "profile.weaker", "\"when\": \"false\"", "\"when\""),
            rule("another assertion", "profile.weaker", "\"assert\": \"true\"", "\"assert\""),
            rule("fewer documents", "profile.weaker", "\"appliesTo\": []", "\"appliesTo\""),
            rule("another title", "profile.weaker", "\"title\": {\"zh\": \"无\"}", "\"title\""),
            rule(
                    "confidence of its own without a source",
                    "profile.form",
                    "\"confidence\": \"found\"",
                    "\"confidence\""),
            new Refusal("unknown rule", "profile.unknown", "\"rules\": {\"GP-AWARD-099\": {}}}", "\"GP-AWARD-099\""),
            limit("laxer than the country", "profile.weaker", "4100000", "1101", "2021-01-01"),
            limit("laxer than its own region", "profile.weaker", "3500000", "1101", "2021-01-01"),
            limit("laxer in part of the time", "profile.weaker", "2500000", "1101", "2018-01-01"),
            limit("of another region", "profile.namespace", "1000000", "53", "2021-01-01"),
            limit("of the whole country", "profile.namespace", "1000000", "", "2021-01-01"),
            limit("figure that is none", "profile.form", "viel", "1101", "2021-01-01"),
            new Refusal("unknown limit", "profile.unknown", "\"limits\": {\"floor\": []}}", "\"floor\""),
            extension("without category", "profile.form", "\"category\": \"REGIONAL\", ", "", "{\"name\""),
            extension("without critical", "profile.form", "\"critical\": false, ", "", "{\"name\""),
            extension(
                    "critical is no flag", "profile.form", "\"critical\": false", "\"critical\": \"no\"", "{\"name\""),
            extension("without rule id", "profile.form", "[\"GP-11-101\"]", "[]", "\"rule\""),
            extension(
                    "required without second id",
                    "profile.form",
                    "\"value\"",
                    "\"required\": true, \"value\"",
                    "\"rule\""),
            extension("no name", "profile.form", "\"grade\"", "\"Grade!\"", "\"name\""),
            extension("unknown member", "profile.form", "\"value\"", "\"default\": \"A\", \"value\"", "\"default\""),
            extension("type without extensions", "profile.unknown", "[\"contract\"]", "[\"awardNotice\"]", "\"on\""),
            extension("unknown type", "profile.unknown", "[\"contract\"]", "[\"bid\"]", "\"on\""),
            extension("on nothing", "profile.form", "[\"contract\"]", "[]", "\"on\""),
            extension(
                    "unknown code list",
                    "profile.unknown",
                    "\"maxLength\": 5",
                    "\"codeList\": \"cn-11-grade\"",
                    "\"codeList\""));

    @TestFactory
    Stream<DynamicTest> whatWouldWeakenTheRulesIsRefusedWhereItStands() {
        return REFUSALS.stream()
                .map(refusal -> DynamicTest.dynamicTest(refusal.title(), () -> {
                    ProfileCompiler.Result result = compile(refusal.body(), null);
                    assertEquals(
                            1, result.problems().size(), () -> result.problems().toString());
                    assertEquals(refusal.id(), result.problems().get(0).id());
                    assertEquals(
                            "cn-11/profile.json",
                            result.problems().get(0).place().file());
                    assertEquals(4, result.problems().get(0).place().line());
                    String there = refusal.body()
                            .substring(result.problems().get(0).place().column() - 1);
                    assertTrue(there.startsWith(refusal.there()), there);
                    assertTrue(result.files().isEmpty());
                }));
    }

    /** What is wrong with a rule of its own, the check, its line and column. */
    record OwnFault(String id, String was, String is, String place) {}

    private static final List<OwnFault> OWN_FAULTS = List.of(
            new OwnFault("profile.namespace", "\"subject\": \"11\"", "\"subject\": \"AWARD\"", "1:2"),
            new OwnFault("rule.id", "GP-11-001", "GP-AWARD-001", "2:3"),
            new OwnFault("rule.expression", "has(doc.month)", "doc.supplierCode == 3", "4:31"),
            new OwnFault("rule.expression", "has(doc.month)", "has(doc.moon)", "4:17"),
            new OwnFault("rule.unguarded", "has(doc.month)", "doc.month != ''", "4:17"),
            new OwnFault("rule.severity", "\"warning\"", "\"error\"", "3:3"),
            new OwnFault("rule.source", "CN-11-LAW", "CN-12-LAW", "6:14"));

    @TestFactory
    Stream<DynamicTest> rulesOfItsOwnAreCheckedLikeAllOthers() {
        return OWN_FAULTS.stream()
                .map(fault -> DynamicTest.dynamicTest(fault.id() + " " + fault.is(), () -> {
                    assertTrue(OWN.contains(fault.was()));
                    ProfileCompiler.Result result = compile("\"types\": {}}", OWN.replace(fault.was(), fault.is()));
                    assertTrue(
                            result.problems().stream()
                                    .anyMatch(problem -> problem.id().equals(fault.id())
                                            && problem.place()
                                                    .toString()
                                                    .equals("cn-11/rules/11.json:" + fault.place())),
                            () -> result.problems().toString());
                    assertTrue(result.files().isEmpty());
                }));
    }

    @Test
    void whatIsStricterBecomesPartOfTheBundle() throws IOException {
        String profile =
                "\"rules\": {\"GP-AWARD-001\": {\"parameters\": {\"share\": \"0.90\", \"least\": 1}, \"source\": "
                        + "[\"CN-11-LAW#第二条\"]}}, \"limits\": {\"ceiling\": ["
                        + LIMIT.formatted("2900000", "1101", "2021-01-01")
                        + "]}, \"extensions\": [" + EXTENSION + "]}";
        ProfileCompiler.Result result = compile(profile, OWN);
        assertEquals(List.of(), result.problems());
        String notices = text(result, "rules/awardNotice.json");
        assertTrue(notices.contains("\"value\":\"0.90\""), notices);
        assertTrue(notices.indexOf("示例办法") < notices.indexOf("中华人民共和国政府采购法"), "what the profile cites stands first");
        String contracts = text(result, "rules/contract.json");
        assertTrue(contracts.contains("GP-11-001") && contracts.contains("GP-11-101"), contracts);
        assertTrue(text(result, "limits.json").contains("2900000"));
    }

    @Test
    void aSourceOfItsOwnMayRaiseTheConfidence() throws IOException {
        String rule = "\"rules\": {\"GP-AWARD-002\": {\"severity\": \"error\"";
        ProfileCompiler.Result without = compile(rule + "}}}", null);
        assertEquals("rule.severity", without.problems().get(0).id());
        ProfileCompiler.Result with =
                compile(rule + ", \"confidence\": \"found\", \"source\": [\"CN-11-LAW#第三条\"]}}}", null);
        assertEquals(List.of(), with.problems());
    }

    @Test
    void aProfileBelowMakesTheRulesOfTheOneAboveStricterOnly() throws IOException {
        compile("\"rules\": {\"GP-AWARD-001\": {\"parameters\": {\"share\": \"0.90\"}}}}", OWN);
        String city = HEAD.replace("\"cn-11\"", "\"cn-1101\", \"extends\": \"cn-11\"")
                .replace("\"CN-11-LAW\"", "\"CN-1101-LAW\"")
                .replace("[\"11\"]", "[\"1101\"]");
        Path profile = Files.createDirectories(directory.resolve("cn-1101"));
        Path file = profile.resolve("profile.json");
        Files.writeString(file, city + "\"rules\": {\"GP-AWARD-001\": {\"parameters\": {\"share\": \"0.92\"}}}}");
        assertEquals(
                "profile.weaker",
                ProfileCompiler.compile(core, profile).problems().get(0).id());
        Files.writeString(file, city + "\"rules\": {\"GP-11-001\": {\"severity\": \"info\"}}}");
        assertEquals(
                "profile.weaker",
                ProfileCompiler.compile(core, profile).problems().get(0).id());
        Files.writeString(file, city + "\"rules\": {\"GP-AWARD-001\": {\"parameters\": {\"share\": \"0.85\"}}}}");
        ProfileCompiler.Result result = ProfileCompiler.compile(core, profile);
        assertEquals(List.of(), result.problems());
        assertTrue(text(result, "rules/awardNotice.json").contains("\"value\":\"0.85\""));
        assertTrue(text(result, "rules/contract.json").contains("GP-11-001"));
    }

    private static String text(ProfileCompiler.Result result, String file) {
        return new String(result.files().get(file), StandardCharsets.UTF_8);
    }

    private ProfileCompiler.Result compile(String body, @Nullable String own) throws IOException {
        Path profile = Files.createDirectories(directory.resolve("cn-11"));
        Files.writeString(profile.resolve("profile.json"), HEAD + body);
        Path rules = profile.resolve("rules/11.json");
        Files.deleteIfExists(rules);
        Files.deleteIfExists(profile.resolve("cases/11.json"));
        if (own != null) {
            Files.createDirectories(rules.getParent());
            Files.writeString(rules, own);
            Files.createDirectories(profile.resolve("cases"));
            Files.writeString(
                    profile.resolve("cases/11.json"),
                    CASES.formatted(body.contains("extensions") ? EXTENSION_CASES : ""));
        }
        return ProfileCompiler.compile(core, profile);
    }
}
