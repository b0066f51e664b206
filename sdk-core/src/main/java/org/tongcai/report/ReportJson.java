package org.tongcai.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;
import org.tongcai.Report;
import org.tongcai.Skipped;
import org.tongcai.Summary;
import org.tongcai.Verdict;

/** Reports as JSON ({@code spec/technical/report.schema.json}). What is unknown is absent, never null. */
public final class ReportJson {
    static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private ReportJson() {}

    /** Writes a report that is in memory, as UTF-8. Flushes the stream, does not close it. */
    public static void write(Report report, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            writeHead(json, report.standard(), report.verdict(), report.summary());
            json.writeArrayFieldStart("documents");
            for (DocumentReport document : report.documents()) {
                write(json, document);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** Writes the result for one document: an element of the array {@code documents}. Flushes the stream, does not close it. */
    public static void write(DocumentReport document, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            write(json, document);
        }
    }

    /** A report as JSON text. */
    public static String toJson(Report report) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            write(report, out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the report object and writes all that comes before {@code documents}. */
    static void writeHead(JsonGenerator json, String standard, Verdict verdict, Summary summary) throws IOException {
        json.writeStartObject();
        text(json, "standard", standard);
        json.writeStringField("verdict", verdict.name());
        json.writeObjectFieldStart("summary");
        json.writeNumberField("documents", summary.documents());
        json.writeNumberField("accepted", summary.accepted());
        json.writeNumberField("rejected", summary.rejected());
        json.writeNumberField("undetermined", summary.undetermined());
        json.writeObjectFieldStart("findings");
        json.writeNumberField("error", summary.errors());
        json.writeNumberField("warning", summary.warnings());
        json.writeNumberField("info", summary.infos());
        json.writeEndObject();
        json.writeObjectFieldStart("layers");
        for (Layer layer : Layer.values()) {
            if (summary.of(layer) > 0) {
                json.writeNumberField(layer.id(), summary.of(layer));
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    static void write(JsonGenerator json, DocumentReport document) throws IOException {
        json.writeStartObject();
        text(json, "source", document.source());
        json.writeNumberField("index", document.index());
        text(json, "documentType", document.documentType());
        text(json, "id", document.id());
        json.writeStringField("verdict", document.verdict().name());
        json.writeArrayFieldStart("findings");
        for (Finding finding : document.findings()) {
            write(json, finding);
        }
        json.writeEndArray();
        if (document.suppressed() > 0) {
            json.writeNumberField("suppressed", document.suppressed());
        }
        if (!document.skipped().isEmpty()) {
            json.writeArrayFieldStart("skipped");
            for (Skipped skipped : document.skipped()) {
                write(json, skipped);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Skipped skipped) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", Words.id(skipped.kind()));
        json.writeStringField("layer", skipped.layer().id());
        text(json, "ruleId", skipped.ruleId());
        bilingual(json, "ruleTitle", skipped.ruleTitle());
        bilingual(json, "reason", skipped.reason());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        text(json, "ruleId", finding.ruleId());
        json.writeStringField("layer", finding.layer().id());
        json.writeStringField("severity", Words.id(finding.severity()));
        text(json, "pointer", finding.pointer());
        text(json, "xpath", finding.xpath());
        if (finding.line() > 0) {
            json.writeNumberField("line", finding.line());
        }
        if (finding.column() > 0) {
            json.writeNumberField("column", finding.column());
        }
        if (finding.byteOffset() >= 0) {
            json.writeNumberField("byteOffset", finding.byteOffset());
        }
        bilingual(json, "title", finding.title());
        bilingual(json, "message", finding.message());
        text(json, "value", finding.value());
        citation(json, "citation", finding.citation());
        bilingual(json, "fix", finding.fix());
        bilingual(json, "ruleTitle", finding.ruleTitle());
        json.writeEndObject();
    }

    static void citation(JsonGenerator json, String name, @Nullable Citation citation) throws IOException {
        if (citation != null) {
            json.writeObjectFieldStart(name);
            text(json, "document", citation.document());
            text(json, "number", citation.number());
            text(json, "article", citation.article());
            json.writeEndObject();
        }
    }

    static void bilingual(JsonGenerator json, String name, @Nullable Bilingual text) throws IOException {
        if (text != null) {
            json.writeObjectFieldStart(name);
            text(json, "zh", text.zh());
            text(json, "en", text.en());
            json.writeEndObject();
        }
    }

    static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, SafeText.wellFormed(value));
        }
    }
}
