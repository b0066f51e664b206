package org.tongcai.compiler.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Skipped;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.input.Slice;

/**
 * Runs the cases of rules as {@code spec/technical/rules.md} says: where a rule holds nothing at all may be found in the document and the
 * rule must have been judged; where it fails its finding must be the only one. Not thread-safe.
 */
public final class RuleCaseRunner {
    /**
     * The outcome of one case.
     *
     * @param ruleCase the case
     * @param problem what is not as expected; null where the case passed
     * @param actual what was found
     */
    public record Outcome(RuleCase ruleCase, @Nullable Bilingual problem, DocumentReport actual) {
        /** Whether all is as expected. */
        public boolean passed() {
            return problem == null;
        }
    }

    private final Standard standard;
    private final Path directory;
    private final CaseDocuments documents;

    /** A runner for the cases of a directory laid out like {@code spec/cases}. */
    public RuleCaseRunner(Standard standard, Path directory) {
        this.standard = standard;
        this.directory = directory;
        this.documents = new CaseDocuments(directory);
    }

    /** Runs the cases that are wanted, handing on each outcome. Throws if a file is missing or damaged. */
    public void run(Predicate<RuleCase> wanted, Consumer<Outcome> outcomes) throws IOException {
        for (RuleCase each : RuleCaseFiles.read(directory)) {
            if (wanted.test(each)) {
                outcomes.accept(run(each));
            }
        }
    }

    /** Runs one case. */
    public Outcome run(RuleCase each) throws IOException {
        byte[] document = bytes(each.document());
        ValidationOptions options = ValidationOptions.DEFAULT.withAsOf(each.asOf());
        DocumentReport report = standard.validate(Slice.of(each.document().base(), document), options);
        return new Outcome(each, each.fails() ? failing(each, report) : passing(each, report), report);
    }

    private byte[] bytes(RuleCase.Document document) throws IOException {
        try {
            return documents.bytes(document.base(), document.patch());
        } catch (IllegalArgumentException e) {
            throw new IOException(document.base() + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable Bilingual failing(RuleCase each, DocumentReport report) {
        List<Finding> findings = report.findings();
        if (findings.size() != 1 || !findings.get(0).ruleId().equals(each.rule())) {
            return new Bilingual("应恰有一个问题，且为本规则所报", "there should be one finding, that of the rule");
        }
        Finding finding = findings.get(0);
        if (!finding.pointer().equals(each.pointer())) {
            return new Bilingual("指针不符", "the pointer is another");
        }
        String message = each.message();
        if (message != null && !message.equals(finding.message().zh())) {
            return new Bilingual("说明文字不符", "the message is another");
        }
        return null;
    }

    private @Nullable Bilingual passing(RuleCase each, DocumentReport report) {
        if (!report.findings().isEmpty()) {
            return new Bilingual("不应有任何问题", "there should be no finding");
        }
        for (Skipped skipped : report.skipped()) {
            if (each.rule().equals(skipped.ruleId())) {
                return new Bilingual("本规则未作判定", "the rule was not judged");
            }
        }
        return null;
    }
}
