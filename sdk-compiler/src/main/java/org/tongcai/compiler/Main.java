package org.tongcai.compiler;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.compiler.bundle.BundleWriter;
import org.tongcai.compiler.lint.LintFinding;
import org.tongcai.compiler.lint.Linter;
import org.tongcai.compiler.models.ModelException;
import org.tongcai.compiler.models.ModelGenerator;
import org.tongcai.compiler.profile.ProfileCompiler;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecReader;

/**
 * The compiler as a program: {@code compile --spec DIR --out DIR}, {@code models --spec DIR --out DIR} (Java sources), {@code lint --spec DIR}, {@code profiles --spec DIR --out DIR} (the profiles below {@code DIR/profiles}, each into a folder of its own). Exit codes: 0 done, 1 the spec has errors (all of
 * them are listed), 2 wrong arguments or unreadable files.
 */
public final class Main {
    private static final String USAGE =
            "usage: compile --spec DIR --out DIR | models --spec DIR --out DIR | profiles --spec DIR --out DIR | lint --spec DIR";

    private final PrintStream out;

    private Main(PrintStream out) {
        this.out = out;
    }

    /** Runs and ends the virtual machine, unless all went well: the build calls this within its own. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = run(List.of(args), out);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Runs and returns the exit code; messages go to {@code out}. */
    public static int run(List<String> args, PrintStream out) {
        return new Main(out).run(args);
    }

    private int run(List<String> args) {
        String command = args.isEmpty() ? "" : args.get(0);
        Path spec = option(args, "--spec");
        Path target = option(args, "--out");
        try {
            if (command.equals("compile") && spec != null && target != null && args.size() == 5) {
                Compiler.Result result = Compiler.compile(spec, target);
                result.findings().forEach(out::println);
                return result.succeeded() ? 0 : failed(result.findings());
            }
            if (command.equals("models") && spec != null && target != null && args.size() == 5) {
                ModelGenerator.generate(SpecReader.read(spec), target);
                return 0;
            }
            if (command.equals("profiles") && spec != null && target != null && args.size() == 5) {
                return profiles(spec, target);
            }
            if (command.equals("lint") && spec != null && args.size() == 3) {
                List<LintFinding> findings = Linter.lint(spec);
                findings.forEach(out::println);
                return new Compiler.Result(findings, new TreeMap<>()).succeeded() ? 0 : failed(findings);
            }
        } catch (ModelException e) {
            out.println(e.getMessage());
            return 1;
        } catch (IOException | UncheckedIOException e) {
            out.println(e.getMessage());
            return 2;
        }
        out.println(USAGE);
        return 2;
    }

    private int profiles(Path directory, Path target) throws IOException {
        Spec spec = SpecReader.read(directory);
        SortedMap<String, byte[]> standard = BundleWriter.files(spec);
        SortedMap<String, byte[]> files = new TreeMap<>();
        StringBuilder ids = new StringBuilder();
        int problems = 0;
        for (Path profile : ProfileCompiler.profiles(directory)) {
            ProfileCompiler.Result result = ProfileCompiler.compile(spec, standard, profile);
            result.problems()
                    .forEach(problem -> out.println(problem.place() + "  " + problem.id() + "  "
                            + problem.message().zh() + " | " + problem.message().en()));
            problems += result.problems().size();
            ids.append(profile.getFileName()).append('\n');
            result.files().forEach((path, bytes) -> files.put(profile.getFileName() + "/" + path, bytes));
        }
        if (problems > 0) {
            out.println("地方规范有错，共 " + problems + " 条 | the profiles have faults: " + problems);
            return 1;
        }
        files.put("index.txt", ids.toString().getBytes(StandardCharsets.UTF_8));
        Compiler.write(files, target);
        return 0;
    }

    private int failed(List<LintFinding> findings) {
        out.println("标准未通过检查，共 " + findings.size() + " 条 | the spec has faults: " + findings.size());
        return 1;
    }

    private static @Nullable Path option(List<String> args, String name) {
        int index = args.indexOf(name);
        return index < 0 || index + 1 >= args.size() ? null : Path.of(args.get(index + 1));
    }
}
