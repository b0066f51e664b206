package org.tongcai.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.Finding;

/** The rules that the results of a run refer to: as many as there are different rule ids, whatever the number of findings. */
final class SarifRules {
    private final Locale locale;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<Finding> examples = new ArrayList<>();

    SarifRules(Locale locale) {
        this.locale = locale;
    }

    /** The position of the finding's rule in {@code tool.driver.rules}. */
    int index(Finding finding) {
        return indexes.computeIfAbsent(finding.ruleId(), id -> {
            examples.add(finding);
            return examples.size() - 1;
        });
    }

    /** Writes {@code rules}. */
    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("rules");
        for (Finding finding : examples) {
            write(json, finding);
        }
        json.writeEndArray();
    }

    private void write(JsonGenerator json, Finding example) throws IOException {
        Bilingual known = RuleText.of(example.ruleId());
        Bilingual demanded = example.ruleTitle();
        Bilingual description = known != null ? known : demanded != null ? demanded : RuleText.generic(example);
        // A check of the engine applies to many fields, each with a source of its own; a business rule has one.
        Citation citation = known == null ? example.citation() : null;
        json.writeStartObject();
        ReportJson.text(json, "id", example.ruleId());
        SarifText.message(json, "shortDescription", description.in(locale));
        SarifText.message(
                json, "help", help(description, example.fix(), citation).in(locale));
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", SarifReportWriter.level(example.severity()));
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("layer", example.layer().id());
        ReportJson.bilingual(json, "description", description);
        ReportJson.citation(json, "citation", citation);
        json.writeArrayFieldStart("tags");
        json.writeString(example.layer().id());
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static Bilingual help(Bilingual description, @Nullable Bilingual fix, @Nullable Citation citation) {
        Bilingual text = description;
        if (fix != null) {
            text = text.join(" · ", new Bilingual("建议：" + fix.zh(), "Fix: " + fix.in(Locale.ENGLISH)));
        }
        if (citation != null) {
            text = text.join(
                    " · ", new Bilingual("依据：" + citation, "Source: " + Words.citation(citation, Locale.ENGLISH)));
        }
        return text;
    }
}
