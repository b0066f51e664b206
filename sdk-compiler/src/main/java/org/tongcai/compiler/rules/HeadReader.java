package org.tongcai.compiler.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongcai.Layer;
import org.tongcai.Severity;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.compiler.spec.Json;

/** Reads what a rule says about itself and holds it against section 2 of the rules' page. */
final class HeadReader {
    private static final Set<String> MEMBERS = Set.of(
            "id",
            "title",
            "appliesTo",
            "stage",
            "severity",
            "confidence",
            "each",
            "refs",
            "parameters",
            "on",
            "when",
            "let",
            "assert",
            "target",
            "message",
            "fix",
            "source",
            "effective",
            "replacedBy");
    private static final List<String> REQUIRED = List.of(
            "id",
            "title",
            "appliesTo",
            "stage",
            "severity",
            "confidence",
            "assert",
            "target",
            "message",
            "fix",
            "source",
            "effective");
    private static final List<String> STAGES = List.of("rules", "references", "quality");
    private static final List<String> SEVERITIES = List.of("error", "warning", "info");

    private final Schema schema;
    private final Forms forms;
    private final Faults faults;

    HeadReader(Schema schema, Forms forms, Faults faults) {
        this.schema = schema;
        this.forms = forms;
        this.faults = faults;
    }

    RuleHead read(String subject, Json.Obj source) {
        forms.members(source, MEMBERS, REQUIRED);
        String id = source.text("id", "");
        if (source.has("id") && !Pattern.matches("GP-" + Pattern.quote(subject) + "-[0-9]{3}", id)) {
            faults.add(RuleCheck.ID, source.placeOf("id"), "GP-" + subject, id);
        }
        String stage = forms.choice(source, "stage", STAGES);
        String severity = forms.choice(source, "severity", SEVERITIES);
        String confidence = forms.choice(source, "confidence", Forms.CONFIDENCE);
        if (!confidence.equals("found") && severity.equals("error")) {
            faults.add(RuleCheck.SEVERITY, source.placeOf("severity"), confidence);
        }
        if (stage.equals("quality") && severity.equals("error")) {
            faults.add(RuleCheck.QUALITY, source.placeOf("severity"));
        }
        boolean refers = !source.obj("refs").members().isEmpty();
        if (!stage.equals("quality") && refers != stage.equals("references")) {
            String right = refers ? "references" : "rules";
            faults.add(RuleCheck.VALUE, source.placeOf("stage"), "stage", " " + right, right);
        }
        Json.Obj effective = source.obj("effective");
        if (source.has("effective")) {
            forms.members(effective, Set.of("from", "to"), List.of("from"));
        }
        LocalDate from = forms.day(effective, "from");
        LocalDate to = forms.day(effective, "to");
        forms.order(effective.place(), from, to);
        return new RuleHead(
                source,
                subject,
                id,
                forms.bilingual(source, "title"),
                documents(source),
                Layer.valueOf(stage.toUpperCase(Locale.ROOT)),
                Severity.valueOf(severity.toUpperCase(Locale.ROOT)),
                confidence,
                parameters(source),
                forms.bilingual(source, "message"),
                forms.bilingual(source, "fix"),
                forms.citations(source, confidence.equals("found")),
                from,
                to,
                source.text("replacedBy"));
    }

    private List<String> documents(Json.Obj source) {
        List<String> documents = new ArrayList<>();
        if (source.has("appliesTo") && source.items("appliesTo").isEmpty()) {
            faults.add(
                    RuleCheck.VALUE, source.placeOf("appliesTo"), "appliesTo", "单据类型的数组", "a list of document types");
        }
        for (Json item : source.items("appliesTo")) {
            String name = item instanceof Json.Text text ? text.value() : "";
            if (schema.root(name) == null || documents.contains(name)) {
                faults.add(RuleCheck.DOCUMENT_TYPE, item.place(), name);
            } else {
                documents.add(name);
            }
        }
        return documents;
    }

    private Map<String, RuleDefinition.Parameter> parameters(Json.Obj source) {
        Map<String, RuleDefinition.Parameter> parameters = new LinkedHashMap<>();
        Json.Obj written = source.obj("parameters");
        written.members().forEach((name, value) -> {
            Json.Obj parameter = value instanceof Json.Obj object ? object : Json.Obj.empty(value.place());
            String type = Forms.numberType(parameter.get("value"));
            String stricter = parameter.text("stricter", "");
            boolean sound = type != null
                    && Forms.STRICTER.contains(stricter)
                    && parameter.members().size() == 2
                    && Forms.NAME.matcher(name).matches();
            if (sound) {
                parameters.put(
                        name, new RuleDefinition.Parameter(type, Forms.number(parameter.get("value")), stricter));
            } else {
                faults.add(RuleCheck.PARAMETER, written.placeOf(name), name);
            }
        });
        return parameters;
    }
}
