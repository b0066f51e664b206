package org.tongcai.compiler.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.tongcai.Verdict;
import org.tongcai.input.Slice;
import org.tongcai.rule.Facts;
import org.tongcai.rule.MemoryResolver;
import org.tongcai.rule.Resolver;

/**
 * Runs the cases of rules as {@code spec/technical/rules.md} says: where a rule holds nothing at all may be found in the document and the
 * rule must have been judged; where it fails its finding must be the only one. Not thread-safe.
 */
public final class RuleCaseRunner {
    private final Standard standard;
    private final Path directory;
    private final CaseDocuments documents;
    private final HeldRules held;

    /** A runner for the cases of a directory laid out like {@code spec/cases}. */
    public RuleCaseRunner(Standard standard, Path directory) {
        this.standard = standard;
        this.directory = directory;
        this.documents = new CaseDocuments(directory, standard.bundle());
        this.held = new HeldRules(standard.bundle());
    }

    /** Runs the cases that are wanted, handing on each outcome. Throws if a file is missing or damaged. */
    public void run(Predicate<RuleCase> wanted, Consumer<CaseOutcome<RuleCase>> outcomes) throws IOException {
        for (RuleCase each : RuleCaseFiles.read(directory)) {
            if (wanted.test(each)) {
                outcomes.accept(run(each));
            }
        }
    }

    /** Runs one case, written in JSON and, where that can be, in XML. One whose documents cannot be made has failed. */
    public CaseOutcome<RuleCase> run(RuleCase each) {
        List<CaseOutcome.Judged> judged = new ArrayList<>();
        for (Wire wire : Wire.values()) {
            try {
                byte[] document = documents.bytes(each.document(), wire);
                if (document != null) {
                    judged.add(judge(each, Slice.of(each.document().base(), document), wire));
                }
            } catch (IOException e) {
                judged.add(unmade(each, wire, String.valueOf(e.getMessage())));
            }
        }
        return new CaseOutcome<>(each, judged);
    }

    private static CaseOutcome.Judged unmade(RuleCase each, Wire wire, String why) {
        return new CaseOutcome.Judged(
                wire,
                new Bilingual("用例做不出来：" + why, "the case cannot be made: " + why),
                new DocumentReport(each.document().base(), 0, null, null, Verdict.UNDETERMINED, List.of(), 0));
    }

    private CaseOutcome.Judged judge(RuleCase each, Slice document, Wire wire) throws IOException {
        MemoryResolver others = standard.newResolver();
        for (RuleCase.Document other : each.with()) {
            byte[] bytes = documents.bytes(other, wire);
            Facts facts = bytes == null ? null : standard.facts(Slice.of(other.base(), bytes));
            if (facts == null) {
                throw new IOException(each.id() + ": " + other.base() + " is no document of the standard");
            }
            others.add(facts);
        }
        ValidationOptions options =
                ValidationOptions.DEFAULT.withAsOf(each.asOf()).withResolver(others);
        DocumentReport report = standard.validate(document, options);
        Bilingual problem = each.fails() ? failing(each, report) : passing(each, report, document, others);
        return new CaseOutcome.Judged(wire, problem, report);
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

    private @Nullable Bilingual passing(RuleCase each, DocumentReport report, Slice document, Resolver others) {
        if (!report.findings().isEmpty()) {
            return new Bilingual("不应有任何问题", "there should be no finding");
        }
        for (Skipped skipped : report.skipped()) {
            if (each.rule().equals(skipped.ruleId())) {
                return new Bilingual("本规则未作判定", "the rule was not judged");
            }
        }
        Facts facts = standard.facts(document);
        if (facts == null || !held.of(facts, each.asOf(), others).contains(each.rule())) {
            return new Bilingual(
                    "本规则不适用（when 不成立或尚未生效）", "the rule does not apply (when is false, or it is not in force)");
        }
        return null;
    }
}
