package org.tongcai.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Layer;
import org.tongcai.Severity;
import org.tongcai.bundle.RuleDefinition;

/** Compiled rules written as JSON, as bundles hold them. What is left out is the simplest that there is. */
final class Rules {
    private Rules() {}

    static RuleDefinition rule(String text) {
        Map<String, Object> json = Json.object(text);
        List<RuleDefinition.Each> each = new ArrayList<>();
        objects(json, "each").forEach(e -> each.add(new RuleDefinition.Each(text(e, "name"), "", e.get("range"))));
        List<RuleDefinition.Let> lets = new ArrayList<>();
        objects(json, "let")
                .forEach(l -> lets.add(
                        new RuleDefinition.Let(text(l, "name"), "", l.get("expr"), (String) l.get("codeList"))));
        Map<String, RuleDefinition.Parameter> parameters = new LinkedHashMap<>();
        map(json, "parameters")
                .forEach((name, value) -> parameters.put(
                        name,
                        new RuleDefinition.Parameter(
                                value instanceof Long ? "int" : "decimal", String.valueOf(value), "fixed")));
        List<RuleDefinition.Reference> refs = new ArrayList<>();
        objects(json, "refs").forEach(r -> refs.add(reference(r)));
        return new RuleDefinition(
                (String) json.getOrDefault("id", "GP-TEST-001"),
                new Bilingual("题", "title"),
                refs.isEmpty() ? Layer.RULES : Layer.REFERENCES,
                Severity.ERROR,
                "found",
                each,
                refs,
                parameters,
                json.get("on"),
                json.get("when"),
                lets,
                json.getOrDefault("assert", false),
                texts(json.getOrDefault("target", List.of("doc"))),
                bilingual(json, "message"),
                bilingual(json, "fix"),
                List.of(),
                date(json, "from"),
                date(json, "to"),
                null,
                null);
    }

    private static RuleDefinition.Reference reference(Map<String, Object> json) {
        List<RuleDefinition.Match> fields = new ArrayList<>();
        objects(json, "fields").forEach(f -> fields.add(new RuleDefinition.Match(texts(f.get("path")), f.get("expr"))));
        return new RuleDefinition.Reference(
                text(json, "name"),
                RuleDefinition.ReferenceKind.valueOf(text(json, "kind").toUpperCase(java.util.Locale.ROOT)),
                text(json, "type"),
                Boolean.TRUE.equals(json.get("many")),
                Boolean.TRUE.equals(json.get("optional")),
                json.get("expr"),
                texts(json.getOrDefault("path", List.of())),
                json.get("of"),
                fields);
    }

    private static Bilingual bilingual(Map<String, Object> json, String name) {
        String text = (String) json.getOrDefault(name, "");
        return new Bilingual(text, text);
    }

    private static @Nullable LocalDate date(Map<String, Object> json, String name) {
        return json.get(name) == null ? null : LocalDate.parse(text(json, name));
    }

    private static String text(Map<String, Object> json, String name) {
        return (String) json.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(Map<String, Object> json, String name) {
        return (List<Map<String, Object>>) json.getOrDefault(name, List.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> json, String name) {
        return (Map<String, Object>) json.getOrDefault(name, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Object list) {
        return (List<String>) list;
    }

    /** What rules say of a document, a line each. */
    static final class Lines implements Sink {
        final List<String> lines = new ArrayList<>();

        @Override
        public void fails(RuleDefinition rule, String pointer, Bilingual message, Bilingual fix) {
            lines.add("fails " + pointer + " " + message.zh() + " | " + message.en()
                    + (fix.zh().isEmpty() ? "" : " | " + fix.zh()));
        }

        @Override
        public void undetermined(RuleDefinition rule, Bilingual reason) {
            lines.add("undetermined " + reason.zh() + " | " + reason.en());
        }

        @Override
        public void skipped(RuleDefinition rule, Bilingual reason) {
            lines.add("skipped " + reason.zh() + " | " + reason.en());
        }

        @Override
        public void skipped(Layer layer, Bilingual reason) {
            lines.add("skipped layer " + layer.id() + " " + reason.en());
        }

        @Override
        public void notFound(String pointer, String documentType, String documentId, @Nullable String platformCode) {
            lines.add("not found " + pointer + " " + documentType + " " + documentId + " " + platformCode);
        }
    }
}
