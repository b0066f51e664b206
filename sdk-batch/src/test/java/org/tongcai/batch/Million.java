package org.tongcai.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.ValidationOptions;

/**
 * Judges any number of made-up documents together and prints counts and figures. They are made while they are read, twice, so that no
 * gigabytes lie about. Ten documents hang together: a contract, four payments, two supplements, a project, a complaint decision, and a
 * payment delivered twice. Of a thousand such chains one breaks each rule.
 */
final class Million {
    static final int CHAIN = 10;
    static final int EVERY = 1000;

    private Million() {}

    public static void main(String[] arguments) throws IOException {
        long documents = Long.parseLong(arguments[0]);
        Path folder = Path.of(arguments[1]);
        BatchOptions options = BatchOptions.DEFAULT.withWorkDirectory(folder);
        Map<String, Long> counts = new TreeMap<>();
        long start = System.nanoTime();
        long collected;
        long disk;
        try (ReferenceCollector collector = new ReferenceCollector(Documents.STANDARD, options)) {
            collector.add("batch", new Chains(documents));
            try (References references = collector.finish()) {
                collected = System.nanoTime();
                disk = size(folder);
                Documents.STANDARD.validate(
                        "batch",
                        new Chains(documents),
                        ValidationOptions.DEFAULT.withResolver(references),
                        report -> count(report, counts));
            }
        }
        long end = System.nanoTime();
        System.out.println(counts);
        System.out.printf(
                "%,d documents: first pass %.1f s, second pass %.1f s, %.0f MiB on disk, %s%n",
                documents, (collected - start) / 1e9, (end - collected) / 1e9, disk / 1048576.0, resident());
    }

    private static void count(DocumentReport report, Map<String, Long> counts) {
        counts.merge("documents", 1L, Long::sum);
        for (Finding finding : report.findings()) {
            if (finding.layer() == Layer.REFERENCES) {
                counts.merge(finding.ruleId(), 1L, Long::sum);
            }
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** Peak of the process, where the system tells. */
    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .map(line -> line.replaceAll("\\s+", " "))
                    .findFirst()
                    .orElse("");
        }
    }

    /** The documents as one stream. */
    static final class Chains extends InputStream {
        private final byte[][][] templates = templates();
        private final long documents;
        private long next;
        private byte[] current = {};
        private int at;

        Chains(long documents) {
            this.documents = documents;
        }

        private boolean fill() {
            if (at == current.length) {
                if (next == documents) {
                    return false;
                }
                current = document(next++);
                at = 0;
            }
            return true;
        }

        @Override
        public int read() {
            return fill() ? current[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, current.length - at);
            System.arraycopy(current, at, target, offset, count);
            at += count;
            return count;
        }

        private byte[] document(long number) {
            long chain = number / CHAIN;
            int place = (int) (number % CHAIN);
            int broken = (int) (chain % EVERY);
            String amount = switch (place) {
                case 4 -> broken == 0 ? "942880.01" : "342880.00";
                case 6 -> broken == 1 ? "68713.15" : "68576.00";
                case 7 -> broken == 3 ? "1000000.01" : "1000000.00";
                case 9 -> broken == 4 ? "342879.99" : "342880.00";
                default -> "342880.00";
            };
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
            byte[][] pieces = templates[place == 9 ? 1 : place];
            for (int i = 0; i < pieces.length; i++) {
                out.writeBytes(i % 2 == 0 ? pieces[i] : value(pieces[i], chain, amount));
            }
            out.write('\n');
            return out.toByteArray();
        }

        private static byte[] value(byte[] name, long chain, String amount) {
            String text = switch (new String(name, StandardCharsets.US_ASCII)) {
                case "K" -> Long.toString(1_000_000 + chain);
                case "PAIR" -> Long.toString(1_000_000 + chain / 2);
                default -> amount;
            };
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        private static byte[][][] templates() {
            byte[][][] all = new byte[CHAIN - 1][][];
            all[0] = pieces(Documents.example("contract"));
            for (int i = 1; i <= 4; i++) {
                all[i] = pieces(Documents.example(
                        "payment", "/header/documentId", "ZF-@K@-" + i, "/transfer/amount/amount", "@AMOUNT@"));
            }
            for (int i = 5; i <= 6; i++) {
                all[i] = pieces(Documents.example(
                        "contractChange",
                        "/header/documentId",
                        "BG-@K@-" + i,
                        "/status",
                        "DRAFT",
                        "/supplementAmount/amount",
                        i == 5 ? "68576.00" : "@AMOUNT@"));
            }
            all[7] = pieces(Documents.example(
                    "procurementProject",
                    "/header/documentId",
                    "XM-@K@",
                    "/project/budgetProjectCode",
                    "53010026000000@PAIR@",
                    "/method",
                    Documents.NEGOTIATION,
                    "/budget/amount",
                    "@AMOUNT@"));
            all[8] = pieces(Documents.example(
                    "complaintDecision", "/header/documentId", "TS-@K@", "/parties/0/name", "示例公司@PAIR@"));
            return all;
        }

        /** Every chain has a contract and a project of its own. */
        private static byte[][] pieces(String document) {
            return Arrays.stream(document.replace("HTGG-2026-000061", "HTGG-@K@")
                            .replace("SLSCG-2026-0042", "SLSCG-@K@")
                            .split("@"))
                    .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
        }
    }
}
