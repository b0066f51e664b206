package org.tongcai.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tongcai.examples.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the whole way: dirty price lists and published intentions to documents of the standard, validation, report. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            descriptionKey = "demo-output",
            defaultValue = "tongcai-demo")
    private Path directory = Path.of("tongcai-demo");

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw Failure.usage(directory + " 不是文件夹", directory + " is not a folder");
        }
        // That the demonstration's data has faults is the point of it, and no reason to fail.
        ByteArrayOutputStream summary = new ByteArrayOutputStream();
        try {
            Demo.run(directory, new PrintStream(summary, false, StandardCharsets.UTF_8), terminal.locale());
        } catch (IOException e) {
            throw Failure.unwritable(directory, e);
        }
        terminal.print(summary.toString(StandardCharsets.UTF_8));
        return Exit.ACCEPTED;
    }
}
