package org.tongcai.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tongcai.batch.Documents.NEGOTIATION;
import static org.tongcai.batch.Documents.example;
import static org.tongcai.batch.Documents.judge;
import static org.tongcai.batch.Documents.payment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongcai.MissingReferences;
import org.tongcai.Skipped;

/** Rules over sets of documents, each way of keeping them. */
class SetRulesTest {
    private static final String CONTRACT = example("contract");

    static Stream<BatchOptions> stores() {
        return Stream.of(BatchOptions.DEFAULT, BatchOptions.DEFAULT.withMemoryDocuments(0));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void paymentsMayReachTheContractToTheCent(BatchOptions options) {
        String first = payment("ZF-1", "411456.00");
        assertEquals(
                Map.of(),
                judge(options, first, CONTRACT, payment("ZF-2", "960064.00")).of("GP-PAYMENT-011"));
        String message = "合同（含变更）金额 1371520.00 元，连同本笔已付 1371520.01 元";
        assertEquals(
                Map.of("ZF-1", message, "ZF-2", message),
                judge(options, first, CONTRACT, payment("ZF-2", "960064.01")).of("GP-PAYMENT-011"));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aCorrectedPaymentCountsOnceByItsHighestRevision(BatchOptions options) {
        String wrong = payment("ZF-2", "9960064.00");
        String mended = example(
                "payment",
                "/header/documentId",
                "ZF-2",
                "/header/revision",
                "2",
                "/transfer/amount/amount",
                "960064.00");
        assertEquals(
                Set.of("ZF-2"),
                judge(options, mended, payment("ZF-1", "411456.00"), CONTRACT, wrong)
                        .of("GP-PAYMENT-011")
                        .keySet(),
                "the first revision of ZF-2 is wrong by itself, nobody else suffers from it");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void supplementsMayReachTenPerCent(BatchOptions options) {
        String half = supplement("BG-1", "68576.00");
        assertEquals(
                Map.of(),
                judge(options, half, CONTRACT, supplement("BG-2", "68576.00")).of("GP-CONTRACT-031"));
        assertEquals(
                "原合同 1371520.00 元，连同本次已补充 2 次、合计 137289.15 元，超过 10%（137152.00 元）",
                judge(options, half, CONTRACT, supplement("BG-2", "68713.15"))
                        .of("GP-CONTRACT-031")
                        .get("BG-2"),
                "10.01 %");
    }

    private static String supplement(String id, String amount) {
        return example("contractChange", "/header/documentId", id, "/supplementAmount/amount", amount);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void oneBudgetProjectIsNotSplit(BatchOptions options) {
        assertEquals(
                Map.of(),
                judge(options, project("XM-1", "1000000.00"), project("XM-2", "1000000.00"))
                        .of("GP-CONTROL-009"));
        assertEquals(
                Set.of("XM-1", "XM-2"),
                judge(options, project("XM-1", "1000000.00"), project("XM-2", "1000000.01"))
                        .of("GP-CONTROL-009")
                        .keySet());
        String other = example(
                "procurementProject",
                "/header/documentId",
                "XM-3",
                "/method",
                NEGOTIATION,
                "/budget/amount",
                "1900000.00",
                "/project/budgetProjectCode",
                "530100260000000009999");
        assertEquals(
                Map.of(), judge(options, project("XM-1", "1000000.00"), other).of("GP-CONTROL-009"));
    }

    private static String project(String id, String budget) {
        return example(
                "procurementProject", "/header/documentId", id, "/method", NEGOTIATION, "/budget/amount", budget);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void theThirdUnfoundedComplaintWithinTwelveMonths(BatchOptions options) {
        String latest = decision("TS-3", "2026-05-15");
        String second = decision("TS-2", "2026-02-11");
        assertEquals(
                Set.of("TS-3"),
                judge(options, latest, second, decision("TS-1", "2025-05-16"))
                        .of("GP-COMPLAINT-050")
                        .keySet());
        assertEquals(
                Map.of(),
                judge(options, latest, second, decision("TS-1", "2025-05-15")).of("GP-COMPLAINT-050"),
                "a year ago to the day is outside");
    }

    private static String decision(String id, String day) {
        return example("complaintDecision", "/header/documentId", id, "/decidedOn", day, "/receivedOn", day);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aPlanStaysWithinItsIndicator(BatchOptions options) {
        String plan = example("procurementPlan");
        assertEquals(Map.of(), judge(options, plan, example("budgetIndicator")).of("GP-CONTROL-002"));
        String spent = example("budgetIndicator", "/movements/1/cause/documentId", "CGJH-2026-000099");
        assertEquals(1, judge(options, plan, spent).of("GP-CONTROL-002").size());
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aMissingDocumentIsSkippedOrAnErrorAsTheCallerSays(BatchOptions options) {
        List<String> alone = List.of(payment("ZF-1", "1.00"));
        Documents.Judged lenient = judge(options, MissingReferences.SKIP, alone);
        assertEquals(Map.of(), lenient.of("references.not-found"));
        assertTrue(lenient.reports().get(0).skipped().stream()
                .anyMatch(skipped -> "GP-PAYMENT-011".equals(skipped.ruleId())
                        && skipped.kind() == Skipped.Kind.SKIPPED
                        && skipped.reason().zh().contains("HTGG-2026-000061")));
        assertTrue(judge(options, MissingReferences.ERROR, alone)
                .of("references.not-found")
                .containsKey("ZF-1"));
    }
}
