package org.tongcai.compiler.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.Bilingual;
import org.tongcai.Standard;
import org.tongcai.bundle.BundleReader;
import org.tongcai.compiler.Compiler;
import org.tongcai.compiler.rules.RuleSpec;

/** A case passes only where exactly what it says comes of it. */
class RuleCaseRunnerTest {
    private static final String PASS = """
            {"rule": "GP-AWARD-001", "expect": "pass", "title": {"zh": "", "en": ""}, "base": "examples/awardNotice.json"%s}""";
    private static final String FAIL = """
            {"rule": "GP-AWARD-001", "expect": "fail", "title": {"zh": "", "en": ""}, "base": "examples/awardNotice.json",
             "patch": [{"op": "replace", "path": "/lots/0/price/total/amount", "value": "5000000"}%s], "pointer": "%s"%s}""";

    @TempDir
    private static Path spec;

    private static Standard standard;

    @BeforeAll
    static void compile() throws IOException {
        RuleSpec.copy(spec);
        standard = Standard.of(BundleReader.fromMemory(Compiler.bundle(spec).files()));
    }

    @Test
    void casesOfTheMiniStandardPass() throws IOException {
        List<String> problems = new ArrayList<>();
        new RuleCaseRunner(standard, spec.resolve("cases")).run(each -> true, outcome -> {
            if (!outcome.passed()) {
                problems.add(outcome.of().id() + " " + outcome.failures());
            }
        });
        assertEquals(List.of(), problems);
    }

    @Test
    void whatIsNotAsExpectedIsTold(@TempDir Path cases) throws IOException {
        String pointer = "/lots/0/price";
        assertEquals("", problem(cases, PASS.formatted("")));
        assertEquals("", problem(cases, FAIL.formatted("", pointer, "")));
        assertEquals("指针不符", problem(cases, FAIL.formatted("", "/lots", "")));
        assertEquals("说明文字不符", problem(cases, FAIL.formatted("", pointer, ",\"message\":\"太贵\"")));
        String second = ",{\"op\":\"replace\",\"path\":\"/header/documentId\",\"value\":\"X\"}";
        assertEquals("应恰有一个问题，且为本规则所报", problem(cases, FAIL.formatted(second, pointer, "")));
        assertEquals("不应有任何问题", problem(cases, PASS.formatted(",\"patch\":[" + second.substring(1) + "]")));
        String closed = ",\"patch\":[{\"op\":\"replace\",\"path\":\"/method\",\"value\":\"INVITED\"}]";
        assertTrue(problem(cases, PASS.formatted(closed)).startsWith("本规则不适用"));
        assertTrue(problem(cases, PASS.formatted(",\"asOf\":\"2014-12-31\"")).startsWith("本规则不适用"));
        String impossible = ",\"patch\":[{\"op\":\"remove\",\"path\":\"/nothing\"}]";
        assertTrue(problem(cases, PASS.formatted(impossible)).startsWith("用例做不出来"));
    }

    @Test
    void aRuleWhoseDocumentsAreMissingWasNotJudged(@TempDir Path cases) throws IOException {
        String alone = """
                {"rule": "GP-AWARD-002", "expect": "pass", "title": {"zh": "", "en": ""}, "base": "examples/contract.json", "asOf": "2019-12-01"}""";
        assertEquals("本规则未作判定", problem(cases, alone));
    }

    @Test
    void casesThatAreNotUnderstoodAreRefused(@TempDir Path cases) {
        for (String wrong : List.of(
                PASS.formatted(",\"pointer\":\"\""),
                PASS.formatted(",\"asof\":\"2019-12-01\""),
                PASS.formatted(",\"asOf\":\"2019-02-30\""),
                PASS.replace("\"pass\"", "\"maybe\"").formatted(""))) {
            assertThrows(IOException.class, () -> problem(cases, wrong), wrong);
        }
    }

    /** The Chinese problem of one case; "" where it passed. */
    private static String problem(Path cases, String json) throws IOException {
        Path folder = Files.createDirectories(cases.resolve(RuleCaseFiles.FOLDER));
        Files.writeString(folder.resolve("test.json"), "{\"cases\": [" + json + "]}");
        Path examples = Files.createDirectories(cases.resolve("examples"));
        for (String name : List.of("awardNotice.json", "contract.json")) {
            Files.writeString(examples.resolve(name), Files.readString(spec.resolve("cases/examples/" + name)));
        }
        List<CaseOutcome<RuleCase>> outcomes = new ArrayList<>();
        new RuleCaseRunner(standard, cases).run(each -> true, outcomes::add);
        assertEquals(1, outcomes.size());
        if (outcomes.get(0).passed()) {
            return "";
        }
        Bilingual problem = outcomes.get(0).failures().get(0).problem();
        assertNotNull(problem);
        return problem.zh();
    }
}
