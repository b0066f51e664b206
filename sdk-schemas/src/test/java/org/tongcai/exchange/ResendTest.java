package org.tongcai.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcai.Limits;
import org.tongcai.ValidationOptions;

/**
 * A package that comes again unchanged: a receipt that says so, names the first and repeats its verdict, and nothing taken twice; what could
 * not be judged the first time is judged anew (section 2.3 of the service standard).
 */
class ResendTest {
    private static final String SENDER = "DEMO-PLATFORM-01";
    private static final String RECEIVER = "DEMO-NATIONAL-01";

    /** Larger than the importer of {@link #weak} can judge. */
    private static final byte[] LARGE = Sample.line("awardNotice.json");

    private static final byte[] SMALL = Sample.line("stockUpdate.json");

    @TempDir
    Path folder;

    private final Sample.Memory memory = new Sample.Memory();

    private PackageImporter able() throws IOException {
        return Sample.importer(folder, Sample.reader());
    }

    /** A machine that lacks the means to judge one of the documents. */
    private PackageImporter weak() throws IOException {
        Limits limits = new Limits(64, SMALL.length + 8, 1 << 20, 64, 1_000, 100, 1L << 40);
        assertTrue(SMALL.length + 8 < LARGE.length);
        return Sample.importer(folder, Sample.reader(), ValidationOptions.DEFAULT.withLimits(limits));
    }

    private Path pack(byte[]... documents) throws IOException {
        return Sample.pack(folder, Sample.options(), documents).get(0);
    }

    private static ImportResult take(PackageImporter importer, Path made, ImportHandler handler) throws IOException {
        ImportResult result = importer.take(made, handler);
        assertNull(result.refusal(), () -> String.valueOf(result.refusal()));
        assertEquals(List.of(), Sample.STANDARD.validate(result.receipt()).findings());
        return result;
    }

    private static Map<String, Object> receipt(ImportResult result) throws IOException {
        return Json.read(result.receipt());
    }

    private byte[] kept(int round) throws IOException {
        return new FileImportLedger(folder.resolve("received")).receipt(SENDER, RECEIVER, 1, round);
    }

    private static byte[] wrong() {
        return new String(Sample.line("product.json"), StandardCharsets.UTF_8)
                .replace("\"productId\"", "\"productIt\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCEPTED", "REJECTED"})
    void theReceiptNamesTheFirstAndRepeatsItsVerdict(String verdict) throws IOException {
        Path made = verdict.equals("ACCEPTED") ? pack(LARGE, SMALL) : pack(LARGE, wrong());
        ImportResult first = take(able(), made, memory);
        assertEquals(verdict, Json.text(receipt(first), "verdict"));
        take(able(), pack(Sample.numbered(2)), memory);
        List<String> before = List.copyOf(memory.taken);

        ImportResult second = take(able(), made, memory);

        assertTrue(second.duplicate());
        assertEquals("DUPLICATE", Json.text(receipt(second), "state"));
        assertEquals(verdict, Json.text(receipt(second), "verdict"));
        assertEquals(Json.text(receipt(first), "receiptId"), Json.text(receipt(second), "duplicateOf", "documentId"));
        assertNotEquals(Json.text(receipt(first), "receiptId"), Json.text(receipt(second), "receiptId"));
        assertEquals(2, Json.number(receipt(second), "confirmedSequence"), "the position has gone on since");
        assertEquals(before, memory.taken);
        assertArrayEquals(first.receipt(), kept(1), "the ledger keeps the first");
        ImportResult third = take(able(), made, memory);
        assertEquals(
                Json.text(receipt(first), "receiptId"),
                Json.text(receipt(third), "duplicateOf", "documentId"),
                "the first, not the one before");
    }

    @Test
    void whatCouldNotBeJudgedIsJudgedAnewAndNothingElseTakenAgain() throws IOException {
        Path made = pack(LARGE, SMALL);
        ImportResult first = take(weak(), made, memory);
        assertEquals("UNDETERMINED", Json.text(receipt(first), "verdict"));
        assertEquals(
                "RESEND_UNCHANGED",
                Json.text(Json.objects(receipt(first), "nextSteps").get(0), "action"));
        assertEquals(2, memory.taken.size());

        ImportResult second = take(able(), made, memory);

        assertFalse(second.duplicate());
        assertEquals(2, second.round());
        assertEquals("ACCEPTED", Json.text(receipt(second), "verdict"));
        assertEquals("TAKEN", Json.text(receipt(second), "state"));
        assertEquals(2, Json.number(receipt(second), "summary", "accepted"));
        assertEquals(0, Json.number(receipt(second), "summary", "findings", "error"));
        assertEquals(2, Json.objects(receipt(second), "documents").size());
        assertEquals(
                Json.objects(receipt(first), "documents").get(1),
                Json.objects(receipt(second), "documents").get(1),
                "what was decided stays");
        assertEquals(3, memory.taken.size(), "the one document more");
        assertTrue(memory.taken.get(2).endsWith(" ACCEPTED"), memory.taken.get(2));
        assertArrayEquals(second.receipt(), kept(2));
        ImportResult third = take(able(), made, memory);
        assertEquals(Json.text(receipt(second), "receiptId"), Json.text(receipt(third), "duplicateOf", "documentId"));
        assertEquals(3, memory.taken.size());
    }

    @Test
    void whatStillCannotBeJudgedIsAskedForAgain() throws IOException {
        Path made = pack(LARGE, SMALL);
        take(weak(), made, memory);
        ImportResult second = take(weak(), made, memory);
        assertFalse(second.duplicate());
        assertEquals("UNDETERMINED", Json.text(receipt(second), "verdict"));
        assertEquals(1, Json.number(receipt(second), "summary", "undetermined"));
        assertEquals(3, take(able(), made, memory).round());
    }

    /** A later round of an old package is nothing that others have to wait for, and does not set the chain back. */
    @ParameterizedTest
    @ValueSource(strings = {"begin", "document", "commit", "committed"})
    void aCrashWhileJudgingAnewLosesNothing(String where) throws IOException {
        Path first = pack(LARGE, SMALL);
        Path second = pack(Sample.numbered(2));
        Path third = pack(Sample.numbered(3));
        take(weak(), first, memory);
        take(able(), second, memory);
        memory.failAt = where;
        PackageImporter able = able();
        assertThrows(IOException.class, () -> able.take(first, memory));

        take(able(), third, memory);
        ImportResult again = take(able(), first, memory);

        assertEquals("ACCEPTED", Json.text(receipt(again), "verdict"));
        assertEquals(5, memory.taken.size(), memory.taken.toString());
        assertEquals(
                1,
                memory.taken.stream()
                        .filter(t -> t.equals(memory.taken.get(0).replace("UNDETERMINED", "ACCEPTED")))
                        .count());
        take(able(), pack(Sample.numbered(4)), memory);
    }

    @Test
    void inAFolderEachRoundHasItsPlace() throws IOException {
        Path made = pack(LARGE, SMALL);
        FolderImport target = new FolderImport(folder.resolve("in"));
        ImportResult first = take(weak(), made, target);
        Path place = target.place(first.info(), 1);
        byte[] line = (new String(LARGE, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(line, Files.readAllBytes(place.resolve("deferred/documents.ndjson")));
        ImportResult second = take(able(), made, target);
        Path next = target.place(second.info(), 2);
        assertArrayEquals(line, Files.readAllBytes(next.resolve("accepted/documents.ndjson")));
        assertArrayEquals(second.receipt(), Files.readAllBytes(next.resolve("receipt.json")));
        assertArrayEquals(first.receipt(), Files.readAllBytes(place.resolve("receipt.json")));
        assertTrue(take(able(), made, target).duplicate());
    }
}
