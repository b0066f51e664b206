package org.tongcai.compiler.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Severity;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.input.Slice;

/**
 * Runs the cases of the schemas against a standard: each must yield the verdict and exactly the errors that it names. Rules are not judged:
 * their cases are {@link RuleCaseRunner}'s, and a document made to break one constraint may well break rules, too. Not thread-safe.
 */
public final class CaseRunner {
    /**
     * The outcome of one case.
     *
     * @param testCase the case
     * @param passed whether the verdict and the errors were those expected, no more and no fewer
     * @param actual what was found
     */
    public record Outcome(TestCase testCase, boolean passed, DocumentReport actual) {}

    private static final ValidationOptions OPTIONS = ValidationOptions.DEFAULT.withStages(Set.of());

    private final CaseDocuments documents;
    private final Standard standard;
    private final Path directory;

    /** A runner for the cases of a directory laid out like {@code spec/cases}. */
    public CaseRunner(Standard standard, Path directory) {
        this.standard = standard;
        this.directory = directory;
        this.documents = new CaseDocuments(directory);
    }

    /** Runs all lists of cases ({@code testcases/*.json}) of the directory, handing on each outcome. Throws if a file is missing or damaged. */
    public void run(Consumer<Outcome> outcomes) throws IOException {
        List<Path> indexes;
        Path lists = directory.resolve(CaseFiles.LISTS);
        try (var files = Files.list(lists)) {
            indexes = files.filter(f -> f.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        if (indexes.isEmpty()) {
            throw new IOException("no list of cases in " + lists);
        }
        for (Path index : indexes) {
            for (TestCase testCase : CaseFiles.read(index)) {
                outcomes.accept(run(testCase));
            }
        }
    }

    /** Runs one case. */
    public Outcome run(TestCase testCase) throws IOException {
        byte[] document = document(testCase);
        DocumentReport report = standard.validate(Slice.of(testCase.base(), document), OPTIONS);
        List<TestCase.Expected> errors = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (finding.severity() == Severity.ERROR) {
                errors.add(new TestCase.Expected(finding.ruleId(), finding.layer(), finding.pointer()));
            }
        }
        boolean passed = errors.equals(testCase.expected()) && report.verdict() == testCase.verdict();
        return new Outcome(testCase, passed, report);
    }

    /** The document of a case: its base, or its base with the patch applied. */
    public byte[] document(TestCase testCase) throws IOException {
        return documents.bytes(testCase.base(), testCase.patch());
    }
}
