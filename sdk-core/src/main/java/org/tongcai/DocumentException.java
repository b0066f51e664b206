package org.tongcai;

/**
 * A document cannot be read into a model, or written in another encoding, without losing something: it is malformed, or holds what its
 * type has no place for. Wrong codes, missing fields and the like are no reason; they are for the validation to find.
 */
public final class DocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DocumentReport report;

    /** For a document with what stands in the way. */
    DocumentException(DocumentReport report) {
        super(text(report));
        this.report = report;
    }

    private static String text(DocumentReport report) {
        if (report.findings().isEmpty()) {
            return report.source() + ": " + report.verdict();
        }
        long more = report.findings().size() - 1 + report.suppressed();
        return report.source() + ": " + report.findings().get(0) + (more == 0 ? "" : " (+" + more + ")");
    }

    /** What stands in the way: at least one finding unless the limits keep none; all that is wrong besides is left out. */
    public DocumentReport report() {
        return report;
    }
}
