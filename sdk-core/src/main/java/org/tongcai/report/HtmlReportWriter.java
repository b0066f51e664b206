package org.tongcai.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;

/**
 * The report for everybody: one HTML page with no reference to anything outside. Counts everything, keeps at most {@link HtmlOptions#maxFindings} findings for
 * the table, and writes the page on close.
 */
final class HtmlReportWriter implements ReportWriter {
    private final OutputStream out;
    private final String standard;
    private final HtmlOptions options;
    private final HtmlStatistics statistics = new HtmlStatistics();
    private final FindingSample sample;
    private long number;
    private boolean closed;

    HtmlReportWriter(OutputStream out, String standard, HtmlOptions options) {
        this.out = out;
        this.standard = standard;
        this.options = options;
        this.sample = new FindingSample(options.maxFindings());
    }

    @Override
    public void add(DocumentReport document) {
        if (closed) {
            throw new IllegalStateException("the report is closed");
        }
        statistics.add(document);
        if (document.findings().isEmpty()) {
            return;
        }
        DocumentReport bare = new DocumentReport(
                document.source(),
                document.index(),
                document.documentType(),
                document.id(),
                document.verdict(),
                List.of(),
                document.suppressed());
        for (Finding finding : document.findings()) {
            sample.offer(number++, bare, finding, statistics.add(finding));
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        new HtmlPage(standard, options, statistics, sample.items()).write(writer);
        writer.flush();
    }
}
