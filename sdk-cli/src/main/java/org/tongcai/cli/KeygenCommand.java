package org.tongcai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.KeyValidity;
import org.tongcai.signature.Keys;
import org.tongcai.signature.NewKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Generates a key that signs messages and exchange packages. */
@Command(name = "keygen")
final class KeygenCommand implements Callable<Integer> {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    private final Terminal terminal;

    @Option(names = "--algorithm", paramLabel = "NAME", descriptionKey = "keygen-algorithm")
    private String algorithm = "ed25519";

    @Option(names = "--key-id", paramLabel = "ID", descriptionKey = "keygen-id")
    private @Nullable String keyId;

    @Option(names = "--format", paramLabel = "pem|jwk", descriptionKey = "keygen-format")
    private Format format = Format.pem;

    @Option(names = "--valid-from", paramLabel = "DATE", descriptionKey = "keygen-valid-from")
    private @Nullable LocalDate validFrom;

    @Option(names = "--valid-until", paramLabel = "DATE", descriptionKey = "keygen-valid-until")
    private @Nullable LocalDate validUntil;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            descriptionKey = "keygen-output",
            required = true)
    private Path directory = Path.of("");

    enum Format {
        pem,
        jwk
    }

    KeygenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        NewKey key = generate().withValidity(validity());
        // The only character of key ids that some file systems do not take.
        String name = key.keyId().replace(':', '_');
        boolean shared = key.algorithm().form().shared();
        boolean jwk = shared || format == Format.jwk;
        Path secret = directory.resolve(name + (shared ? ".secret.jwk" : jwk ? ".private.jwk" : ".private.pem"));
        Path open = directory.resolve(name + (jwk ? ".public.jwk" : ".public.pem"));
        NewFile.requireNew(secret);
        NewFile.requireNew(open);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw Failure.unwritable(directory, e);
        }
        NewFile.write(secret, jwk ? key.privateJwk() : key.privatePem(), true);
        StringBuilder text = new StringBuilder();
        line(text, "密钥标识", "key id", key.keyId());
        line(text, "算法", "algorithm", key.algorithm().name());
        line(text, "指纹", "fingerprint", key.fingerprint());
        line(text, "有效期", "valid", key.validity().toString());
        if (shared) {
            line(
                    text,
                    "共享密钥",
                    "secret",
                    secret + terminal.in("（仅限双方，经保密渠道交给对方）", " (for both sides; hand it over on a protected way)"));
        } else {
            NewFile.write(open, jwk ? key.publicJwk() : key.publicPem(), false);
            line(text, "私钥", "private", secret + terminal.in("（不得交给任何人）", " (for nobody else)"));
            line(
                    text,
                    "公钥",
                    "public",
                    open + terminal.in("（交给对方，并核对指纹）", " (for the other side, which compares the fingerprint)"));
        }
        terminal.print(text);
        return Exit.ACCEPTED;
    }

    /** Whole days of Beijing, the last one within; two years from today where nothing is said. */
    private KeyValidity validity() {
        LocalDate from = validFrom != null ? validFrom : LocalDate.now(BEIJING);
        LocalDate until = validUntil != null ? validUntil.plusDays(1) : from.plusYears(2);
        try {
            return new KeyValidity(
                    from.atStartOfDay(BEIJING).toInstant(),
                    until.atStartOfDay(BEIJING).toInstant());
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--valid-until 早于 --valid-from", "--valid-until is before --valid-from");
        }
    }

    private NewKey generate() {
        Algorithms algorithms = Algorithms.installed();
        if (algorithms.key(algorithm).isEmpty()) {
            List<String> names = List.copyOf(algorithms.keyNames());
            List<String> close = Suggestions.of(algorithm, names);
            throw Failure.usage(
                    "没有签名算法 " + algorithm + Suggestions.zh(close) + "\n可选：" + String.join("、", names),
                    "no signature algorithm " + algorithm + Suggestions.en(close) + "\nThere are "
                            + String.join(", ", names));
        }
        try {
            return Keys.generate(algorithm, keyId == null ? unique() : keyId, algorithms);
        } catch (IllegalArgumentException e) {
            throw Failure.usage("密钥标识应为 1 至 128 个 A-Z a-z 0-9 . _ : -", "a key id is 1 to 128 of A-Z a-z 0-9 . _ : -");
        }
    }

    /** Ids are never given twice, so the day alone is not enough. */
    private String unique() {
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        return algorithm + "-" + LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE) + "-"
                + HexFormat.of().formatHex(random);
    }

    private void line(StringBuilder text, String zh, String en, String value) {
        text.append(terminal.in(zh + "：", en + ": ")).append(value).append('\n');
    }
}
