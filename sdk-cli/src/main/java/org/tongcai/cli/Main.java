package org.tongcai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where the command starts. */
public final class Main {
    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofProcess(Language.of(arguments, System.getenv()));
        System.exit(run(terminal, arguments));
    }

    /** Runs the command and returns its exit code. */
    static int run(Terminal terminal, String... arguments) {
        StringWriter help = new StringWriter();
        CommandLine command = commandLine(terminal)
                .setOut(new PrintWriter(help))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        int exit = command.execute(arguments);
        try {
            if (help.getBuffer().length() > 0) {
                terminal.print(help.getBuffer());
            }
            terminal.out().flush();
        } catch (IOException e) {
            return report(terminal, e);
        }
        return exit;
    }

    private static CommandLine commandLine(Terminal terminal) {
        CommandLine command = new CommandLine(new Tongcai())
                .addSubcommand(new ValidateCommand(terminal))
                .addSubcommand(new ExplainCommand(terminal))
                .addSubcommand(new CodesCommand(terminal))
                .addSubcommand(new IdCommand(terminal))
                .addSubcommand(new LintCommand(terminal));
        IExecutionExceptionHandler onFailure = (e, c, r) -> report(terminal, e);
        return command.setResourceBundle(texts(terminal.locale()))
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(onFailure)
                .setParameterExceptionHandler((e, a) -> wrongUsage(terminal, e));
    }

    private static int wrongUsage(Terminal terminal, ParameterException e) {
        CommandLine command = e.getCommandLine();
        if (e.getClass() == ParameterException.class
                && !command.getSubcommands().isEmpty()) {
            command.usage(terminal.err());
            return Exit.USAGE;
        }
        String zh = e instanceof UnmatchedArgumentException unmatched
                ? "未知参数：" + String.join(" ", unmatched.getUnmatched())
                : e instanceof MissingParameterException ? "缺少参数：" + e.getMessage() : "用法错误：" + e.getMessage();
        terminal.err().println(terminal.in(zh, e.getMessage()));
        String name = command.getCommandSpec().qualifiedName();
        terminal.err().println(terminal.in("用法见 " + name + " --help", "See " + name + " --help"));
        return Exit.USAGE;
    }

    private static int report(Terminal terminal, Exception e) {
        if (e instanceof Failure failure) {
            terminal.err().println("tongcai: " + terminal.in(failure.text()));
            return failure.exit();
        }
        IOException io = e instanceof IOException direct
                ? direct
                : e instanceof UncheckedIOException unchecked ? unchecked.getCause() : null;
        if (io != null && isBrokenPipe(io)) {
            // The reader has seen enough; nobody is left to be told.
            return Exit.FAILURE;
        }
        if (io != null) {
            terminal.err()
                    .println("tongcai: "
                            + terminal.in(Failure.unwritable(terminal.in("输出", "the output"), io)
                                    .text()));
        } else {
            terminal.err().println(terminal.in("tongcai: 内部错误，请报告以下内容", "tongcai: internal error, please report this"));
            e.printStackTrace(terminal.err());
        }
        return Exit.FAILURE;
    }

    private static boolean isBrokenPipe(IOException e) {
        return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("broken pipe");
    }

    private static ResourceBundle texts(Locale locale) {
        String name = "messages_" + locale.getLanguage() + ".properties";
        try (InputStream in = Main.class.getResourceAsStream(name)) {
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
