package org.tongcai.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.tongcai.batch.Documents.STANDARD;
import static org.tongcai.batch.Documents.example;
import static org.tongcai.batch.Documents.judge;
import static org.tongcai.batch.Documents.payment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.ValidationOptions;
import org.tongcai.Verdict;
import org.tongcai.input.Slice;

/** Two documents that say of themselves that they are the same. */
class DuplicatesTest {
    private static final String DUPLICATE = "references.duplicate";

    static Stream<BatchOptions> stores() {
        return SetRulesTest.stores();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void otherContentIsAnErrorOfBoth(BatchOptions options) {
        Documents.Judged judged =
                judge(options, payment("ZF-1", "1.00"), payment("ZF-2", "1.00"), payment("ZF-1", "2.00"));
        DocumentReport first = judged.reports().get(0);
        Finding finding = first.findings().stream()
                .filter(one -> one.ruleId().equals(DUPLICATE))
                .findFirst()
                .orElseThrow();
        assertEquals("/header/documentId", finding.pointer());
        assertEquals("ZF-1", finding.value());
        assertEquals(1, finding.line());
        assertEquals(Verdict.REJECTED, first.verdict());
        assertEquals("编号和修订号相同的另一份单据内容不同：batch.ndjson 第 3 份", finding.message().zh());
        assertEquals(
                "another document with this number and revision has other content: batch.ndjson, document 3",
                finding.message().en());
        assertEquals(
                "编号和修订号相同的另一份单据内容不同：batch.ndjson 第 1 份",
                judged.reports().get(2).findings().stream()
                        .filter(one -> one.ruleId().equals(DUPLICATE))
                        .findFirst()
                        .orElseThrow()
                        .message()
                        .zh());
    }

    @ParameterizedTest
    @MethodSource("stores")
    void revisionsAndPlatformsTellDocumentsApart(BatchOptions options) {
        assertEquals(
                Map.of(),
                judge(
                                options,
                                payment("ZF-1", "1.00"),
                                example("payment", "/header/documentId", "ZF-1", "/header/revision", "2"),
                                example("payment", "/header/documentId", "ZF-1", "/header/platform/code", "OTHER-01"))
                        .of(DUPLICATE));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void theSameContentTwiceCountsOnce(BatchOptions options) {
        String payment = payment("ZF-1", "960064.00");
        String laidOut = payment.replace("\":", "\" :\t").replace("{", "{\r ");
        Documents.Judged judged = judge(options, payment, laidOut, example("contract"), payment);
        assertEquals(Map.of(), judged.of(DUPLICATE));
        assertEquals(Map.of(), judged.of("GP-PAYMENT-011"));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void spaceWithinTextIsContent(BatchOptions options) {
        String named = example("payment", "/header/platform/name", "甲 \\\" 乙");
        assertEquals(
                1,
                judge(options, named, named.replace("甲 ", "甲  ")).of(DUPLICATE).size());
    }

    @ParameterizedTest
    @MethodSource("stores")
    void typesWithoutRulesOfTheirOwnAreToldApartToo(BatchOptions options) {
        assertEquals(
                1,
                judge(options, example("userAccount"), example("userAccount", "/header/linkId", "LK-2026-530100-00099"))
                        .of(DUPLICATE)
                        .size());
    }

    @ParameterizedTest
    @MethodSource("stores")
    void whatWasKeptEarlierIsNamedByItsFile(BatchOptions options) throws IOException {
        try (ReferenceCollector collector = new ReferenceCollector(STANDARD, options)) {
            collector.add("archive/1.json", bytes(payment("ZF-1", "1.00")));
            collector.add("archive/2.ndjson", bytes(payment("ZF-2", "1.00") + "\n" + payment("ZF-3", "1.00")));
            try (References references = collector.finish()) {
                assertEquals(3, references.documents());
                assertEquals("archive/1.json", rival(references, payment("ZF-1", "2.00")));
                assertEquals("archive/2.ndjson 第 2 份", rival(references, payment("ZF-3", "2.00")));
                assertNull(rival(references, payment("ZF-3", "1.00")));
                assertNull(rival(references, payment("ZF-4", "1.00")));
                assertEquals(
                        Verdict.ACCEPTED,
                        STANDARD.validate(
                                        payment("ZF-3", "1.00").getBytes(StandardCharsets.UTF_8),
                                        ValidationOptions.DEFAULT.withResolver(references))
                                .verdict());
            }
        }
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static @org.jspecify.annotations.Nullable String rival(References references, String document) {
        Slice slice = Slice.of("-", document.getBytes(StandardCharsets.UTF_8));
        var found = references.rival(Objects.requireNonNull(STANDARD.facts(slice)), slice);
        return found == null ? null : found.zh();
    }
}
