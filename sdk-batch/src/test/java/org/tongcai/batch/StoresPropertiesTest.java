package org.tongcai.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tongcai.batch.Documents.NEGOTIATION;
import static org.tongcai.batch.Documents.example;
import static org.tongcai.batch.Documents.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tongcai.MissingReferences;

/** Wherever documents are kept and in whatever order they come, the verdict is the same. */
class StoresPropertiesTest {
    private static final BatchOptions MEMORY = BatchOptions.DEFAULT;
    private static final BatchOptions DISK = BatchOptions.DEFAULT.withMemoryDocuments(0);
    private static final BatchOptions LATER = BatchOptions.DEFAULT.withMemoryDocuments(7);

    private static final String[] TYPES = {
        "payment", "contract", "contractChange", "procurementProject", "complaintDecision"
    };

    @Provide
    Arbitrary<List<String>> batches() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, TYPES.length - 1),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2))
                .as(StoresPropertiesTest::document)
                .list()
                .ofMinSize(2)
                .ofMaxSize(24);
    }

    /** Few numbers, platforms and revisions, so that they meet. */
    private static String document(int type, int number, int revision, int platform, int variant) {
        List<String> changes = new ArrayList<>(List.of(
                "/header/documentId",
                number == 3 ? "HTGG-2026-000061" : "D-" + number,
                "/header/revision",
                Integer.toString(revision),
                "/header/platform/code",
                "PLATFORM-0" + platform));
        switch (TYPES[type]) {
            case "payment" ->
                changes.addAll(List.of(
                        "/transfer/amount/amount",
                        (variant + 3) + "00000.00",
                        "/contract/contract/documentId",
                        variant == 2 ? "D-1" : "HTGG-2026-000061"));
            case "contract" -> changes.addAll(List.of("/code", "HT-" + variant));
            case "contractChange" -> changes.addAll(List.of("/supplementAmount/amount", (variant + 4) + "0000.00"));
            case "procurementProject" ->
                changes.addAll(List.of("/method", NEGOTIATION, "/budget/amount", (variant + 8) + "00000.00"));
            default -> changes.addAll(List.of("/decidedOn", "2026-0" + (variant + 3) + "-15"));
        }
        return example(TYPES[type], changes.toArray(new String[0]));
    }

    @Property(tries = 60)
    void memoryAndDiskSayTheSame(@ForAll("batches") List<String> batch) {
        Documents.Judged expected = judge(MEMORY, MissingReferences.ERROR, batch);
        assertEquals(
                expected.reports(), judge(DISK, MissingReferences.ERROR, batch).reports());
        assertEquals(
                expected.reports(), judge(LATER, MissingReferences.ERROR, batch).reports());
    }

    @Property(tries = 60)
    void theOrderPlaysNoPart(@ForAll("batches") List<String> batch, @ForAll long seed) {
        List<String> shuffled = new ArrayList<>(batch);
        Collections.shuffle(shuffled, new Random(seed));
        for (BatchOptions options : List.of(MEMORY, DISK)) {
            assertEquals(
                    places(judge(options, MissingReferences.ERROR, batch).all()),
                    places(judge(options, MissingReferences.ERROR, shuffled).all()));
        }
    }

    /** Where another document stands does depend on the order. */
    private static List<String> places(List<String> all) {
        return all.stream()
                .map(line -> line.replaceAll("第 \\d+ 份|document \\d+", "*"))
                .toList();
    }
}
