package org.tongcai.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongcai.Bilingual;
import org.tongcai.Layer;
import org.tongcai.Severity;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.bundle.Term;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.calendar.WorkCalendar;

/** Ten typical rules over one type of notice, out of {@code rules.json}: the same for every edition of the standard. */
final class RuleBundle implements Bundle {
    private static final Bilingual TEXT = new Bilingual("文", "text");
    private final Map<String, TypeDefinition> types = new LinkedHashMap<>();
    private final Map<String, List<String>> slots = new LinkedHashMap<>();
    private final List<RuleDefinition> rules = new ArrayList<>();
    private final WorkCalendar calendar;

    RuleBundle(WorkCalendar calendar) {
        this.calendar = calendar;
        Map<?, ?> json = read();
        ((Map<?, ?>) json.get("types")).forEach((name, fields) -> type((String) name, (Map<?, ?>) fields));
        for (Object rule : (List<?>) json.get("rules")) {
            rules.add(rule((Map<?, ?>) rule));
        }
    }

    private static Map<?, ?> read() {
        try (InputStream in = RuleBundle.class.getResourceAsStream("rules.json")) {
            return new ObjectMapper().readValue(in, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void type(String name, Map<?, ?> fields) {
        List<TypeDefinition.Property> properties = new ArrayList<>();
        List<String> names = new ArrayList<>();
        fields.forEach((field, type) -> {
            names.add((String) field);
            properties.add(
                    new TypeDefinition.Property((String) field, "GP-0000", TEXT, true, node((String) type), List.of()));
        });
        types.put(name, new TypeDefinition(name, "GP-0000", TEXT, null, properties, List.of(), null, Map.of()));
        slots.put(name, names);
    }

    private static Node node(String type) {
        if (type.startsWith("list ")) {
            return new Node.Sequence(node(type.substring(5)), 1, 100, false);
        }
        return switch (type) {
            case "text", "date", "date-time", "decimal" ->
                new Node.Text(
                        0,
                        -1,
                        null,
                        type.equals("text") ? null : type,
                        type.equals("decimal") ? new Node.DecimalShape(16, 2, false) : null,
                        null,
                        null,
                        null,
                        null,
                        Node.Sensitivity.PUBLIC);
            default -> new Node.Reference(type);
        };
    }

    private static RuleDefinition rule(Map<?, ?> json) {
        List<RuleDefinition.Each> each = new ArrayList<>();
        members(json, "each").forEach((name, range) -> each.add(new RuleDefinition.Each((String) name, "", range)));
        List<RuleDefinition.Let> let = new ArrayList<>();
        members(json, "let").forEach((name, expr) -> let.add(new RuleDefinition.Let((String) name, "", expr, null)));
        return new RuleDefinition(
                (String) json.get("id"),
                TEXT,
                Layer.RULES,
                Severity.ERROR,
                "proposed",
                each,
                List.of(),
                Map.of("minimum", new RuleDefinition.Parameter("int", "20", "higher")),
                null,
                json.get("when"),
                let,
                json.get("assert"),
                List.of("doc"),
                TEXT,
                TEXT,
                List.of(),
                LocalDate.of(2003, 1, 1),
                null,
                null,
                null);
    }

    private static Map<?, ?> members(Map<?, ?> json, String name) {
        return json.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    @Override
    public Manifest manifest() {
        return new Manifest(
                Manifest.FORMAT,
                "rules",
                "0",
                "0",
                TEXT,
                List.of(),
                List.of(new Manifest.DocumentType("notice", "Notice", "test", TEXT)),
                List.copyOf(types.keySet()),
                List.of());
    }

    @Override
    public TypeDefinition type(String name) {
        return types.get(name);
    }

    @Override
    public CodeList codeList(String id) {
        throw new IllegalArgumentException(id);
    }

    @Override
    public List<Term> terms() {
        return List.of();
    }

    @Override
    public List<RuleDefinition> rules(String documentType) {
        return rules;
    }

    @Override
    public Map<String, List<String>> slots() {
        return slots;
    }

    @Override
    public WorkCalendar calendar() {
        return calendar;
    }
}
