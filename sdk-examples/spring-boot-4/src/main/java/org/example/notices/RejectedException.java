package org.example.notices;

import org.tongcai.DocumentReport;

/** A document that the standard did not accept. */
class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DocumentReport report;

    RejectedException(DocumentReport report) {
        super(report.verdict().name());
        this.report = report;
    }

    DocumentReport report() {
        return report;
    }
}
