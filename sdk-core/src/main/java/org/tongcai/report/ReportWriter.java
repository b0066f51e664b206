package org.tongcai.report;

import java.io.IOException;
import org.tongcai.DocumentReport;

/**
 * Writes a report while the documents are judged: {@link #add} each result, then {@link #close}. Memory does not grow with the number of documents.
 *
 * <p>{@code close} finishes the report (summary, closing brackets) and flushes; it does <em>not</em> close the stream it was given, which belongs to whoever
 * opened it. A report that is closed early tells of the documents added so far and of no others. Not thread-safe: documents come in input order.
 */
public interface ReportWriter extends AutoCloseable {
    /**
     * Adds the result of the next document.
     *
     * @throws IOException if the report cannot be written
     * @throws IllegalStateException if the report is closed
     */
    void add(DocumentReport document) throws IOException;

    /** Finishes the report. A second call does nothing. */
    @Override
    void close() throws IOException;
}
