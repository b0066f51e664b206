package org.tongcai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tongcai.Finding;
import org.tongcai.Severity;
import org.tongcai.Standard;
import org.tongcai.compiler.cases.CaseFiles;
import org.tongcai.compiler.cases.CaseGenerator;
import org.tongcai.compiler.cases.CaseRunner;
import org.tongcai.compiler.cases.CaseSet;
import org.tongcai.compiler.cases.LayoutCases;
import org.tongcai.compiler.cases.TestCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the test cases of the standard against the engine. */
@Command(name = "cases")
final class CasesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private StandardOption standardOption = new StandardOption();

    @Parameters(arity = "0..1", paramLabel = "DIR", descriptionKey = "cases", defaultValue = "spec/cases")
    private Path directory = Path.of("spec/cases");

    @Option(names = "--generate", descriptionKey = "cases-generate")
    private boolean generate;

    private long run;
    private long failed;

    CasesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        run = 0;
        failed = 0;
        if (!Files.isDirectory(directory)) {
            throw Failure.usage("没有文件夹 " + directory, "no folder " + directory);
        }
        Standard standard = standardOption.load();
        StringBuilder text = new StringBuilder();
        if (generate) {
            CaseSet set = new CaseGenerator(standard.bundle()).generate();
            CaseFiles.write(set, directory);
            LayoutCases.write(standard.bundle(), directory);
            int cases = set.cases().size();
            text.append(terminal.in("已写出 " + cases + " 个用例\n", cases + " cases written\n"));
        }
        try {
            new CaseRunner(standard, directory).run(outcome -> add(outcome, text));
        } catch (IOException e) {
            throw Failure.system("无法读取用例：" + Failure.detail(e), "cannot read the cases: " + Failure.detail(e), e);
        }
        text.append(run - failed).append(" passed, ").append(failed).append(" failed\n"); // read by tools: one wording
        terminal.print(text);
        return failed > 0 ? Exit.REJECTED : Exit.ACCEPTED;
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
