package org.tongcai.compiler.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * Runs the cases of a profile as {@code spec/technical/profiles.md} says: every document is judged by the standard and by the profile.
 * Not thread-safe.
 */
public final class ProfileCaseRunner {
    private final Standard core;
    private final Standard profile;
    private final Path directory;
    private final CaseDocuments documents;
    private final RuleCaseRunner rules;

    /**
     * A runner.
     *
     * @param core the standard without profiles
     * @param profile the standard with the profile
     * @param directory the directory of the profile
     * @param cases {@code spec/cases}, where the documents stand
     */
    public ProfileCaseRunner(Standard core, Standard profile, Path directory, Path cases) {
        this.core = core;
        this.profile = profile;
        this.directory = directory;
        this.documents = new CaseDocuments(cases, core.bundle());
        this.rules = new RuleCaseRunner(profile, cases);
    }

    /** Runs the cases of the profile's own rules, handing on each outcome. */
    public void rules(Consumer<CaseOutcome<RuleCase>> outcomes) throws IOException {
        for (RuleCase each : RuleCaseFiles.folder(directory.resolve("cases"))) {
            outcomes.accept(rules.run(each));
        }
    }

    /**
     * Runs the cases of its restrictions, handing on each outcome, with what was found with the profile. Throws if a file is missing or
     * damaged.
     */
    public void restrictions(Consumer<CaseOutcome<ProfileCase>> outcomes) throws IOException {
        for (ProfileCase each : ProfileCase.read(directory)) {
            List<CaseOutcome.Judged> judged = new ArrayList<>();
            for (Wire wire : Wire.values()) {
                byte[] document = documents.bytes(each.document(), wire);
                if (document != null) {
                    judged.add(judge(each, Slice.of(each.document().base(), document), wire));
                }
            }
            outcomes.accept(new CaseOutcome<>(each, judged));
        }
    }

    private CaseOutcome.Judged judge(ProfileCase each, Slice document, Wire wire) {
        DocumentReport byStandard = core.validate(document, ValidationOptions.DEFAULT);
        DocumentReport byProfile = profile.validate(document, ValidationOptions.DEFAULT);
        return new CaseOutcome.Judged(wire, problem(each, byStandard, byProfile), byProfile);
    }

    private static @Nullable Bilingual problem(ProfileCase each, DocumentReport standard, DocumentReport profile) {
        String wanted = each.finding();
        if (wanted == null) {
            return standard.findings().isEmpty() && profile.findings().isEmpty()
                    ? null
                    : new Bilingual("不应有任何问题", "there should be no finding");
        }
        List<Finding> findings = profile.findings();
        if (findings.size() != 1 || !isSame(each, findings.get(0))) {
            return new Bilingual("按规范应恰有一个问题，且为所列的一个", "with the profile there should be one finding, the one named");
        }
        Severity severity = findings.get(0).severity();
        return switch (each.standard()) {
            case ACCEPTS ->
                standard.findings().isEmpty()
                        ? null
                        : new Bilingual("只按标准不应有任何问题", "by the standard alone there should be no finding");
            case WARNS ->
                isOnly(each, standard) && standard.findings().get(0).severity() != severity
                        ? null
                        : new Bilingual("只按标准应有同一个较轻的问题", "by the standard alone the same should be found, milder");
            case REJECTS ->
                isOnly(each, standard) && standard.findings().get(0).severity() == severity
                        ? null
                        : new Bilingual("只按标准应有同一个问题", "by the standard alone the same should be found");
        };
    }

    private static boolean isOnly(ProfileCase each, DocumentReport report) {
        return report.findings().size() == 1 && isSame(each, report.findings().get(0));
    }

    private static boolean isSame(ProfileCase each, Finding finding) {
        return finding.ruleId().equals(each.finding()) && finding.pointer().equals(each.pointer());
    }
}
