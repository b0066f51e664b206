package org.tongcai.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tongcai.batch.Documents.STANDARD;
import static org.tongcai.batch.Documents.example;
import static org.tongcai.batch.Documents.judge;
import static org.tongcai.batch.Documents.payment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tongcai.MissingReferences;
import org.tongcai.Skipped;
import org.tongcai.input.Slice;
import org.tongcai.rule.Facts;
import org.tongcai.rule.LookUps;

/** What is too much is said, and never taken for "in order". */
class LimitsTest {
    private static final BatchOptions FIVE = BatchOptions.DEFAULT.withGroupDocuments(5);

    @Test
    void aGroupThatIsTooLargeLeavesTheRuleUndetermined() {
        List<String> documents = new ArrayList<>(List.of(example("contract")));
        for (int i = 0; i < 5; i++) {
            documents.add(payment("ZF-" + i, "1000000.00"));
        }
        assertEquals(
                5,
                judge(FIVE, MissingReferences.SKIP, documents)
                        .of("GP-PAYMENT-011")
                        .size(),
                "five are judged");
        documents.add(payment("ZF-5", "1000000.00"));
        Documents.Judged judged = judge(FIVE, MissingReferences.SKIP, documents);
        assertEquals(Map.of(), judged.of("GP-PAYMENT-011"));
        Skipped skipped = judged.reports().get(3).skipped().stream()
                .filter(one -> "GP-PAYMENT-011".equals(one.ruleId()))
                .findFirst()
                .orElseThrow();
        assertEquals(Skipped.Kind.UNDETERMINED, skipped.kind());
        assertEquals("相关单据超过 5 份或者过大，无法一并核对", skipped.reason().zh());
    }

    @Test
    void supersededRevisionsDoNotFillAGroup() {
        List<String> documents = new ArrayList<>(List.of(example("contract")));
        for (int revision = 1; revision < 9; revision++) {
            documents.add(example(
                    "payment",
                    "/header/documentId",
                    "ZF-1",
                    "/header/revision",
                    Integer.toString(revision),
                    "/transfer/amount/amount",
                    "9000000.00"));
        }
        assertEquals(
                "[ZF-1]",
                judge(FIVE, MissingReferences.SKIP, documents)
                        .of("GP-PAYMENT-011")
                        .keySet()
                        .toString());
    }

    @Test
    void aDocumentUnderVeryManyValuesIsFoundAllTheSame() {
        String parties = "[{'role':'COMPLAINANT','name':'甲一'},{'role':'COMPLAINANT','name':'甲二'},"
                + "{'role':'RESPONDENT','name':'甲三'}]";
        String many =
                example("complaintDecision", "/header/documentId", "TS-1", "/parties", parties.replace('\'', '"'));
        String few = example("complaintDecision", "/header/documentId", "TS-2", "/parties/0/name", "甲二");
        LookUps lookUps = LookUps.of(STANDARD.bundle());
        Fingerprint print = new Fingerprint();
        try (DiskWriter writer = new DiskWriter(lookUps, BatchOptions.DEFAULT, 2)) {
            long number = 0;
            for (String document : List.of(few, many)) {
                Slice slice = Slice.of("-", document.getBytes(StandardCharsets.UTF_8));
                Facts facts = Objects.requireNonNull(STANDARD.facts(slice));
                writer.add(Versions.of(lookUps.key(facts), slice, number++, print), facts);
            }
            try (DiskStore store = writer.finish(number)) {
                List<List<String>> name = List.of(List.of("parties", "name"));
                for (int twice = 0; twice < 2; twice++) {
                    assertEquals(
                            2,
                            store.where("complaintDecision", name, List.of("甲二"))
                                    .size());
                    assertEquals(
                            1,
                            store.where("complaintDecision", name, List.of("甲三"))
                                    .size());
                    assertEquals(
                            0,
                            store.where("complaintDecision", name, List.of("甲四"))
                                    .size());
                }
            }
        }
    }

    @Test
    void whatNoRuleAsksIsRefused() throws IOException {
        for (BatchOptions options : Arrays.asList(BatchOptions.DEFAULT, BatchOptions.DEFAULT.withMemoryDocuments(0))) {
            try (ReferenceCollector collector = new ReferenceCollector(STANDARD, options)) {
                collector.add("-", Documents.lines(List.of(payment("ZF-1", "1.00"))));
                try (References references = collector.finish()) {
                    assertEquals(options.memoryDocuments() == 0, references.isOnDisk());
                    assertThrows(
                            RuntimeException.class,
                            () -> references.where("payment", List.of(List.of("noSuchField")), List.of("x")));
                }
            }
        }
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BatchOptions(null, -1, 16, 100));
        assertThrows(IllegalArgumentException.class, () -> new BatchOptions(null, 101, 16, 100));
        assertThrows(IllegalArgumentException.class, () -> new BatchOptions(null, 0, 1, 100));
        assertThrows(IllegalArgumentException.class, () -> new BatchOptions(null, 0, 16, 0));
        assertTrue(BatchOptions.DEFAULT.withGroupDocuments(7).memoryDocuments() == 7);
    }
}
