package org.tongcai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcai.DocumentReport;
import org.tongcai.Limits;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.Verdict;
import org.tongcai.exchange.ExchangeParty;
import org.tongcai.exchange.FileExportLedger;
import org.tongcai.exchange.PackageKey;
import org.tongcai.exchange.PackageOptions;
import org.tongcai.exchange.PackageWriter;
import org.tongcai.input.DocumentReader;
import org.tongcai.input.InputException;
import org.tongcai.input.Slice;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes packages for the exchange across an air gap. */
@Command(name = "pack")
final class PackCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,9})([KMG]?)");

    private final Terminal terminal;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            descriptionKey = "pack-output",
            required = true)
    private Path output = Path.of("");

    @Option(names = "--sender", paramLabel = "CODE", descriptionKey = "pack-sender", required = true)
    private String sender = "";

    @Option(names = "--sender-name", paramLabel = "NAME", descriptionKey = "pack-name")
    private String senderName = "";

    @Option(names = "--receiver", paramLabel = "CODE", descriptionKey = "pack-receiver", required = true)
    private String receiver = "";

    @Option(names = "--receiver-name", paramLabel = "NAME", descriptionKey = "pack-name")
    private String receiverName = "";

    @Option(names = "--region", paramLabel = "CODE", descriptionKey = "pack-region")
    private @Nullable String region;

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "pack-key", required = true)
    private Path key = Path.of("");

    @Option(names = "--key-id", paramLabel = "ID", descriptionKey = "pack-key-id")
    private @Nullable String keyId;

    @Option(names = "--ledger", paramLabel = "DIR", descriptionKey = "pack-ledger", required = true)
    private Path ledger = Path.of("");

    @Option(names = "--attachment", paramLabel = "FILE", descriptionKey = "pack-attachment")
    private List<Path> attachments = new ArrayList<>();

    @Option(names = "--split", paramLabel = "SIZE", descriptionKey = "pack-split")
    private String split = "1G";

    @Option(names = "--encrypt", paramLabel = "KEYFILE", descriptionKey = "pack-encrypt")
    private @Nullable Path encrypt;

    @Option(names = "--cipher", paramLabel = "A256GCM|SM4GCM", descriptionKey = "cipher")
    private String cipher = "A256GCM";

    @Option(names = "--passphrase", paramLabel = "FILE", descriptionKey = "pack-passphrase")
    private @Nullable Path passphrase;

    @Option(names = "--digest", paramLabel = "sha-256|sm3", descriptionKey = "pack-digest")
    private String digest = "sha-256";

    @Option(names = "--folder", descriptionKey = "pack-folder")
    private boolean folder;

    @Option(names = "--compress", descriptionKey = "pack-compress")
    private boolean compress;

    @Option(names = "--carrier", paramLabel = "CODE", descriptionKey = "pack-carrier")
    private String carrier = "GATEWAY";

    @Option(names = "--medium", paramLabel = "SERIAL", descriptionKey = "pack-medium")
    private @Nullable String medium;

    @Option(names = "--full", descriptionKey = "pack-full")
    private boolean full;

    @Option(names = "--secrecy-reviewed", descriptionKey = "pack-secrecy")
    private boolean secrecyReviewed;

    @Option(names = "--no-validate", descriptionKey = "pack-no-validate")
    private boolean unjudged;

    @Mixin
    private StandardOption standardOption = new StandardOption();

    @Option(
            names = {"-q", "--quiet"},
            descriptionKey = "pack-quiet")
    private boolean quiet;

    @Parameters(paramLabel = "PATH", arity = "0..*", descriptionKey = "paths")
    private List<String> paths = new ArrayList<>();

    private long packed;
    private long failed;
    private boolean unreadable;

    PackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Standard standard = standardOption.load();
        PackageOptions options = options(standard);
        Progress progress = new Progress(terminal, !quiet, work(), "");
        try (PackageWriter writer = new PackageWriter(output, options, progress::bytes)) {
            for (Source source : Source.of(paths, Limits.DEFAULT)) {
                read(source, standard, writer, progress);
            }
            for (Path attachment : attachments) {
                if (!writer.attach(attachment)) {
                    complain(
                            attachment.toString(),
                            "没有单据以编号和摘要列明这个附件",
                            "no document names this attachment by number and digest");
                }
            }
            if (failed > 0 || unreadable) {
                progress.done();
                terminal.err().println(terminal.in("未打包，请先改正", "nothing packed; correct these first"));
                return unreadable ? Exit.FAILURE : Exit.REJECTED;
            }
            List<Path> made = writer.finish(new FileExportLedger(ledger));
            progress.done();
            for (Path file : made) {
                terminal.print(file + "\n");
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (FileAlreadyExistsException e) {
            throw Failure.usage(e.getFile() + " 已存在，不覆盖", e.getFile() + " exists and is not overwritten");
        } catch (IllegalArgumentException e) {
            throw Failure.usage("不能打包：" + e.getMessage(), "cannot pack: " + e.getMessage());
        } finally {
            progress.done();
        }
        if (!quiet) {
            terminal.err().println(terminal.in("已打包 " + packed + " 份单据", packed + " documents packed"));
        }
        return Exit.ACCEPTED;
    }

    /** Bytes to be gone through: documents are read, then sealed, and twice read for an archive; attachments once more. */
    private long work() {
        long documents = Source.bytes(Source.of(paths, Limits.DEFAULT));
        long attached =
                attachments.stream().mapToLong(file -> file.toFile().length()).sum();
        return documents < 0 ? -1 : documents * (folder ? 2 : 4) + attached * (folder ? 3 : 5);
    }

    private PackageOptions options(Standard standard) {
        Algorithms algorithms = Algorithms.installed();
        SigningKey signing = PackageKeyFiles.signing(key, keyId, sender, algorithms);
        if (!signing.keyId().equals(sender) && !signing.keyId().startsWith(sender + ":") && !quiet) {
            terminal.err()
                    .println(terminal.in(
                            "提示：密钥标识 " + signing.keyId() + " 不以 " + sender + ": 开头，接收方须把公钥放在以 " + sender + " 命名的文件夹中",
                            "note: key id " + signing.keyId() + " does not begin with " + sender
                                    + ":, so the receiver must put the public key into a folder named " + sender));
        }
        PackageKey secret = PackageKeyFiles.secret(encrypt, passphrase);
        PackageOptions options = PackageOptions.of(
                        standard,
                        new ExchangeParty(sender, senderName),
                        new ExchangeParty(receiver, receiverName),
                        signing,
                        secrecyReviewed)
                .withDigest(algorithms
                        .digest(digest)
                        .orElseThrow(() -> Failure.usage("没有摘要算法 " + digest, "no digest algorithm " + digest)))
                .withSplit(size(split), 5_000)
                .withCompression(compress)
                .withRegion(region)
                .withCarrier(carrier, medium)
                .withFull(full);
        if (folder && secret != null) {
            throw Failure.usage("--folder 与加密不能同时使用", "--folder and encryption do not go together");
        }
        return secret != null
                ? options.withEncryption(secret, PackageKeyFiles.cipher(cipher, algorithms))
                : folder ? options.withForm(PackageOptions.Form.FOLDER) : options;
    }

    private static long size(String text) {
        Matcher size = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            throw Failure.usage("--split 应写作 500M、1G", "--split must be such as 500M or 1G");
        }
        return Long.parseLong(size.group(1))
                << 10 * " KMG".indexOf(size.group(2).isEmpty() ? " " : size.group(2));
    }

    private void read(Source source, Standard standard, PackageWriter writer, Progress progress) throws IOException {
        Path file = source.file();
        try (InputStream in = source.isStandardInput()
                ? terminal.in()
                : Files.newInputStream(file == null ? Path.of(source.path()) : file)) {
            new DocumentReader(Limits.DEFAULT)
                    .read(
                            source.path(),
                            progress.count(in),
                            slice -> {
                                document(slice, standard, writer);
                                progress.document();
                            },
                            (name, e) -> unreadable(name, e));
        } catch (IOException e) {
            unreadable(source.path(), InputException.of(e));
        }
    }

    private void unreadable(String name, InputException e) {
        unreadable = true;
        terminal.err().println(name + ": " + terminal.in(e.reason()));
    }

    private void document(Slice slice, Standard standard, PackageWriter writer) {
        try {
            String where = slice.source() + (slice.index() > 0 ? "[" + slice.index() + "]" : "");
            DocumentReport report = unjudged ? null : standard.validate(slice, ValidationOptions.DEFAULT);
            if (report != null && report.verdict() != Verdict.ACCEPTED) {
                complain(
                        where,
                        "不合标准：" + report.findings().get(0),
                        "not valid: " + report.findings().get(0).message().en());
            } else if (!writer.add(slice)) {
                complain(where, "单据头读不出类型、编号、版次", "its header does not say type, id and revision");
            } else {
                packed++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void complain(String where, String zh, String en) {
        failed++;
        terminal.err().println(where + ": " + terminal.in(zh, en));
    }
}
