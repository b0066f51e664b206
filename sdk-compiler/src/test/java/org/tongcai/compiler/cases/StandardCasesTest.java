package org.tongcai.compiler.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.DocumentReport;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.Verdict;
import org.tongcai.bundle.Bundle;
import org.tongcai.compiler.WholeStandard;
import org.tongcai.compiler.contradiction.ContradictionCheck;
import org.tongcai.input.Slice;
import org.tongcai.rule.Facts;
import org.tongcai.rule.MemoryResolver;

/** The standard's own cases: each broken constraint yields exactly the one error that the definitions foretell. */
class StandardCasesTest {
    /** One in so many of them; {@code ./tongcai cases} runs them all. */
    private static final int EVERY = Integer.getInteger("cases.every", 3);

    private static final Path SPEC = WholeStandard.SPEC;

    private static final String REMEDY = "run ./tongcai cases --generate";

    private static Bundle bundle;
    private static CaseSet generated;

    @BeforeAll
    static void compile() {
        bundle = WholeStandard.bundle();
        generated = WholeStandard.cases();
    }

    @Test
    void casesYieldExactlyTheirErrors(@TempDir Path cases) throws IOException {
        CaseFiles.write(generated, cases);
        CaseRunner runner = new CaseRunner(Standard.of(bundle), cases);
        List<String> failures = new ArrayList<>();
        int[] count = {0};
        CaseRunner.forEach(cases, testCase -> {
            if (count[0]++ % EVERY != 0) {
                return;
            }
            CaseOutcome<TestCase> outcome = runner.run(testCase);
            if (!outcome.passed()) {
                failures.add(
                        testCase.id() + "\n   expected " + testCase.expected() + "\n   found    " + outcome.failures());
            }
        });
        assertTrue(
                failures.isEmpty(),
                () -> failures.size() + " of " + count[0] / EVERY + " cases failed\n" + String.join("\n", failures));
        assertTrue(count[0] > 20_000, () -> "only " + count[0] + " cases");
    }

    /** Raw bytes that no generator of documents makes. Every file belongs to a case. */
    @Test
    void casesWrittenByHandYieldExactlyTheirErrors() throws IOException {
        Path directory = SPEC.resolve("cases");
        CaseRunner runner = new CaseRunner(Standard.of(bundle), directory);
        List<String> failures = new ArrayList<>();
        Set<String> documents = new HashSet<>();
        List<TestCase> cases = new ArrayList<>(CaseFiles.read(directory.resolve("testcases/syntax.json")));
        cases.addAll(CaseFiles.read(directory.resolve("testcases/xml-syntax.json")));
        for (TestCase testCase : cases) {
            CaseOutcome<TestCase> outcome = runner.run(testCase);
            documents.add(testCase.base());
            if (!outcome.passed()) {
                failures.add(testCase.id() + "\n   expected " + testCase.verdict() + " " + testCase.expected()
                        + "\n   found    " + outcome.failures());
            }
        }
        assertTrue(failures.isEmpty(), () -> String.join("\n", failures));
        try (Stream<Path> files = Files.list(directory.resolve("syntax"))) {
            List<String> unused = files.map(file -> "syntax/" + file.getFileName())
                    .filter(file -> !documents.contains(file))
                    .toList();
            assertEquals(List.of(), unused);
        }
    }

    @Test
    void publishedCasesAreThoseOfTheDefinitions() throws IOException {
        for (Map.Entry<String, String> file : CaseFiles.texts(generated).entrySet()) {
            Path published = SPEC.resolve("cases").resolve(file.getKey());
            assertTrue(Files.exists(published), () -> published + " is missing; " + REMEDY);
            assertEquals(file.getValue(), Files.readString(published), () -> published + " has drifted; " + REMEDY);
        }
        assertEquals(List.of(), CaseFiles.leftOver(generated, SPEC.resolve("cases")), REMEDY);
    }

    @Test
    void caseIdsAreUnique() {
        Set<String> ids = new HashSet<>();
        List<String> twice = generated.cases().stream()
                .map(TestCase::id)
                .filter(id -> !ids.add(id))
                .toList();
        assertEquals(List.of(), twice);
    }

    /** By all rules, with one another to refer to. */
    @Test
    void nothingIsFoundInRealisticExamples() throws IOException {
        Standard standard = Standard.of(bundle);
        MemoryResolver all = standard.newResolver();
        List<Path> files;
        try (Stream<Path> listed = Files.list(SPEC.resolve("cases/examples"))) {
            files = listed.sorted().toList();
        }
        for (Path file : files) {
            Facts facts = standard.facts(Slice.of("-", Files.readAllBytes(file)));
            assertNotNull(facts, file.toString());
            all.add(facts);
        }
        ValidationOptions options = ValidationOptions.DEFAULT.withResolver(all);
        for (Path file : files) {
            DocumentReport report = standard.validate(Files.readAllBytes(file), options);
            assertEquals(List.of(), report.findings(), file::toString);
            assertEquals(Verdict.ACCEPTED, report.verdict(), () -> file + " " + report.skipped());
        }
    }

    @Test
    void everyCaseOfARuleYieldsExactlyItsFinding() throws IOException {
        List<String> failures = new ArrayList<>();
        int[] count = {0};
        new RuleCaseRunner(Standard.of(bundle), SPEC.resolve("cases")).run(each -> true, outcome -> {
            count[0]++;
            if (!outcome.passed()) {
                failures.add(outcome.of().id() + " " + outcome.of().rule() + "\n   found " + outcome.failures());
            }
        });
        assertTrue(
                failures.isEmpty(),
                () -> failures.size() + " of " + count[0] + " cases failed; ./tongcai cases --rules\n"
                        + String.join("\n", failures));
    }

    /** For each document type there are documents that keep its rules; no two of them contradict each other. */
    @Test
    void rulesDoNotContradictEachOther() throws IOException {
        ContradictionCheck.Result result = ContradictionCheck.run(Standard.of(bundle), SPEC.resolve("cases"));
        assertEquals(List.of(), result.contradictions());
        assertTrue(result.together() > 10_000, result::toString);
        assertTrue(result.unseen().size() * 10 < result.rules(), result::toString);
    }
}
