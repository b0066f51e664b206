package org.tongcai.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcai.protection.FieldProtection;
import org.tongcai.protection.ProtectionException;
import org.tongcai.signature.AeadCipher;
import org.tongcai.signature.Algorithms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Masks the personal data of a document and carries it encrypted. */
@Command(name = "protect")
final class ProtectCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--key", paramLabel = "KEYFILE", descriptionKey = "protect-key", required = true)
    private Path key = Path.of("");

    @Option(names = "--key-id", paramLabel = "ID", descriptionKey = "protect-key-id")
    private @Nullable String keyId;

    @Option(names = "--cipher", paramLabel = "A256GCM|SM4GCM", descriptionKey = "cipher")
    private String cipher = "A256GCM";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "protect-output")
    private @Nullable Path output;

    @Option(
            names = {"-q", "--quiet"},
            descriptionKey = "protect-quiet")
    private boolean quiet;

    @Mixin
    private StandardOption standardOption = new StandardOption();

    @Parameters(paramLabel = "FILE", descriptionKey = "protect-file")
    private String file = "";

    ProtectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (output != null) {
            NewFile.requireNew(output);
        }
        AeadCipher by = PackageKeyFiles.cipher(cipher, Algorithms.installed());
        String id = keyId != null ? keyId : String.valueOf(key.getFileName()).replaceAll("\\.[^.]*$", "");
        FieldProtection protection = ProtectionFiles.protection(standardOption.load(), key, id, by);
        byte[] envelope;
        try {
            envelope = protection.protect(ProtectionFiles.read(file, terminal));
        } catch (ProtectionException e) {
            terminal.err().println(file + ": " + terminal.in(e.text()));
            return Exit.REJECTED;
        }
        ProtectionFiles.write(output, envelope, false, terminal);
        if (!quiet) {
            int fields = ProtectionFiles.Envelope.of(envelope).fields();
            terminal.err()
                    .println(terminal.in(
                            "已遮盖并加密 " + fields + " 个值，密钥标识 " + id,
                            fields + " values masked and encrypted, key id " + id));
        }
        return Exit.ACCEPTED;
    }
}
