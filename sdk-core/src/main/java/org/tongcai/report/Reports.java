package org.tongcai.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.tongcai.DocumentReport;
import org.tongcai.Report;

/**
 * The report writers.
 *
 * <pre>{@code
 * try (OutputStream out = Files.newOutputStream(Path.of("report.html"));
 *         ReportWriter report = Reports.html(out, standard.name(), HtmlOptions.DEFAULT)) {
 *     for (DocumentReport document : results) {
 *         report.add(document);
 *     }
 * }
 * }</pre>
 *
 * <p>In every one of them {@code standard} is the id and version of the standard that judged, as {@code Standard.name()} tells it.
 */
public final class Reports {
    private Reports() {}

    /** Plain text, optionally coloured, in Chinese or English. */
    public static ReportWriter text(Appendable out, String standard, TextOptions options) {
        return new TextReportWriter(out, standard, options);
    }

    /** JSON according to {@code spec/technical/report.schema.json}, UTF-8. */
    public static ReportWriter json(OutputStream out, String standard) {
        return new JsonReportWriter(out, standard);
    }

    /** SARIF 2.1.0 (OASIS), UTF-8; the messages in the language given, the other language beside them as a property. */
    public static ReportWriter sarif(OutputStream out, String standard, Locale language) {
        return new SarifReportWriter(out, standard, language);
    }

    /** One self-contained HTML page, UTF-8. */
    public static ReportWriter html(OutputStream out, String standard, HtmlOptions options) {
        return new HtmlReportWriter(out, standard, options);
    }

    /** Writes a report that is in memory, and closes the writer. */
    public static void write(Report report, ReportWriter writer) throws IOException {
        try (writer) {
            for (DocumentReport document : report.documents()) {
                writer.add(document);
            }
        }
    }
}
