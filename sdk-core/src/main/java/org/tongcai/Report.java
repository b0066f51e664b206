package org.tongcai;

import java.util.List;

/**
 * The outcome for a set of documents. Immutable. For sets that do not fit into memory use the streaming calls of {@link Standard}.
 *
 * @param standard id and version of the standard that judged, such as {@code tongcai-cn 0.1.0}
 * @param verdict REJECTED if any document is, else UNDETERMINED if any is, else ACCEPTED
 * @param summary counts
 * @param documents one entry a document, in input order
 */
public record Report(String standard, Verdict verdict, Summary summary, List<DocumentReport> documents) {
    public Report {
        documents = List.copyOf(documents);
    }

    /** All findings of all documents, in input order. */
    public List<Finding> findings() {
        return documents.stream().flatMap(d -> d.findings().stream()).toList();
    }

    /** Whether every document was accepted. */
    public boolean accepted() {
        return verdict == Verdict.ACCEPTED;
    }
}
