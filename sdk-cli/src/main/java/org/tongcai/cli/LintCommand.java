package org.tongcai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tongcai.Severity;
import org.tongcai.compiler.lint.LintFinding;
import org.tongcai.compiler.lint.Linter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Judges a standard itself: its schemas, code lists, labels. */
@Command(name = "lint")
final class LintCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "DIR", descriptionKey = "spec", defaultValue = "spec")
    private Path directory = Path.of("spec");

    LintCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw Failure.usage("没有文件夹 " + directory, "no folder " + directory);
        }
        List<LintFinding> findings = Linter.lint(directory);
        StringBuilder text = new StringBuilder();
        for (LintFinding finding : findings) {
            text.append(finding.file() + ":" + finding.line() + ":" + finding.column())
                    .append("  ")
                    .append(finding.severity())
                    .append("  ")
                    .append(finding.id())
                    .append("  ")
                    .append(terminal.in(finding.message()))
                    .append('\n');
        }
        long errors =
                findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
        text.append(terminal.in(
                errors + " 个错误，" + (findings.size() - errors) + " 个提示\n",
                errors + " errors, " + (findings.size() - errors) + " other findings\n"));
        terminal.print(text);
        return errors > 0 ? Exit.REJECTED : Exit.ACCEPTED;
    }
}
