package org.tongcai.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tongcai.DocumentReport;
import org.tongcai.Standard;
import org.tongcai.ValidationOptions;
import org.tongcai.input.Slice;
import org.tongcai.signature.Algorithms;
import org.tongcai.signature.KeyRing;
import org.tongcai.signature.Keys;
import org.tongcai.signature.NewKey;

/** Two platforms, a standard, and packages between them. */
final class Sample {
    static final Standard STANDARD = Standard.load();
    static final Path EXAMPLES =
            Path.of(System.getProperty("spec.directory", "../spec")).resolve("cases/examples");
    static final ExchangeParty SENDER = new ExchangeParty("DEMO-PLATFORM-01", "示例平台");
    static final ExchangeParty RECEIVER = new ExchangeParty("DEMO-NATIONAL-01", "示例中央主网");
    static final NewKey KEY = Keys.generate("ed25519", "DEMO-PLATFORM-01:2026", Algorithms.jdk());
    static final KeyRing KEYS = KeyRing.of(KEY.verifying());
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.ofHours(8));

    private Sample() {}

    static PackageOptions options() {
        return PackageOptions.of(STANDARD, SENDER, RECEIVER, KEY.signing(), true)
                .withClock(CLOCK);
    }

    static byte[] example(String name) {
        try {
            return Files.readAllBytes(EXAMPLES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On one line, so that it goes among others. */
    static byte[] line(String name) {
        return new String(example(name), StandardCharsets.UTF_8)
                .replaceAll("\\n\\s*", "")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] numbered(int number) {
        return new String(line("product.json"), StandardCharsets.UTF_8)
                .replaceFirst("\"documentId\": ?\"[^\"]*\"", "\"documentId\":\"P-" + number + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    static List<Path> pack(Path folder, PackageOptions options, byte[]... documents) throws IOException {
        try (PackageWriter writer = new PackageWriter(folder.resolve("out"), options)) {
            for (byte[] document : documents) {
                if (!writer.add(Slice.of("-", document))) {
                    throw new IOException("no header");
                }
            }
            return writer.finish(new FileExportLedger(folder.resolve("sent")));
        }
    }

    static PackageReader reader() {
        return new PackageReader(STANDARD, KEYS, Algorithms.jdk());
    }

    static PackageImporter importer(Path folder, PackageReader reader) throws IOException {
        return importer(folder, reader, ValidationOptions.DEFAULT);
    }

    static PackageImporter importer(Path folder, PackageReader reader, ValidationOptions options) throws IOException {
        return new PackageImporter(
                reader,
                new FileImportLedger(folder.resolve("received")),
                new ReceiverProfile(RECEIVER, "530000"),
                folder.resolve("work"),
                options,
                CLOCK);
    }

    /** Remembers what it was given, and may fail where it is told to. */
    static final class Memory implements ImportHandler {
        final List<String> taken = new ArrayList<>();
        private final List<String> open = new ArrayList<>();
        private final List<String> committed = new ArrayList<>();
        private String begun = "";
        String failAt = "";

        private void maybeFail(String where) throws IOException {
            if (failAt.equals(where)) {
                failAt = "";
                throw new IOException("power cut");
            }
        }

        @Override
        public boolean isCommitted(PackageInfo info, int round) {
            return committed.contains(info.packageId() + " " + round);
        }

        @Override
        public void begin(PackageInfo info, int round) throws IOException {
            open.clear();
            begun = info.packageId() + " " + round;
            maybeFail("begin");
        }

        @Override
        public void document(ManifestEntry entry, Slice document, DocumentReport report) throws IOException {
            open.add(entry.documentId() + " " + report.verdict());
            maybeFail("document");
        }

        @Override
        public void attachment(ManifestEntry entry, Path file) {
            open.add("attachment " + entry.attachmentId());
        }

        @Override
        public void commit(PackageInfo info, byte[] receipt) throws IOException {
            maybeFail("commit");
            taken.addAll(open);
            committed.add(begun);
            maybeFail("committed");
        }
    }
}
