package org.tongcai.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tongcai.Standard;
import org.tongcai.compiler.bundle.BundleWriter;
import org.tongcai.compiler.spec.SpecReader;

/** Runs the command in this process against the standard of this checkout. */
final class Shell {
    static final Path SPEC = Path.of(System.getProperty("spec.directory", "../spec"));
    static final Path EXAMPLES = SPEC.resolve("cases/examples");

    private static final Path BUNDLE = compile();

    private final Locale locale;
    private byte[] input = {};

    private Shell(Locale locale) {
        this.locale = locale;
    }

    /** What a run left behind. */
    record Outcome(int exit, String out, String err) {}

    static Shell chinese() {
        return new Shell(Locale.SIMPLIFIED_CHINESE);
    }

    static Shell english() {
        return new Shell(Locale.ENGLISH);
    }

    /** With this on standard input. */
    Shell input(String text) {
        return input(text.getBytes(StandardCharsets.UTF_8));
    }

    /** With this on standard input. */
    Shell input(byte[] bytes) {
        input = bytes;
        return this;
    }

    Outcome run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = run(out, err, arguments);
        return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    int run(OutputStream out, OutputStream err, String... arguments) {
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                locale,
                false,
                false);
        return Main.run(terminal, arguments);
    }

    /** The path of the compiled standard, for {@code --standard}. */
    static String standard() {
        return BUNDLE.toString();
    }

    /** An example, written as XML. */
    static String xml(String name) {
        try {
            byte[] json = Files.readAllBytes(EXAMPLES.resolve(name));
            return new String(Standard.load(BUNDLE).xml().pretty().rewrite(json), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String example(String name) {
        return EXAMPLES.resolve(name).toString();
    }

    private static Path compile() {
        try {
            Path directory = Files.createTempDirectory("tongcai-bundle");
            BundleWriter.write(SpecReader.read(SPEC), directory);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(f -> f.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
