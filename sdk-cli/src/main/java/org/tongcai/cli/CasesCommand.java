package org.tongcai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import org.tongcai.compiler.cases.CaseOutcome;
import org.tongcai.compiler.cases.CaseRunner;
import org.tongcai.compiler.cases.CaseSet;
import org.tongcai.compiler.cases.LayoutCases;
import org.tongcai.compiler.cases.ProfileCase;
import org.tongcai.compiler.cases.ProfileCaseRunner;
import org.tongcai.compiler.cases.RuleCase;
import org.tongcai.compiler.cases.RuleCaseRunner;
import org.tongcai.compiler.cases.TestCase;
import org.tongcai.compiler.cases.XmlTwinFiles;
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

    @Option(names = "--xml", paramLabel = "DIR|FILE.zip", descriptionKey = "cases-xml")
    private @Nullable Path xml;

    private long run;
    private long failed;
    private long inXml;

    CasesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        run = 0;
        failed = 0;
        inXml = 0;
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
            if (xml != null) {
                int size = XmlTwinFiles.write(standard.bundle(), cases, xml);
                text.append(terminal.in("已写出 " + size + " 份 XML 单据\n", size + " documents in XML written\n"));
                terminal.print(text);
                return Exit.ACCEPTED;
            }
            if (rules == null) {
                new CaseRunner(standard, cases).run(outcome -> schema(outcome, text));
            }
            new RuleCaseRunner(standard, cases).run(this::wanted, outcome -> rule(outcome, text));
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
        text.append(terminal.in(
                run + " 个用例，其中 " + inXml + " 个也以 XML 判断\n", run + " cases, of which " + inXml + " also in XML\n"));
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
            runner.restrictions(outcome -> restriction(outcome, text));
            runner.rules(outcome -> rule(outcome, text));
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

    private boolean wanted(RuleCase each) {
        if (rules == null || rules.equals(ALL)) {
            return true;
        }
        String asked = rules.toUpperCase(Locale.ROOT);
        return each.rule().equals(asked) || each.rule().startsWith("GP-" + asked + "-");
    }

    /** Counts a case; whether it has failed. */
    private boolean isFailed(CaseOutcome<?> outcome) {
        run++;
        if (outcome.inXml()) {
            inXml++;
        }
        if (!outcome.passed()) {
            failed++;
        }
        return !outcome.passed();
    }

    private void restriction(CaseOutcome<ProfileCase> outcome, StringBuilder text) {
        if (isFailed(outcome)) {
            ProfileCase each = outcome.of();
            text.append(each.id()).append("  ").append(each.proves()).append("  ");
            text.append(each.document().base()).append('\n');
            failures(outcome, text);
        }
    }

    private void rule(CaseOutcome<RuleCase> outcome, StringBuilder text) {
        if (!isFailed(outcome)) {
            return;
        }
        RuleCase each = outcome.of();
        text.append(each.id()).append("  ").append(each.rule()).append("  ");
        text.append(each.document().base())
                .append("  ")
                .append(terminal.in(each.title()))
                .append('\n');
        if (each.fails()) {
            text.append("  - ").append(each.rule()).append(' ').append(each.pointer());
            text.append(' ')
                    .append(each.message() == null ? "" : each.message())
                    .append('\n');
        }
        failures(outcome, text);
    }

    private void schema(CaseOutcome<TestCase> outcome, StringBuilder text) {
        if (!isFailed(outcome)) {
            return;
        }
        text.append(outcome.of().id()).append("  ").append(outcome.of().base()).append('\n');
        for (TestCase.Expected expected : outcome.of().expected()) {
            text.append("  - ").append(expected.ruleId()).append(' ');
            text.append(expected.pointer()).append('\n');
        }
        failures(outcome, text);
    }

    /** What was not as expected, for each encoding where it was not. */
    private void failures(CaseOutcome<?> outcome, StringBuilder text) {
        for (CaseOutcome.Judged judged : outcome.failures()) {
            text.append("  ! ").append(judged.wire()).append("  ");
            text.append(terminal.in(Objects.requireNonNull(judged.problem()))).append('\n');
            for (Finding finding : judged.report().findings()) {
                text.append("  + ").append(finding.ruleId()).append(' ').append(finding.pointer());
                text.append(' ').append(finding.message().zh()).append('\n');
            }
            for (Skipped skipped : judged.report().skipped()) {
                if (skipped.ruleId() != null) {
                    text.append("  ? ").append(skipped.ruleId()).append(' ');
                    text.append(terminal.in(skipped.reason())).append('\n');
                }
            }
        }
    }
}
