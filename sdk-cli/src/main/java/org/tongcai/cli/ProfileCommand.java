package org.tongcai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tongcai.Standard;
import org.tongcai.bundle.BundleReader;
import org.tongcai.bundle.Manifest;
import org.tongcai.compiler.Compiler;
import org.tongcai.compiler.profile.ProfileCompiler;
import org.tongcai.compiler.spec.SpecProblem;
import org.tongcai.compiler.spec.SpecProfile;
import org.tongcai.compiler.spec.SpecReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Profiles: what a province or city adds to the standard. */
@Command(name = "profile")
final class ProfileCommand {
    private ProfileCommand() {}

    /** With its commands. */
    static CommandLine of(Terminal terminal) {
        return new CommandLine(new ProfileCommand())
                .addSubcommand(new Build(terminal))
                .addSubcommand(new Check(terminal))
                .addSubcommand(new Listing(terminal));
    }

    /** Compiles a directory; says what is wrong with it. */
    private static ProfileCompiler.Result compile(Terminal terminal, Path directory, Path spec) throws IOException {
        if (!Files.isRegularFile(directory.resolve(SpecProfile.FILE))) {
            throw Failure.usage(
                    directory + " 中没有 " + SpecProfile.FILE, "there is no " + SpecProfile.FILE + " in " + directory);
        }
        if (!Files.isDirectory(spec)) {
            throw Failure.usage("没有文件夹 " + spec, "no folder " + spec);
        }
        ProfileCompiler.Result result = ProfileCompiler.compile(SpecReader.read(spec), directory);
        StringBuilder text = new StringBuilder();
        for (SpecProblem problem : result.problems()) {
            text.append(problem.place()).append("  ").append(problem.id()).append("  ");
            text.append(terminal.in(problem.message())).append('\n');
        }
        terminal.print(text);
        return result;
    }

    private static String size(ProfileCompiler.Result result, Terminal terminal) {
        long bytes =
                result.files().values().stream().mapToLong(file -> file.length).sum();
        int files = result.files().size();
        return terminal.in(
                files + " 个文件与标准不同，" + bytes + " 字节", files + " files differ from the standard, " + bytes + " bytes");
    }

    /** Compiles a profile into a directory. */
    @Command(name = "build")
    private static final class Build implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(paramLabel = "DIR", descriptionKey = "profile-directory")
        private Path directory = Path.of(".");

        @Option(names = "--spec", paramLabel = "DIR", descriptionKey = "spec", defaultValue = "spec")
        private Path spec = Path.of("spec");

        @Option(names = "--out", paramLabel = "DIR", descriptionKey = "profile-out", defaultValue = "tongcai-profile")
        private Path out = Path.of("tongcai-profile");

        private Build(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            if (Files.isDirectory(out) && !Files.isRegularFile(out.resolve("bundle.json")) && !isEmpty(out)) {
                throw Failure.usage(out + " 不是空文件夹，也不是编译好的规范", out + " is neither empty nor a compiled profile");
            }
            ProfileCompiler.Result result = compile(terminal, directory, spec);
            if (!result.succeeded()) {
                return Exit.REJECTED;
            }
            Compiler.write(result.files(), out);
            terminal.print(out + "  " + size(result, terminal) + "\n");
            return Exit.ACCEPTED;
        }
    }

    /** What is not ours must not be deleted. */
    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    /** Says what is wrong with a profile. */
    @Command(name = "check")
    private static final class Check implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(paramLabel = "DIR", descriptionKey = "profile-directory")
        private Path directory = Path.of(".");

        @Option(names = "--spec", paramLabel = "DIR", descriptionKey = "spec", defaultValue = "spec")
        private Path spec = Path.of("spec");

        private Check(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            ProfileCompiler.Result result = compile(terminal, directory, spec);
            int problems = result.problems().size();
            terminal.print(
                    problems == 0
                            ? terminal.in("没有问题，", "no problems, ") + size(result, terminal) + "\n"
                            : terminal.in(problems + " 个问题\n", problems + " problems\n"));
            return problems == 0 ? Exit.ACCEPTED : Exit.REJECTED;
        }
    }

    /** Lists the profiles that come with the command. */
    @Command(name = "list")
    private static final class Listing implements Callable<Integer> {
        private final Terminal terminal;

        private Listing(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            StringBuilder text = new StringBuilder();
            ClassLoader loader = Standard.class.getClassLoader();
            for (String id : BundleReader.profiles(loader)) {
                Manifest.ProfileEntry profile = null;
                StringBuilder below = new StringBuilder();
                for (Manifest.ProfileEntry each :
                        BundleReader.fromClassPath(loader, id).manifest().profiles()) {
                    if (profile != null) {
                        below.append(below.length() == 0 ? "  < " : ", ").append(profile.id());
                    }
                    profile = each;
                }
                if (profile != null) {
                    text.append(id).append(' ').append(profile.version()).append("  ");
                    text.append(terminal.in(profile.title())).append(below).append('\n');
                }
            }
            terminal.print(text);
            return Exit.ACCEPTED;
        }
    }
}
