package org.tongcai.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.BundleException;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.EnterpriseSizeBounds;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.bundle.RuleLimit;
import org.tongcai.bundle.Term;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.WordingGroup;
import org.tongcai.calendar.WorkCalendar;
import org.tongcai.identifier.JsonTree;

/** A small standard for trying rules on, with all of its fields noted, and documents of it written as JSON. */
class Sample implements Bundle {
    private final Map<String, TypeDefinition> types = new TreeMap<>();
    private final Map<String, CodeList> codeLists = new TreeMap<>();
    final Slots slots;
    final Map<String, List<RuleDefinition>> rules = new TreeMap<>();
    final List<RuleLimit> limits = new ArrayList<>();
    final List<WordingGroup> wordings = new ArrayList<>();
    private final Map<String, List<String>> fields = new TreeMap<>();

    Sample() {
        type(
                "Header",
                "documentType",
                "string",
                "documentId",
                "string",
                "revision",
                "int",
                "issuedAt",
                "datetime",
                "platform",
                "Platform",
                "regionCode",
                "string");
        type("Platform", "code", "string");
        type("DocumentReference", "documentType", "string", "documentId", "string", "platformCode", "string");
        type(
                "Lot",
                "lotNumber",
                "string",
                "budget",
                "decimal",
                "kind",
                "code:kind",
                "counts",
                "list:int",
                "winner",
                "Winner");
        type("Winner", "name", "string", "price", "decimal");
        type(
                "Notice",
                "header",
                "Header",
                "title",
                "string",
                "remark",
                "string",
                "method",
                "code:method",
                "staff",
                "int",
                "urgent",
                "bool",
                "budget",
                "decimal",
                "bond",
                "decimal",
                "issued",
                "date",
                "deadline",
                "datetime",
                "opening",
                "datetime",
                "lots",
                "list:Lot",
                "rates",
                "list:decimal",
                "tags",
                "list:string",
                "days",
                "list:date",
                "price",
                "Price",
                "plan",
                "DocumentReference",
                "others",
                "list:DocumentReference");
        type("Total", "kind", "string", "amount", "decimal");
        type("Rate", "kind", "string", "rate", "decimal");
        types.put(
                "Price",
                new TypeDefinition(
                        "Price",
                        "GP-1",
                        title("Price"),
                        null,
                        List.of(),
                        List.of(),
                        "kind",
                        new LinkedHashMap<>(Map.of("total", "Total", "rate", "Rate"))));
        type("Plan", "header", "Header", "amount", "decimal", "notice", "DocumentReference", "tags", "list:string");
        codes(
                "method",
                code("OPEN", "公开招标", "Open", null, null, null),
                code("OLD", "旧方式", "", null, null, "2014-12-31"),
                code("NEW", "新方式", "New", null, "2020-01-01", null));
        codes(
                "kind",
                code("A", "货物", "Goods", null, null, null),
                code("A01", "设备", "", "A", null, null),
                code("A0101", "计算机", "", "A01", null, null),
                code("B", "工程", "Works", null, null, null),
                code("X", "旧名", "", "A", null, "2019-12-31"),
                code("X", "新名", "", "B", "2020-01-01", null));
        types.forEach((name, type) -> fields.put(
                name,
                type.properties().stream().map(TypeDefinition.Property::name).toList()));
        fields.put("Price", List.of("kind", "amount", "rate"));
        fields.put("Total", List.of("kind", "amount", "rate"));
        fields.put("Rate", List.of("kind", "amount", "rate"));
        slots = new Slots(fields);
    }

    private static Bilingual title(String name) {
        return new Bilingual("【" + name + "】", name);
    }

    private void type(String name, String... fields) {
        List<TypeDefinition.Property> properties = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            properties.add(new TypeDefinition.Property(
                    fields[i], "GP-" + i, title(fields[i]), false, node(fields[i + 1]), List.of()));
        }
        types.put(name, new TypeDefinition(name, "GP-0", title(name), null, properties, List.of(), null, Map.of()));
    }

    private static Node node(String type) {
        if (type.startsWith("list:")) {
            return new Node.Sequence(node(type.substring(5)), 1, 1000, false);
        } else if (type.startsWith("code:")) {
            return text(null, type.substring(5));
        }
        return switch (type) {
            case "string" -> text(null, null);
            case "decimal" -> text("decimal", null);
            case "date" -> text("date", null);
            case "datetime" -> text("date-time", null);
            case "int" -> new Node.Whole(Long.MIN_VALUE, Long.MAX_VALUE);
            case "bool" -> new Node.Flag();
            default -> new Node.Reference(type);
        };
    }

    private static Node text(String format, String codeList) {
        return new Node.Text(
                0,
                -1,
                null,
                format,
                "decimal".equals(format) ? new Node.DecimalShape(40, 20, true) : null,
                codeList,
                codeList == null ? null : Node.Binding.REQUIRED,
                null,
                null,
                Node.Sensitivity.PUBLIC);
    }

    private void codes(String id, CodeList.Entry... entries) {
        codeLists.put(
                id,
                new CodeList(
                        id,
                        title(id),
                        Bilingual.EMPTY,
                        "tongcai",
                        "tongcai",
                        "proposed",
                        null,
                        List.of(),
                        List.of(entries)));
    }

    private static CodeList.Entry code(String code, String zh, String en, String parent, String from, String to) {
        return new CodeList.Entry(
                code,
                new Bilingual(zh, en),
                parent,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                List.of(),
                null,
                null);
    }

    /** A document of a type; {@code "!"} is a faulty value. */
    Facts facts(String type, String json) {
        Facts facts = new Facts();
        facts.clear(type);
        String struct = Character.toUpperCase(type.charAt(0)) + type.substring(1);
        object(facts, struct, Json.object(json));
        return facts;
    }

    private long object(Facts facts, String type, Map<String, Object> json) {
        int frame = facts.object(slots.size(type));
        TypeDefinition definition = types.get(type);
        List<TypeDefinition.Property> properties = new ArrayList<>(definition.properties());
        definition
                .branches()
                .values()
                .forEach(branch -> properties.addAll(types.get(branch).properties()));
        for (TypeDefinition.Property property : properties) {
            Object value = json.get(property.name());
            if (value != null) {
                facts.set(frame, slots.slot(type, property.name()), cell(facts, property.node(), value));
            }
        }
        return frame;
    }

    @SuppressWarnings("unchecked")
    private long cell(Facts facts, Node node, Object value) {
        if (value.equals("!")) {
            return Facts.FAULTY;
        } else if (node instanceof Node.Reference reference) {
            return object(facts, reference.type(), (Map<String, Object>) value);
        } else if (node instanceof Node.Sequence sequence) {
            int list = facts.list();
            ((List<Object>) value).forEach(item -> facts.add(list, cell(facts, sequence.items(), item)));
            return list;
        } else if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        } else if (value instanceof Long whole) {
            return whole;
        }
        char[] text = ((String) value).toCharArray();
        return switch (Type.of(node).kind()) {
            case DATE -> Facts.date(text);
            case DATETIME -> Facts.moment(text, text.length);
            case DECIMAL -> facts.decimal(text, text.length);
            default -> facts.text(text, text.length);
        };
    }

    @Override
    public Manifest manifest() {
        return new Manifest(
                Manifest.FORMAT,
                "sample",
                "0.1.0",
                "0.1",
                title("sample"),
                List.of(),
                List.of(document("notice", "Notice"), document("plan", "Plan")),
                List.copyOf(types.keySet()),
                List.of());
    }

    private static Manifest.DocumentType document(String name, String type) {
        return new Manifest.DocumentType(name, type, "test", title(name));
    }

    @Override
    public TypeDefinition type(String name) {
        return found(types, name);
    }

    @Override
    public CodeList codeList(String id) {
        return found(codeLists, id);
    }

    private static <T> T found(Map<String, T> map, String name) {
        T value = map.get(name);
        if (value == null) {
            throw new BundleException("there is no " + name, null);
        }
        return value;
    }

    @Override
    public Map<String, List<String>> slots() {
        return fields;
    }

    @Override
    public List<RuleDefinition> rules(String documentType) {
        return rules.getOrDefault(documentType, List.of());
    }

    @Override
    public List<RuleLimit> limits() {
        return limits;
    }

    @Override
    public List<WordingGroup> wordings() {
        return wordings;
    }

    @Override
    public List<EnterpriseSizeBounds> enterpriseSizes() {
        return Vectors.sizes();
    }

    @Override
    public List<Term> terms() {
        return List.of();
    }

    @Override
    public WorkCalendar calendar() {
        return Calendar.NATIONAL;
    }

    private static final class Calendar {
        static final WorkCalendar NATIONAL = read();

        private static WorkCalendar read() {
            try (InputStream in = Files.newInputStream(JsonTree.spec().resolve("business/calendar/cn-holidays.csv"))) {
                return WorkCalendar.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
