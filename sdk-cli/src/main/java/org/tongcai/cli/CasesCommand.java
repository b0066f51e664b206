package org.tongcai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcai.Finding;
import org.tongcai.Severity;
import org.tongcai.Skipped;
import org.tongcai.Standard;
import org.tongcai.bundle.BundleReader;
import org.tongcai.compiler.Compiler;
import org.tongcai.compiler.bundle.BundleWriter;
import org.tongcai.compiler.cases.CaseFiles;
import org.tongcai.compiler.cases.CaseGenerator;
import org.tongcai.compiler.cases.CaseRunner;
import org.tongcai.compiler.cases.CaseSet;
import org.tongcai.compiler.cases.LayoutCases;
import org.tongcai.compiler.cases.ProfileCase;
import org.tongcai.compiler.cases.ProfileCaseRunner;
import org.tongcai.compiler.cases.RuleCase;
import org.tongcai.compiler.cases.RuleCaseRunner;
import org.tongcai.compiler.cases.TestCase;
import org.tongcai.compiler.contradiction.Contradiction;
import org.tongcai.compiler.contradiction.ContradictionCheck;
import org.tongcai.compiler.profile.ProfileCompiler;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecProblem;
import org.tongcai.compiler.spec.SpecReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the test cases of the standard against the engine: those of the schemas, then those of the rules. */
@Command(name = "cases")
final class CasesCommand implements Callable<Integer> {
    /** Stands for the cases of all rules. */
    private static final String ALL = "*";

    private final Terminal terminal;

    @Mixin
    private StandardOption standardOption = new StandardOption();

    @Parameters(arity = "0..1", paramLabel = "DIR", descriptionKey = "cases")
    private @Nullable Path directory;

    @Option(names = "--generate", descriptionKey = "cases-generate")
    private boolean generate;

    @Option(names = "--spec", paramLabel = "DIR", descriptionKey = "cases-spec")
    private @Nullable Path spec;

    @Option(
            names = "--rules",
            arity = "0..1",
            fallbackValue = ALL,
            paramLabel = "SUBJECT|RULE-ID",
            descriptionKey = "cases-rules")
    private @Nullable String rules;

    private long run;
    private long failed;

    CasesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        run = 0;
        failed = 0;
        Path cases = directory != null ? directory : (spec == null ? Path.of("spec") : spec).resolve("cases");
        if (!Files.isDirectory(cases)) {
            throw Failure.usage("没有文件夹 " + cases, "no folder " + cases);
        }
        Standard standard = spec == null ? standardOption.load() : compile(spec);
        StringBuilder text = new StringBuilder();
        if (generate) {
            CaseSet set = new CaseGenerator(standard.bundle()).generate();
            CaseFiles.write(set, cases);
            LayoutCases.write(standard.bundle(), cases);
            int size = set.cases().size();
            text.append(terminal.in("已写出 " + size + " 个用例\n", size + " cases written\n"));
        }
        try {
            if (rules == null) {
                new CaseRunner(standard, cases).run(outcome -> add(outcome, text));
            }
            new RuleCaseRunner(standard, cases).run(this::wanted, outcome -> add(outcome, text));
            if (rules == null && standard.manifest().profiles().isEmpty()) {
                profiles(standard, cases, text);
            }
            if (ALL.equals(rules)) {
                contradictions(standard, cases, text);
            }
        } catch (IOException e) {
            throw Failure.system("无法读取用例：" + Failure.detail(e), "cannot read the cases: " + Failure.detail(e), e);
        }
        if (rules != null && run == 0) {
            throw Failure.usage("没有 " + rules + " 的规则用例", "no cases of rules for " + rules);
        }
        text.append(run - failed).append(" passed, ").append(failed).append(" failed\n"); // read by tools: one wording
        terminal.print(text);
        return failed > 0 ? Exit.REJECTED : Exit.ACCEPTED;
    }

    /** Counts as failed what no document can keep. Only where all cases are run: one subject alone proves nothing. */
    private void contradictions(Standard standard, Path cases, StringBuilder text) throws IOException {
        for (Contradiction contradiction :
                ContradictionCheck.run(standard, cases).contradictions()) {
            run++;
            failed++;
            text.append(terminal.in(contradiction.message())).append('\n');
        }
    }

    private Standard compile(Path directory) throws IOException {
        Compiler.Result result = Compiler.bundle(directory);
        if (result.succeeded()) {
            return Standard.of(BundleReader.fromMemory(result.files()));
        }
        StringBuilder faults = new StringBuilder();
        result.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .forEach(finding -> faults.append('\n').append(finding));
        throw Failure.usage("标准有错：" + faults, "the standard has faults:" + faults);
    }

    /** The cases of the profiles beside the folder of the cases: those compiled anew, else those that come with the command. */
    private void profiles(Standard standard, Path cases, StringBuilder text) throws IOException {
        Path root = spec != null ? spec : cases.toAbsolutePath().normalize().getParent();
        List<String> known = BundleReader.profiles(Standard.class.getClassLoader());
        for (Path directory : ProfileCompiler.profiles(root)) {
            String id = String.valueOf(directory.getFileName());
            if (spec == null && !known.contains(id)) {
                continue;
            }
            Standard profile = spec == null ? Standard.loadProfile(id) : compile(spec, directory);
            ProfileCaseRunner runner = new ProfileCaseRunner(standard, profile, directory, cases);
            runner.restrictions(outcome -> add(outcome, text));
            runner.rules(outcome -> add(outcome, text));
        }
    }

    private static Standard compile(Path root, Path directory) throws IOException {
        Spec core = SpecReader.read(root);
        SortedMap<String, byte[]> files = BundleWriter.files(core);
        ProfileCompiler.Result result = ProfileCompiler.compile(core, files, directory);
        if (!result.succeeded()) {
            SpecProblem first = result.problems().get(0);
            throw Failure.usage(
                    "规范有错：" + first.place() + " " + first.message().zh(),
                    "the profile has faults: " + first.place() + " "
                            + first.message().en());
        }
        files.putAll(result.files());
        return Standard.of(BundleReader.fromMemory(files));
    }

    private void add(ProfileCaseRunner.Outcome outcome, StringBuilder text) {
        run++;
        if (outcome.passed()) {
            return;
        }
        failed++;
        ProfileCase each = outcome.profileCase();
        text.append(each.id())
                .append("  ")
                .append(each.proves())
                .append("  ")
                .append(each.document().base());
        text.append("\n  ! ").append(terminal.in(outcome.problem())).append('\n');
        for (Finding finding : outcome.byProfile().findings()) {
            text.append("  + ")
                    .append(finding.ruleId())
                    .append(' ')
                    .append(finding.pointer())
                    .append('\n');
        }
    }

    private boolean wanted(RuleCase each) {
        if (rules == null || rules.equals(ALL)) {
            return true;
        }
        String asked = rules.toUpperCase(Locale.ROOT);
        return each.rule().equals(asked) || each.rule().startsWith("GP-" + asked + "-");
    }

    private void add(RuleCaseRunner.Outcome outcome, StringBuilder text) {
        run++;
        if (outcome.passed()) {
            return;
        }
        failed++;
        RuleCase each = outcome.ruleCase();
        text.append(each.id()).append("  ").append(each.rule()).append("  ");
        text.append(each.document().base()).append("  ").append(terminal.in(each.title()));
        text.append("\n  ! ").append(terminal.in(outcome.problem())).append('\n');
        if (each.fails()) {
            text.append("  - ").append(each.rule()).append(' ').append(each.pointer());
            text.append(' ')
                    .append(each.message() == null ? "" : each.message())
                    .append('\n');
        }
        for (Finding finding : outcome.actual().findings()) {
            text.append("  + ").append(finding.ruleId()).append(' ').append(finding.pointer());
            text.append(' ').append(finding.message().zh()).append('\n');
        }
        for (Skipped skipped : outcome.actual().skipped()) {
            if (skipped.ruleId() != null) {
                text.append("  ? ").append(skipped.ruleId()).append(' ');
                text.append(terminal.in(skipped.reason())).append('\n');
            }
        }
    }

    private void add(CaseRunner.Outcome outcome, StringBuilder text) {
        run++;
        if (outcome.passed()) {
            return;
        }
        failed++;
        text.append(outcome.testCase().id())
                .append("  ")
                .append(outcome.testCase().base())
                .append('\n');
        for (TestCase.Expected expected : outcome.testCase().expected()) {
            text.append("  - ")
                    .append(expected.ruleId())
                    .append(' ')
                    .append(expected.pointer())
                    .append('\n');
        }
        for (Finding finding : outcome.actual().findings()) {
            if (finding.severity() == Severity.ERROR) {
                text.append("  + ")
                        .append(finding.ruleId())
                        .append(' ')
                        .append(finding.pointer())
                        .append('\n');
            }
        }
    }
}
