package org.tongcai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
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
        CommandLine command = commandLine(terminal, arguments.length == 0 ? "" : arguments[0])
                .setOut(new PrintWriter(help))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        int exit;
        try {
            exit = command.execute(arguments);
        } catch (Error e) {
            // Out of memory, a damaged installation: never to be taken for a document that was rejected.
            return report(terminal, e);
        }
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

    /** With the one command that is called, because describing all of them to picocli takes longer than most commands run. */
    private static CommandLine commandLine(Terminal terminal, String called) {
        CommandLine command = new CommandLine(new Tongcai());
        Map<String, Supplier<Object>> commands = commands(terminal);
        Supplier<Object> only = commands.get(called);
        for (Supplier<Object> each : only == null ? commands.values() : List.of(only)) {
            command.addSubcommand(each.get());
        }
        IExecutionExceptionHandler onFailure = (e, c, r) -> report(terminal, e);
        return command.setResourceBundle(texts(terminal.locale()))
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, text -> date(terminal, text))
                .setExecutionExceptionHandler(onFailure)
                .setParameterExceptionHandler((e, a) -> wrongUsage(terminal, e));
    }

    private static Map<String, Supplier<Object>> commands(Terminal terminal) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("validate", () -> new ValidateCommand(terminal));
        commands.put("convert", () -> new ConvertCommand(terminal));
        commands.put("render", () -> new RenderCommand(terminal));
        commands.put("explain", () -> new ExplainCommand(terminal));
        commands.put("lifecycle", () -> new LifecycleCommand(terminal));
        commands.put("codes", () -> new CodesCommand(terminal));
        commands.put("id", () -> new IdCommand(terminal));
        commands.put("lint", () -> new LintCommand(terminal));
        commands.put("profile", () -> ProfileCommand.of(terminal));
        commands.put("cases", () -> new CasesCommand(terminal));
        commands.put("pack", () -> new PackCommand(terminal));
        commands.put("verify", () -> new VerifyCommand(terminal));
        commands.put("unpack", () -> new UnpackCommand(terminal));
        commands.put("receipt", () -> new ReceiptCommand(terminal));
        commands.put("protect", () -> new ProtectCommand(terminal));
        commands.put("reveal", () -> new RevealCommand(terminal));
        commands.put("keygen", () -> new KeygenCommand(terminal));
        commands.put("serve", () -> new ServeCommand(terminal));
        commands.put("demo", () -> new DemoCommand(terminal));
        return commands;
    }

    private static LocalDate date(Terminal terminal, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    terminal.in(text + " 不是日期，应写作 2026-03-01", text + " is not a date such as 2026-03-01"));
        }
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
                : e instanceof MissingParameterException missing ? "缺少参数：" + names(missing) : "用法错误：" + e.getMessage();
        terminal.err().println(terminal.in(zh, e.getMessage()));
        String name = command.getCommandSpec().qualifiedName();
        terminal.err().println(terminal.in("用法见 " + name + " --help", "See " + name + " --help"));
        return Exit.USAGE;
    }

    private static String names(MissingParameterException e) {
        return e.getMissing().stream().map(ArgSpec::paramLabel).collect(Collectors.joining("、"));
    }

    private static int report(Terminal terminal, Throwable e) {
        if (e instanceof Failure failure) {
            terminal.err().println("tongcai: " + terminal.in(failure.text()));
            return failure.exit();
        }
        if (e instanceof InvalidPathException path) {
            terminal.err()
                    .println(terminal.in(
                            "tongcai: 文件名不可用：" + path.getMessage() + "（文件名含中文时，请使用 UTF-8 的区域设置，如 LC_ALL=C.UTF-8）",
                            "tongcai: not a usable file name: " + path.getMessage()
                                    + " (names beyond ASCII need a UTF-8 locale such as LC_ALL=C.UTF-8)"));
            return Exit.USAGE;
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
