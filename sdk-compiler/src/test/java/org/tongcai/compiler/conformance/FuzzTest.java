package org.tongcai.compiler.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Limits;
import org.tongcai.Severity;
import org.tongcai.Skipped;
import org.tongcai.ValidationOptions;
import org.tongcai.Verdict;
import org.tongcai.input.Slice;

/** Whatever the bytes are: the engine answers, within its limits, and calls malformed exactly what another parser calls malformed. */
class FuzzTest {
    private static final Setting SETTING = Setting.get();
    private static final Set<String> MALFORMED = Set.of(
            "syntax.json", "syntax.xml", "syntax.dtd", "syntax.encoding", "syntax.empty", "syntax.trailing-content");
    /** Small enough that ordinary documents run into each of them. */
    private static final Limits TIGHT = new Limits(4, 3_000, 30, 6, 5, 2, 1L << 20);
    /** Only a hang takes so long. */
    private static final Duration HANG = Duration.ofMinutes(2);

    /** Small documents and realistic ones: a change in them matters. */
    static final List<byte[]> DOCUMENTS = new ArrayList<>();

    @BeforeAll
    static void documents() throws IOException {
        if (DOCUMENTS.isEmpty()) {
            SETTING.forEach(Setting.Sample::accepted, (sample, document) -> {
                if (document.length < 16_000 && !sample.name().endsWith("/kept")) {
                    DOCUMENTS.add(document);
                }
            });
        }
    }

    @Test
    void bytesOfAllKinds() {
        campaign(1, 20_000);
    }

    @Test
    @Tag("long")
    void veryManyBytes() {
        campaign(1_000_000_000, Integer.getInteger("fuzz.documents", 2_000_000));
    }

    private static void campaign(long firstSeed, int inputs) {
        int batch = 10_000;
        int[] malformed = {0};
        for (long start = firstSeed; start < firstSeed + inputs; start += batch) {
            long from = start;
            assertTimeout(HANG, () -> {
                for (long seed = from; seed < from + batch; seed++) {
                    Random random = new Random(seed);
                    byte[] document = new ByteMutator(random).mutate(DOCUMENTS);
                    malformed[0] += judged("seed " + seed, document, ValidationOptions.DEFAULT) ? 1 : 0;
                    if (seed % 4 == 0) {
                        judged("seed " + seed, document, ValidationOptions.DEFAULT.withLimits(TIGHT));
                    }
                }
            });
        }
        // Both kinds, or the comparison proves little.
        assertTrue(malformed[0] > inputs / 10 && malformed[0] < inputs * 9 / 10, malformed[0] + " malformed");
    }

    @Test
    void truncatedAtEveryByte() {
        // One document in three: there are two or three of a type.
        for (int each = 0; each < DOCUMENTS.size(); each += 3) {
            byte[] document = DOCUMENTS.get(each);
            int end = new String(document, StandardCharsets.ISO_8859_1).lastIndexOf('}');
            // Every byte of the beginning, where the header is, and of the end; a prime step in between.
            for (int i = 0; i <= end; i += i < 400 || i > end - 100 ? 1 : 31) {
                byte[] part = Arrays.copyOf(document, i);
                assertTrue(judged("truncated at " + i, part, ValidationOptions.DEFAULT), "truncated at " + i);
            }
        }
    }

    @Test
    void bombs() {
        int size = 1 << 19;
        String head = "{\"header\":{\"documentType\":\"product\",\"standardVersion\":\"0.1\"},";
        List<String> bombs = new ArrayList<>(List.of(
                "[".repeat(size),
                "{\"a\":".repeat(size / 5),
                head + "\"price\":" + "[".repeat(size),
                head + "\"extensions\":" + "[{\"children\":".repeat(size / 13),
                head + "\"price\":" + "9".repeat(size) + "}",
                head + "\"price\":-0." + "0".repeat(size) + "}",
                head + "\"price\":1e" + "9".repeat(size) + "}",
                head + "\"name\":\"" + "a".repeat(4 * size) + "\"}",
                head + "\"name\":\"" + "😀".repeat(size / 2) + "\"}",
                head + "\"name\":\"" + "\\u0001".repeat(size / 6) + "\"}",
                head + "\"" + "b".repeat(4 * size) + "\":1}",
                head + "\"x\":1,".repeat(size / 6) + "\"y\":1}",
                head + "\"name\":1,".repeat(size / 9) + "\"name\":1}",
                head + "\"images\":[" + "1,".repeat(size / 2) + "1]}",
                head + "\"images\":[" + "{},".repeat(size / 3) + "{}]}",
                head + "\"tags\":[" + "\"AaBB\",\"BBAa\",".repeat(size / 14) + "\"x\"]}",
                "\"".repeat(size),
                "\\".repeat(size),
                " ".repeat(size),
                "\u0000".repeat(size),
                "\uFEFF".repeat(size / 3),
                "{}".repeat(size / 2),
                "[{}]" + "]".repeat(size),
                "\"" + "\\ud800".repeat(size / 6) + "\""));
        // The same where the header comes last: it is looked for in front of everything.
        bombs.add("{\"extensions\":" + "[".repeat(size / 2) + "]".repeat(size / 2) + "," + head.substring(1)
                + "\"a\":1}");
        assertTimeout(HANG, () -> {
            for (String bomb : bombs) {
                judged(
                        "bomb " + bomb.substring(0, Math.min(100, bomb.length())),
                        bytes(bomb),
                        ValidationOptions.DEFAULT);
            }
        });
    }

    @Test
    void memoryFollowsTheSizeOfTheDocument() {
        var meter = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        int size = Limits.DEFAULT.documentBytes();
        List<byte[]> documents = List.of(
                bytes("[".repeat(size)),
                bytes("{\"header\":{\"documentType\":\"product\"}," + "\"x\":1,".repeat(size / 6 - 10) + "\"y\":1}"),
                bytes("{\"header\":{\"documentType\":\"product\"},\"images\":[" + "1,".repeat(size / 2 - 40) + "1]}"),
                bytes("{\"header\":{\"documentType\":\"product\"},\"name\":\"" + "a".repeat(size - 100) + "\"}"));
        for (byte[] document : documents) {
            long before = meter.getCurrentThreadAllocatedBytes();
            SETTING.standard.validate(Slice.of("-", document), ValidationOptions.DEFAULT);
            long taken = meter.getCurrentThreadAllocatedBytes() - before;
            assertTrue(taken < 8L * size, () -> taken + " bytes for " + document.length);
        }
    }

    @Test
    void oneByteTooMany() {
        byte[] document = bytes(" ".repeat(Limits.DEFAULT.documentBytes() + 1));
        DocumentReport report = SETTING.standard.validate(document);
        assertEquals(Verdict.UNDETERMINED, report.verdict());
        assertEquals("limit.document-size", report.findings().get(0).ruleId());
    }

    /** Judges and holds the answer against Jackson and against what every answer must fulfil; whether it was called malformed. */
    private static boolean judged(String name, byte[] document, ValidationOptions options) {
        DocumentReport report;
        try {
            report = SETTING.standard.validate(Slice.of("-", document), options);
        } catch (RuntimeException | StackOverflowError e) {
            return fail(name + " " + shown(document), e);
        }
        List<Finding> findings = report.findings();
        boolean malformed = findings.stream().anyMatch(f -> MALFORMED.contains(f.ruleId()));
        boolean limited = findings.stream().anyMatch(f -> f.ruleId().startsWith("limit."));
        boolean errors = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
        // A rule may be undecidable where nothing is wrong: a day in a year without calendar.
        boolean open = !errors && report.skipped().stream().anyMatch(s -> s.kind() == Skipped.Kind.UNDETERMINED);
        if (!open) {
            assertEquals(limited, report.verdict() == Verdict.UNDETERMINED, () -> told(name, document, report));
            assertEquals(errors, report.verdict() != Verdict.ACCEPTED, () -> told(name, document, report));
        }
        WellFormed other = WellFormed.of(document);
        if (!limited) {
            assertEquals(!other.json(), malformed, () -> told(name, document, report));
            assertTrue(!other.json() || other.depth() <= options.limits().depth(), () -> told(name, document, report));
            assertTrue(document.length <= options.limits().documentBytes(), () -> told(name, document, report));
        }
        if (other.json() && !limited) {
            repetitions(name, document, report, other.repeated());
        }
        wellMade(name, document, report, options.limits());
        return malformed;
    }

    /** Members that appear twice are always found; inside of what nobody reads, that they stand there is the fault. */
    private static void repetitions(String name, byte[] document, DocumentReport report, boolean repeated) {
        boolean told = report.findings().stream().anyMatch(f -> f.ruleId().equals("syntax.duplicate-key"));
        boolean structure = report.findings().stream()
                .anyMatch(f -> f.layer() == Layer.STRUCTURE && f.severity() == Severity.ERROR);
        assertTrue(!told || repeated, () -> told(name, document, report));
        assertTrue(!repeated || told || structure, () -> told(name, document, report));
    }

    private static void wellMade(String name, byte[] document, DocumentReport report, Limits limits) {
        List<Finding> findings = report.findings();
        Map<String, Integer> counts = new HashMap<>();
        long last = 0;
        for (Finding finding : findings) {
            counts.merge(finding.ruleId(), 1, Integer::sum);
            boolean placed = finding.byteOffset() >= last
                    && finding.byteOffset() <= document.length
                    && finding.line() >= 1
                    && finding.column() >= 1
                    && (finding.pointer().isEmpty() || finding.pointer().startsWith("/"));
            assertTrue(placed, () -> told(name, document, report));
            String value = finding.value();
            assertTrue(value == null || value.length() <= 210, () -> told(name, document, report));
            assertTrue(
                    !finding.message().zh().isEmpty() && !finding.message().en().isEmpty(),
                    () -> told(name, document, report));
            last = finding.byteOffset();
        }
        // What ends the reading is kept whatever the caps say.
        assertTrue(findings.size() <= limits.findingsPerDocument() + 1, () -> told(name, document, report));
        assertTrue(
                counts.values().stream().allMatch(count -> count <= limits.findingsPerCheck() + 1),
                () -> told(name, document, report));
    }

    private static String told(String name, byte[] document, DocumentReport report) {
        return name + " " + report.verdict() + " " + report.findings() + "\n" + shown(document);
    }

    static String shown(byte[] document) {
        byte[] part = Arrays.copyOf(document, Math.min(document.length, 20_000));
        return new String(part, StandardCharsets.UTF_8) + "\n" + HexFormat.of().formatHex(part);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
