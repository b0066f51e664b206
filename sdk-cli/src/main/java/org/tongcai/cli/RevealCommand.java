package org.tongcai.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcai.protection.FieldProtection;
import org.tongcai.protection.ProtectionException;
import org.tongcai.signature.Algorithms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Restores a document that was protected, byte for byte. */
@Command(name = "reveal")
final class RevealCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--key", paramLabel = "KEYFILE", descriptionKey = "reveal-key", required = true)
    private Path key = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "reveal-output")
    private @Nullable Path output;

    @Mixin
    private StandardOption standardOption = new StandardOption();

    @Parameters(paramLabel = "FILE", descriptionKey = "reveal-file")
    private String file = "";

    RevealCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (output != null) {
            NewFile.requireNew(output);
        }
        byte[] bytes = ProtectionFiles.read(file, terminal);
        ProtectionFiles.Envelope envelope = ProtectionFiles.Envelope.of(bytes);
        if (envelope.cipher() == null || envelope.keyId() == null) {
            terminal.err().println(file + ": " + terminal.in("不是保护信封", "no envelope of protected fields"));
            return Exit.REJECTED;
        }
        // Taken from the envelope, which opens by the right key only where they are its own.
        FieldProtection protection = ProtectionFiles.protection(
                standardOption.load(),
                key,
                envelope.keyId(),
                PackageKeyFiles.cipher(envelope.cipher(), Algorithms.installed()));
        try {
            ProtectionFiles.write(output, protection.restore(bytes), true, terminal);
        } catch (ProtectionException e) {
            terminal.err()
                    .println(file + ": " + terminal.in(e.text())
                            + terminal.in(
                                    "（密钥标识 " + visible(envelope.keyId()) + "）",
                                    " (key id " + visible(envelope.keyId()) + ")"));
            return Exit.REJECTED;
        }
        return Exit.ACCEPTED;
    }

    /** It comes from outside; it must not play with the terminal. */
    private static String visible(String keyId) {
        return keyId.matches("[A-Za-z0-9._:-]{1,128}") ? keyId : "?";
    }
}
