package org.tongcai.sandbox.submission;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.store.StoredDocument;

/** Corrections and withdrawals: where each says what it is about. */
public final class Originals {
    private static final String ORIGINAL = "/original/document";
    private static final Map<String, String> CORRECTIONS = Map.of(
            "correction", ORIGINAL,
            "correctionNotice", "/originalNotice",
            "contractChangeNotice", "/contractNotice");
    private static final String WITHDRAWAL = "withdrawal";

    private Originals() {}

    /** The document that a correction corrects; empty where the document is no correction. */
    static List<Scan.Reference> corrected(Scan scan) {
        return at(scan, CORRECTIONS.get(scan.documentType()));
    }

    /** The revision that a document withdraws as a whole; empty where it does not. */
    static List<Scan.Reference> withdrawn(Scan scan) {
        return isWhole(scan) ? at(scan, ORIGINAL) : List.of();
    }

    private static List<Scan.Reference> at(Scan scan, @Nullable String path) {
        return scan.references().stream().filter(r -> r.path().equals(path)).toList();
    }

    private static boolean isWhole(Scan scan) {
        return scan.documentType().equals(WITHDRAWAL) && scan.value("/scope").equals("WHOLE");
    }

    /** Whether one document corrects another: mentioning it is not enough. */
    public static boolean isCorrection(Scan scan, StoredDocument of) {
        return corrected(scan).stream().anyMatch(r -> isTo(r, of));
    }

    /** Whether one document withdraws another, in this revision and as a whole. */
    public static boolean isWithdrawal(Scan scan, StoredDocument of) {
        return withdrawn(scan).stream().anyMatch(r -> isTo(r, of) && r.revision() == of.revision());
    }

    private static boolean isTo(Scan.Reference r, StoredDocument document) {
        return r.documentType().equals(document.documentType())
                && r.documentId().equals(document.documentId())
                && r.platformCode().equals(document.platformCode());
    }
}
