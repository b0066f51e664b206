package org.tongcai.gm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.exchange.ExchangeParty;
import org.tongcai.exchange.FileExportLedger;
import org.tongcai.exchange.FileImportLedger;
import org.tongcai.exchange.PackageImporter;
import org.tongcai.exchange.PackageOptions;
import org.tongcai.exchange.PackageReader;
import org.tongcai.exchange.PackageWriter;
import org.tongcai.exchange.ReceiverProfile;
import org.tongcai.input.Slice;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.KeyRing;
import org.tongcai.signature.Keys;
import org.tongcai.signature.NewKey;

/** Two platforms that exchange packages, with keys of an algorithm. */
record Exchange(Path folder, NewKey key) {
    static final Path SPEC = Path.of(System.getProperty("spec.directory", "../spec"));

    private static final Standard STANDARD = Standard.load();
    private static final ExchangeParty SENDER = new ExchangeParty("DEMO-PLATFORM-01", "示例平台");
    private static final ExchangeParty RECEIVER = new ExchangeParty("DEMO-NATIONAL-01", "示例中央主网");

    static Exchange of(Path folder, String algorithm) {
        return new Exchange(folder, Keys.generate(algorithm, "DEMO-PLATFORM-01:1", Algorithms.installed()));
    }

    PackageOptions options() {
        return PackageOptions.of(STANDARD, SENDER, RECEIVER, key.signing(), true);
    }

    /** An example on one line. */
    static byte[] document(String name) {
        try {
            return Files.readString(SPEC.resolve("cases/examples").resolve(name))
                    .replaceAll("\\n\\s*", "")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path pack(PackageOptions options, byte[]... documents) throws IOException {
        try (PackageWriter writer = new PackageWriter(folder.resolve("out"), options)) {
            for (byte[] document : documents) {
                if (!writer.add(Slice.of("-", document))) {
                    throw new IOException("no header");
                }
            }
            List<Path> made = writer.finish(new FileExportLedger(folder.resolve("sent")));
            return made.get(0);
        }
    }

    PackageReader reader() {
        return new PackageReader(STANDARD, KeyRing.of(key.verifying()), Algorithms.installed());
    }

    PackageImporter importer(PackageReader reader) throws IOException {
        return new PackageImporter(
                reader,
                new FileImportLedger(folder.resolve("received")),
                new ReceiverProfile(RECEIVER, "530000"),
                folder.resolve("work"),
                ValidationOptions.DEFAULT,
                Clock.systemDefaultZone());
    }

    static List<?> findings(byte[] receipt) {
        return STANDARD.validate(receipt).findings();
    }
}
