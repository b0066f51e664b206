package org.tongcai.compiler.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Severity;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.input.Slice;

/**
 * Runs the cases of the schemas against a standard: each must yield the verdict and exactly the errors that it names, written in JSON and
 * written in XML. Rules are not judged: their cases are {@link RuleCaseRunner}'s, and a document made to break one constraint may well
 * break rules, too. Not thread-safe.
 */
public final class CaseRunner {
    private static final ValidationOptions OPTIONS = ValidationOptions.DEFAULT.withStages(Set.of());

    private static final Bilingual UNEXPECTED =
            new Bilingual("判定或错误与预期不同", "the verdict or the errors are not those expected");

    private static final Comparator<TestCase.Expected> BY_PLACE =
            Comparator.comparing(TestCase.Expected::pointer).thenComparing(TestCase.Expected::ruleId);

    private final CaseDocuments documents;
    private final Standard standard;
    private final Path directory;

    /** A runner for the cases of a directory laid out like {@code spec/cases}. */
    public CaseRunner(Standard standard, Path directory) {
        this.standard = standard;
        this.directory = directory;
        this.documents = new CaseDocuments(directory, standard.bundle());
    }

    /** Runs all lists of cases ({@code testcases/*.json}) of the directory, handing on each outcome. Throws if a file is missing or damaged. */
    public void run(Consumer<CaseOutcome<TestCase>> outcomes) throws IOException {
        forEach(directory, testCase -> outcomes.accept(run(testCase)));
    }

    /** Takes cases. */
    interface Visitor {
        void visit(TestCase testCase) throws IOException;
    }

    /** All cases of a directory, one list after the other. */
    static void forEach(Path directory, Visitor visitor) throws IOException {
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
                visitor.visit(testCase);
            }
        }
    }

    /** Runs one case. */
    public CaseOutcome<TestCase> run(TestCase testCase) throws IOException {
        byte[] document = document(testCase);
        if (testCase.wire() == Wire.XML) {
            return new CaseOutcome<>(testCase, List.of(judged(testCase, document, Wire.XML)));
        }
        List<CaseOutcome.Judged> judged = new ArrayList<>();
        judged.add(judged(testCase, document, Wire.JSON));
        XmlTwin.Twin twin = documents.twin(document, testCase.documentType());
        if (twin.reason() != testCase.xml()) {
            Bilingual problem = new Bilingual(
                    "XML：用例写的是" + reason(testCase.xml()) + "，实为" + reason(twin.reason()),
                    "XML: the case says " + reason(testCase.xml()) + ", it is " + reason(twin.reason()));
            judged.add(new CaseOutcome.Judged(Wire.XML, problem, judged.get(0).report()));
        } else if (twin.xml() != null) {
            judged.add(judged(testCase, twin.xml(), Wire.XML));
        }
        return new CaseOutcome<>(testCase, judged);
    }

    private static String reason(@Nullable Inexpressible reason) {
        return reason == null ? "-" : reason.id();
    }

    private CaseOutcome.Judged judged(TestCase testCase, byte[] document, Wire wire) {
        DocumentReport report = standard.validate(Slice.of(testCase.base(), document), OPTIONS);
        List<TestCase.Expected> errors = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (finding.severity() == Severity.ERROR) {
                errors.add(new TestCase.Expected(finding.ruleId(), finding.layer(), finding.pointer()));
            }
        }
        List<TestCase.Expected> expected = new ArrayList<>(testCase.expected());
        if (wire != testCase.wire()) {
            // The twin has the order of the schema, the document may have another.
            errors.sort(BY_PLACE);
            expected.sort(BY_PLACE);
        }
        boolean passed = errors.equals(expected) && report.verdict() == testCase.verdict();
        return new CaseOutcome.Judged(wire, passed ? null : UNEXPECTED, report);
    }

    /** The document of a case as it is written: its base, or its base with the patch applied. */
    public byte[] document(TestCase testCase) throws IOException {
        return documents.bytes(testCase.base(), testCase.patch());
    }
}
