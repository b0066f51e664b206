package org.tongcai;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one document. Immutable.
 *
 * @param source where it came from: a file name as given, or {@code -} for standard input
 * @param index position in its source, from 0 (arrays, NDJSON); 0 for a single document
 * @param documentType the document type; null where it could not be told
 * @param id {@code header.documentId}; null where it could not be told
 * @param verdict the outcome
 * @param findings all findings, in document order
 * @param suppressed how many more findings were made but not kept because of the caps; 0 for none
 * @param skipped what was not judged, with reasons; empty where everything was that the standard has for the document
 */
public record DocumentReport(
        String source,
        long index,
        @Nullable String documentType,
        @Nullable String id,
        Verdict verdict,
        List<Finding> findings,
        long suppressed,
        List<Skipped> skipped) {
    public DocumentReport {
        findings = List.copyOf(findings);
        skipped = List.copyOf(skipped);
    }

    /** A document that was judged to the end. */
    public DocumentReport(
            String source,
            long index,
            @Nullable String documentType,
            @Nullable String id,
            Verdict verdict,
            List<Finding> findings,
            long suppressed) {
        this(source, index, documentType, id, verdict, findings, suppressed, List.of());
    }

    /** Whether there is no error in it. */
    public boolean accepted() {
        return verdict == Verdict.ACCEPTED;
    }
}
