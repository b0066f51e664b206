package org.tongcai.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Finding;

/** Findings as {@code ReceiptFinding} of the standard: what does not fit its bounds is left out or cut. Stateless. */
final class ReceiptFindings {
    private static final int POINTER = 2_000;
    private static final int VALUE = 256;

    private ReceiptFindings() {}

    static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.ruleId());
        json.writeStringField("layer", finding.layer().id());
        json.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        String pointer = finding.pointer();
        if (!pointer.isEmpty() && pointer.length() <= POINTER) {
            json.writeStringField("pointer", visible(pointer));
        }
        if (finding.line() > 0) {
            json.writeNumberField("line", finding.line());
        }
        if (finding.column() > 0) {
            json.writeNumberField("column", finding.column());
        }
        if (finding.byteOffset() >= 0) {
            json.writeNumberField("byteOffset", finding.byteOffset());
        }
        Bilingual title = finding.title().zh().isEmpty() ? finding.message() : finding.title();
        bilingual(json, "title", title);
        bilingual(json, "message", finding.message());
        String value = finding.value();
        if (value != null && !value.isBlank() && value.length() <= VALUE) {
            json.writeStringField("value", visible(value));
        }
        bilingual(json, "fix", finding.fix());
        json.writeEndObject();
    }

    private static void bilingual(JsonGenerator json, String name, @Nullable Bilingual text) throws IOException {
        if (text != null && !text.zh().isEmpty()) {
            String en = text.en().isEmpty() ? text.zh() : text.en();
            Json.bilingual(json, name, new Bilingual(visible(text.zh()), visible(en)));
        }
    }

    /** Documents must not hold control characters; what a rejected one held is shown by a mark. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean bad = c < 0x20 || c >= 0x7f && c < 0xa0 || c >= 0xD800 && c < 0xE000 || (c & 0xFFFE) == 0xFFFE;
            out.appendCodePoint(bad ? 0xFFFD : c);
        });
        return out.toString();
    }
}
