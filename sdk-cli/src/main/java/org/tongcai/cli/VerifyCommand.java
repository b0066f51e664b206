package org.tongcai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tongcai.exchange.PackageReader;
import org.tongcai.exchange.PackageRefusedException;
import org.tongcai.exchange.VerifiedPackage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Verifies packages without taking them. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private PackageSource source = new PackageSource();

    @Mixin
    private StandardOption standardOption = new StandardOption();

    @Parameters(paramLabel = "PACKAGE", arity = "1..*", descriptionKey = "packages")
    private List<Path> packages = List.of();

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        PackageReader reader = source.reader(standardOption.load());
        Path work = Path.of(System.getProperty("java.io.tmpdir"));
        int exit = Exit.ACCEPTED;
        for (Path each : packages) {
            Progress progress = source.progress(terminal, packages, each, 2);
            try {
                VerifiedPackage verified = reader.withProgress(progress::bytes).inspect(each, work);
                progress.done();
                terminal.print(describe(terminal, each, verified));
            } catch (PackageRefusedException e) {
                progress.done();
                terminal.err().println(refused(terminal, each, e));
                exit = Exit.REJECTED;
            } catch (NoSuchFileException e) {
                if (Files.exists(each)) {
                    throw e;
                }
                throw Failure.system("没有 " + each, "no such file: " + each, e);
            } finally {
                progress.done();
            }
        }
        return exit;
    }

    static String refused(Terminal terminal, Path file, PackageRefusedException e) {
        return file + ": " + terminal.in("拒收", "refused") + " [" + e.reason().code() + "] " + terminal.in(e.text());
    }

    private static String describe(Terminal terminal, Path file, VerifiedPackage verified) {
        var info = verified.info();
        return file + ": " + terminal.in("完好", "intact") + "\n  " + info.packageId() + "  " + info.sender() + " → "
                + info.receiver()
                + terminal.in("  序号 ", "  number ") + info.sequence()
                + (info.parts() > 1 ? "  (" + info.part() + "/" + info.parts() + ")" : "")
                + terminal.in("  单据 ", "  documents ") + verified.documents()
                + terminal.in("  密钥 ", "  key ") + verified.keyId() + "\n  " + verified.digest() + "\n";
    }
}
