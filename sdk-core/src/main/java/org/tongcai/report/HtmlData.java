package org.tongcai.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.DocumentReport;
import org.tongcai.Finding;
import org.tongcai.Layer;

/** The findings of the table: the first few as rows for readers without script, all of them as data for the script. */
final class HtmlData {
    private static final int ROWS = 50;

    /** Nothing inside a script element can end it or open a comment. Direction marks and line separators never get this far. */
    private static final class ScriptEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private final int[] ascii = standardAsciiEscapesForJSON();

        ScriptEscapes() {
            for (char c : "<>&'".toCharArray()) {
                ascii[c] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return null;
        }
    }

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .characterEscapes(new ScriptEscapes())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    /** Different texts, numbered: most titles, messages and citations come again and again. */
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    private HtmlData() {}

    /**
     * {@code {"layers", "rules", "texts", "rows"}}; each row holds numbers, in the order of {@code COLUMNS} in report.js, and names texts by their number, -1 for
     * none.
     */
    static void writeJson(List<FindingSample.Item> items, Writer out) throws IOException {
        HtmlData data = new HtmlData();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("layers");
            for (Layer layer : Layer.values()) {
                json.writeStartArray();
                json.writeString(layer.id());
                json.writeString(layer.title().zh());
                json.writeString(layer.title().en());
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rows");
            for (FindingSample.Item item : items) {
                data.writeRow(json, item.document(), item.finding());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("texts");
            for (String text : data.texts.keySet()) {
                json.writeString(text);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void writeRow(JsonGenerator json, DocumentReport document, Finding finding) throws IOException {
        Citation citation = finding.citation();
        Bilingual fix = finding.fix();
        json.writeStartArray();
        json.writeNumber(finding.severity().ordinal());
        json.writeNumber(finding.layer().ordinal());
        json.writeNumber(number(finding.ruleId()));
        json.writeNumber(number(document.source()));
        json.writeNumber(document.index());
        json.writeNumber(number(document.documentType()));
        json.writeNumber(number(document.id()));
        json.writeNumber(number(finding.pointer()));
        json.writeNumber(finding.line());
        json.writeNumber(finding.column());
        json.writeNumber(number(finding.title().zh()));
        json.writeNumber(number(finding.title().in(Locale.ENGLISH)));
        json.writeNumber(number(finding.message().zh()));
        json.writeNumber(number(finding.message().in(Locale.ENGLISH)));
        json.writeNumber(number(finding.value()));
        json.writeNumber(number(citation == null ? null : citation.toString()));
        json.writeNumber(number(citation == null ? null : Words.citation(citation, Locale.ENGLISH)));
        json.writeNumber(number(fix == null ? null : fix.zh()));
        json.writeNumber(number(fix == null ? null : fix.in(Locale.ENGLISH)));
        Bilingual demanded = finding.ruleTitle();
        json.writeNumber(number(demanded == null ? null : demanded.zh()));
        json.writeNumber(number(demanded == null ? null : demanded.in(Locale.ENGLISH)));
        json.writeNumber(number(finding.xpath()));
        json.writeEndArray();
    }

    private int number(@Nullable String text) {
        if (text == null) {
            return -1;
        }
        return texts.computeIfAbsent(SafeText.visible(text), t -> texts.size());
    }

    /** The first rows, for readers without script; the script replaces them by all. */
    static void writeRows(List<FindingSample.Item> items, Appendable out) throws IOException {
        for (FindingSample.Item item : items.subList(0, Math.min(ROWS, items.size()))) {
            Finding finding = item.finding();
            DocumentReport document = item.document();
            Bilingual severity = Words.of(finding.severity());
            out.append("<tr><td><span class=\"badge ")
                    .append(Words.id(finding.severity()))
                    .append("\">");
            out.append(Html.both(severity)).append("</span></td><td><details><summary>");
            out.append(Html.both(finding.message())).append("</summary><dl>");
            pair(out, new Bilingual("规则", "Rule"), finding.ruleId(), true);
            pair(out, new Bilingual("要求", "Demands"), finding.ruleTitle());
            pair(out, new Bilingual("指针", "Pointer"), finding.pointer(), true);
            pair(out, new Bilingual("XPath", "XPath"), finding.xpath(), true);
            pair(out, new Bilingual("取值", "Value"), finding.value(), true);
            pair(
                    out,
                    new Bilingual("依据", "Source"),
                    finding.citation() == null ? null : finding.citation().toString(),
                    false);
            pair(out, new Bilingual("建议", "Fix"), finding.fix());
            out.append("</dl></details>");
            if (finding.value() != null) {
                out.append("<span class=\"preview mono\">")
                        .append(Html.escape(finding.value()))
                        .append("</span>");
            }
            out.append("</td><td>")
                    .append(Html.both(finding.title().zh().isEmpty() ? Words.WHOLE_DOCUMENT : finding.title()));
            out.append("</td><td class=\"mono\">")
                    .append(Html.escape(Words.place(document, finding)))
                    .append("</td></tr>\n");
        }
    }

    private static void pair(Appendable out, Bilingual label, @Nullable Bilingual text) throws IOException {
        if (text != null) {
            out.append("<dt>").append(Html.both(label)).append("</dt><dd>");
            out.append(Html.both(text)).append("</dd>");
        }
    }

    private static void pair(Appendable out, Bilingual label, @Nullable String text, boolean mono) throws IOException {
        if (text != null && !text.isEmpty()) {
            out.append("<dt>").append(Html.both(label)).append("</dt><dd").append(mono ? " class=\"mono\">" : ">");
            out.append(Html.escape(text)).append("</dd>");
        }
    }
}
