package org.tongcai.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.tongcai.DocumentReport;
import org.tongcai.Summary;

/**
 * Streams the JSON report. The verdict and the counts stand in front, where a reader wants them, but are known last: the documents are therefore spooled (1 MiB
 * in memory, beyond that in a temporary file) and copied behind them on close. One document a line, so that line tools can work with it.
 */
final class JsonReportWriter implements ReportWriter {
    private static final int IN_MEMORY = 1 << 20;

    private final OutputStream out;
    private final String standard;
    private final Spool spool = new Spool(IN_MEMORY);
    private final JsonGenerator documents;
    private Summary summary = Summary.NONE;
    private boolean closed;

    JsonReportWriter(OutputStream out, String standard) {
        this.out = out;
        this.standard = standard;
        try {
            this.documents = ReportJson.FACTORY.createGenerator(spool);
        } catch (IOException e) {
            throw new IllegalStateException("a generator on memory does no input or output", e);
        }
        documents.setPrettyPrinter(new MinimalPrettyPrinter(",\n"));
    }

    @Override
    public void add(DocumentReport document) throws IOException {
        if (closed) {
            throw new IllegalStateException("the report is closed");
        }
        ReportJson.write(documents, document);
        summary = summary.plus(document);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (spool) {
            documents.close();
            JsonGenerator head = ReportJson.FACTORY.createGenerator(out);
            ReportJson.writeHead(head, standard, summary.verdict(), summary);
            head.writeFieldName("documents");
            head.writeRawValue("[\n");
            head.flush();
            spool.copyTo(out);
            out.write("\n]}\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }
}
