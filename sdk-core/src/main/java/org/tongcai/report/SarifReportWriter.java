package org.tongcai.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tongcai.Bilingual;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Severity;
import org.tongcai.Skipped;
import org.tongcai.Summary;
import org.tongcai.Verdict;

/**
 * Streams SARIF 2.1.0 (OASIS Standard, 2020): one run, one result a finding. The results go out as they come and the tool with its rules, which are known last,
 * behind them; SARIF does not order members.
 */
final class SarifReportWriter implements ReportWriter {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** Different things not judged that are told apart, and how many of them are written. */
    private static final int DISTINCT_SKIPPED = 10_000;

    private static final int TOP_SKIPPED = 1_000;

    private final OutputStream out;
    private final String standard;
    private final Locale locale;
    private final SarifRules rules;
    private final JsonGenerator json;
    private Summary summary = Summary.NONE;
    private final Tally<Skipped> notJudged = new Tally<>(DISTINCT_SKIPPED);
    private long suppressed;
    private boolean started;
    private boolean closed;

    SarifReportWriter(OutputStream out, String standard, Locale locale) {
        this.out = out;
        this.standard = standard;
        this.locale = locale;
        this.rules = new SarifRules(locale);
        try {
            this.json = ReportJson.FACTORY.createGenerator(out);
        } catch (IOException e) {
            throw new IllegalStateException("a generator for UTF-8 writes nothing when it is made", e);
        }
    }

    @Override
    public void add(DocumentReport document) throws IOException {
        if (closed) {
            throw new IllegalStateException("the report is closed");
        }
        start();
        summary = summary.plus(document);
        suppressed += document.suppressed();
        document.skipped().forEach(notJudged::add);
        Map<String, Integer> seen = new HashMap<>();
        for (Finding finding : document.findings()) {
            writeResult(document, finding, seen);
        }
    }

    private void start() throws IOException {
        if (started) {
            return;
        }
        started = true;
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeStringField("language", english() ? "en-US" : "zh-CN");
        json.writeStringField("columnKind", "unicodeCodePoints");
        json.writeArrayFieldStart("results");
    }

    private void writeResult(DocumentReport document, Finding finding, Map<String, Integer> seen) throws IOException {
        json.writeStartObject();
        ReportJson.text(json, "ruleId", finding.ruleId());
        json.writeNumberField("ruleIndex", rules.index(finding));
        json.writeStringField("level", level(finding.severity()));
        SarifText.message(json, "message", finding.message().in(locale));
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        writePhysicalLocation(document, finding);
        writeLogicalLocations(finding);
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField(SarifText.FINGERPRINT, SarifText.fingerprint(document, finding, seen));
        json.writeEndObject();
        writeProperties(document, finding);
        json.writeEndObject();
    }

    /** The pointer, and for XML the XPath, with the kinds that SARIF has for JSON and XML (3.33.7). */
    private void writeLogicalLocations(Finding finding) throws IOException {
        String xpath = finding.xpath();
        if (finding.pointer().isEmpty() && xpath == null) {
            return;
        }
        json.writeArrayFieldStart("logicalLocations");
        if (!finding.pointer().isEmpty()) {
            writeLogicalLocation(finding.pointer(), "value");
        }
        if (xpath != null) {
            boolean attribute = xpath.startsWith("@", xpath.lastIndexOf('/') + 1);
            writeLogicalLocation(xpath, attribute ? "attribute" : "element");
        }
        json.writeEndArray();
    }

    private void writeLogicalLocation(String name, String kind) throws IOException {
        json.writeStartObject();
        ReportJson.text(json, "fullyQualifiedName", name);
        json.writeStringField("kind", kind);
        json.writeEndObject();
    }

    private void writePhysicalLocation(DocumentReport document, Finding finding) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", SarifText.uri(document.source()));
        json.writeEndObject();
        if (finding.line() > 0 || finding.byteOffset() >= 0) {
            json.writeObjectFieldStart("region");
            if (finding.line() > 0) {
                json.writeNumberField("startLine", finding.line());
                if (finding.column() > 0) {
                    json.writeNumberField("startColumn", finding.column());
                }
            }
            if (finding.byteOffset() >= 0) {
                json.writeNumberField("byteOffset", finding.byteOffset());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void writeProperties(DocumentReport document, Finding finding) throws IOException {
        json.writeObjectFieldStart("properties");
        json.writeStringField("layer", finding.layer().id());
        json.writeNumberField("documentIndex", document.index());
        ReportJson.text(json, "documentType", document.documentType());
        ReportJson.text(json, "documentId", document.id());
        ReportJson.bilingual(json, "message", finding.message());
        ReportJson.bilingual(json, "title", finding.title());
        ReportJson.text(json, "value", finding.value());
        ReportJson.citation(json, "citation", finding.citation());
        ReportJson.bilingual(json, "fix", finding.fix());
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        start();
        json.writeEndArray();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Tongcai");
        json.writeStringField("organization", "Tongcai 通采");
        ReportJson.text(json, "fullName", "Tongcai 通采 · " + standard);
        rules.write(json);
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        // An undetermined document is a failure to judge, not bad data: the results are then incomplete.
        json.writeBooleanField("executionSuccessful", summary.undetermined() == 0);
        writeNotifications();
        json.writeEndObject();
        json.writeEndArray();
        writeRunProperties();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
        out.flush();
    }

    /** What was not judged, each kind once with the number of documents. */
    private void writeNotifications() throws IOException {
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (Tally.Entry<Skipped> entry : notJudged.top(TOP_SKIPPED)) {
            Skipped skipped = entry.key();
            boolean left = skipped.kind() == Skipped.Kind.SKIPPED;
            Bilingual text =
                    Words.of(skipped.kind()).join(" · ", Words.subject(skipped)).join(" · ", skipped.reason());
            json.writeStartObject();
            json.writeStringField("level", left ? "note" : "warning");
            SarifText.message(json, "message", text.in(locale));
            json.writeObjectFieldStart("properties");
            json.writeStringField("kind", Words.id(skipped.kind()));
            json.writeStringField("layer", skipped.layer().id());
            ReportJson.text(json, "ruleId", skipped.ruleId());
            ReportJson.bilingual(json, "reason", skipped.reason());
            json.writeNumberField("documents", entry.count());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeRunProperties() throws IOException {
        Bilingual conclusion = Words.conclusion(summary);
        json.writeObjectFieldStart("properties");
        ReportJson.text(json, "standard", standard);
        json.writeStringField("verdict", Words.id(summary.verdict()));
        json.writeStringField("conclusion", conclusion.in(locale));
        json.writeNumberField("documents", summary.documents());
        for (Verdict verdict : Verdict.values()) {
            json.writeNumberField(
                    Words.id(verdict),
                    switch (verdict) {
                        case ACCEPTED -> summary.accepted();
                        case REJECTED -> summary.rejected();
                        case UNDETERMINED -> summary.undetermined();
                    });
        }
        if (suppressed > 0) {
            json.writeNumberField("suppressed", suppressed);
        }
        json.writeEndObject();
    }

    private boolean english() {
        return "en".equals(locale.getLanguage());
    }

    static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
