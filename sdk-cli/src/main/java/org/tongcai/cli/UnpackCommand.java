package org.tongcai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.exchange.ExchangeParty;
import org.tongcai.exchange.FileImportLedger;
import org.tongcai.exchange.FolderImport;
import org.tongcai.exchange.ImportResult;
import org.tongcai.exchange.PackageImporter;
import org.tongcai.exchange.PackageReader;
import org.tongcai.exchange.ReceiverProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies packages, takes what is in them, once and in order, and writes receipts. */
@Command(name = "unpack")
final class UnpackCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            descriptionKey = "unpack-output",
            required = true)
    private Path output = Path.of("");

    @Option(names = "--ledger", paramLabel = "DIR", descriptionKey = "unpack-ledger", required = true)
    private Path ledger = Path.of("");

    @Option(names = "--receiver", paramLabel = "CODE", descriptionKey = "unpack-receiver", required = true)
    private String receiver = "";

    @Option(names = "--receiver-name", paramLabel = "NAME", descriptionKey = "unpack-name")
    private @Nullable String receiverName;

    @Option(names = "--region", paramLabel = "CODE", descriptionKey = "unpack-region", required = true)
    private String region = "";

    @Option(names = "--receipt", paramLabel = "FILE", descriptionKey = "unpack-receipt")
    private @Nullable Path receipt;

    @Mixin
    private PackageSource source = new PackageSource();

    @Mixin
    private StandardOption standardOption = new StandardOption();

    @Parameters(paramLabel = "PACKAGE", arity = "1..*", descriptionKey = "packages")
    private List<Path> packages = List.of();

    UnpackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (receipt != null && packages.size() > 1) {
            throw Failure.usage("--receipt 只用于一个交换包", "--receipt goes with one package only");
        }
        Standard standard = standardOption.load();
        PackageReader reader = source.reader(standard);
        int exit = Exit.ACCEPTED;
        try (FolderImport target = new FolderImport(output)) {
            for (Path each : packages) {
                Progress progress = source.progress(terminal, packages, each, 3);
                PackageImporter importer = importer(reader.withProgress(progress::bytes));
                try {
                    exit = Math.max(exit, take(each, importer, target, progress));
                } finally {
                    progress.done();
                }
            }
        }
        return exit;
    }

    private PackageImporter importer(PackageReader reader) throws IOException {
        return new PackageImporter(
                reader,
                new FileImportLedger(ledger),
                new ReceiverProfile(
                        new ExchangeParty(receiver, receiverName == null ? receiver : receiverName), region),
                output,
                ValidationOptions.DEFAULT,
                Clock.systemDefaultZone());
    }

    private int take(Path file, PackageImporter importer, FolderImport target, Progress progress) throws IOException {
        ImportResult result;
        try {
            result = importer.take(file, target);
        } catch (NoSuchFileException e) {
            if (Files.exists(file)) {
                throw e;
            }
            throw Failure.system("没有 " + file, "no such file: " + file, e);
        }
        progress.done();
        byte[] answer = result.receipt();
        if (receipt != null && answer != null) {
            Files.write(receipt, answer);
        }
        if (result.refusal() != null) {
            terminal.err().println(VerifyCommand.refused(terminal, file, result.refusal()));
            return Exit.REJECTED;
        }
        if (result.info() != null && answer != null) {
            String state = result.duplicate()
                    ? terminal.in("已收过，未再导入", "taken before")
                    : result.round() > 1 ? terminal.in("重新判定，已导入", "judged anew, taken") : terminal.in("已导入", "taken");
            terminal.print(file + ": " + state + "  " + target.place(result.info(), result.round()) + "\n  "
                    + ReceiptCommand.line(terminal, answer) + "\n");
            return ReceiptCommand.isAccepted(answer) ? Exit.ACCEPTED : Exit.REJECTED;
        }
        return Exit.ACCEPTED;
    }
}
