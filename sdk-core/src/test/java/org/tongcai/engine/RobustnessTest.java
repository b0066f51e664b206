package org.tongcai.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Severity;
import org.tongcai.Verdict;
import org.tongcai.input.Slice;

/** Whatever the bytes are: no exception, and well-formed exactly where another parser says so. */
class RobustnessTest {
    private static final Engine ENGINE = new Engine(new TestBundle());
    private static final JsonFactory JACKSON = new JsonFactory();
    private static final Set<String> MALFORMED =
            Set.of("syntax.json", "syntax.encoding", "syntax.empty", "syntax.trailing-content");

    /** Judges, holds the answer against Jackson, and looks at what every report must fulfil. */
    private static void judge(byte[] document) {
        DocumentReport report = Documents.judge(ENGINE, document);
        boolean malformed = report.findings().stream().anyMatch(f -> MALFORMED.contains(f.ruleId()));
        boolean limited = report.verdict() == Verdict.UNDETERMINED;
        // What begins with "<" is XML and held against another parser in XmlWellFormedPropertiesTest.
        if (!limited && !XmlEvents.isXml(Slice.of("-", document))) {
            assertEquals(
                    !wellFormed(document),
                    malformed,
                    () -> new String(document, StandardCharsets.UTF_8) + "\n" + report);
        }
        boolean errors = report.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
        assertEquals(!errors, report.verdict() == Verdict.ACCEPTED);
        long last = 0;
        for (Finding finding : report.findings()) {
            assertTrue(finding.byteOffset() >= last && finding.byteOffset() <= document.length, finding::toString);
            assertTrue(finding.line() >= 1 && finding.column() >= 1);
            assertTrue(finding.pointer().isEmpty() || finding.pointer().startsWith("/"));
            last = finding.byteOffset();
        }
    }

    /** Whether four hexadecimal digits follow each {@code \\u}: Jackson takes U+9762 for the digit of its low byte, 0x62. */
    private static boolean hexadecimal(String text) {
        for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i + 2)) {
            if (text.startsWith("u", i + 1)
                    && !text.substring(i + 2, Math.min(i + 6, text.length())).matches("[0-9A-Fa-f]{4}")) {
                return false;
            }
        }
        return true;
    }

    private static boolean wellFormed(byte[] document) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
        } catch (CharacterCodingException e) {
            return false;
        }
        if (!hexadecimal(text)) {
            return false;
        }
        try (JsonParser parser = JACKSON.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return false;
            }
            int depth = 0;
            for (JsonToken token = first; token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    parser.getText();
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 0) {
                    return parser.nextToken() == null;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    @Property(tries = 1500)
    void randomBytes(@ForAll byte[] bytes) {
        judge(bytes);
    }

    @Property(tries = 1500)
    void randomJsonLikeText(@ForAll("jsonLike") String text) {
        judge(Documents.bytes(text));
    }

    @Provide
    Arbitrary<String> jsonLike() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"a\"",
                        "\"header\"",
                        "1",
                        "-",
                        "0",
                        ".5",
                        "e3",
                        "true",
                        "false",
                        "null",
                        " ",
                        "\n",
                        "\"",
                        "\\",
                        "\\u00",
                        "\\ud800",
                        "中",
                        "\u0001",
                        "\"b\":",
                        "{\"documentType\":\"awardNotice\"}",
                        "\uFEFF",
                        "😀")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 1500)
    void mutatedDocuments(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = Documents.bytes(random.nextBoolean() ? Documents.award() : Documents.large());
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes = without(bytes, at, 1 + random.nextInt(Math.min(40, bytes.length - at)));
                case 3 -> bytes[at] = (byte) "{}[],:\"\\ 0-.e".charAt(random.nextInt(13));
                default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
            }
        }
        judge(bytes);
    }

    private static byte[] without(byte[] bytes, int from, int size) {
        byte[] rest = Arrays.copyOf(bytes, bytes.length - size);
        System.arraycopy(bytes, from + size, rest, from, rest.length - from);
        return rest.length == 0 ? new byte[1] : rest;
    }

    @Test
    void truncatedAnywhere() {
        byte[] document = Documents.bytes(Documents.large());
        for (int i = 0; i < document.length; i++) {
            byte[] part = Arrays.copyOf(document, i);
            DocumentReport report = Documents.judge(ENGINE, part);
            assertEquals(Verdict.REJECTED, report.verdict());
            assertTrue(
                    MALFORMED.contains(
                            report.findings().get(report.findings().size() - 1).ruleId()),
                    report::toString);
        }
    }

    @Test
    void theSurroundingsOfASliceAreNotRead() {
        byte[] document = Documents.bytes(Documents.award());
        byte[] buffer = new byte[document.length + 2];
        Arrays.fill(buffer, (byte) '"');
        System.arraycopy(document, 0, buffer, 1, document.length);
        var slice = new org.tongcai.input.Slice("-", 0, buffer, 1, document.length, 1, 1, 2);
        assertEquals(
                List.of(),
                ENGINE.validate(slice, org.tongcai.ValidationOptions.DEFAULT).findings());
    }

    @Test
    void anEngineServesManyThreadsAndForgetsEachDocument() throws Exception {
        Engine shared = new Engine(new TestBundle());
        List<byte[]> documents = List.of(
                Documents.bytes(Documents.award()),
                Documents.bytes(Documents.large()),
                Documents.bytes(Documents.large().replace("OPEN_TENDER", "OPEN").replace("2.5 GHz", "\\u0001")),
                Documents.bytes(Documents.award().replace("台式机", "台\"机")),
                Documents.bytes(Documents.award().replace("\"kind\":\"total\",", "")),
                new byte[] {'{'});
        List<DocumentReport> expected = documents.stream()
                .map(document -> Documents.judge(ENGINE, document))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                Random random = new Random(t);
                tasks.add(() -> {
                    for (int i = 0; i < 300; i++) {
                        int which = random.nextInt(documents.size());
                        assertEquals(expected.get(which), Documents.judge(shared, documents.get(which)));
                    }
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aValidDocumentCostsAlmostNoMemory() {
        var meter = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        byte[] document = Documents.bytes(Documents.large());
        for (int i = 0; i < 50; i++) {
            Documents.judge(ENGINE, document);
        }
        long before = meter.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1000; i++) {
            Documents.judge(ENGINE, document);
        }
        long each = (meter.getCurrentThreadAllocatedBytes() - before) / 1000;
        assertTrue(each < 1_000, () -> each + " bytes a document");
    }
}
