package org.tongcai.compiler.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.bundle.RuleDefinition.ReferenceKind;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecType;

/**
 * Collects the fields that rules read, by type: only these are kept while a document is judged. A union and its branches have one list, so
 * that a place in it means the same in all. Not thread-safe.
 */
final class Slots {
    private static final List<String> HEADER =
            List.of("documentId", "documentType", "revision", "issuedAt", "regionCode", "platform");

    private static final List<String> EVENT = List.of(
            "kind",
            "event",
            "fromState",
            "toState",
            "occurredAt",
            "reason",
            "sequence",
            "signatures",
            "subject",
            "produced");

    private final Spec spec;
    private final Schema schema;
    private final Map<String, Set<String>> fields = new HashMap<>();

    Slots(Spec spec, Schema schema) {
        this.spec = spec;
        this.schema = schema;
    }

    void read(Expr expr) {
        expr.visit(part -> {
            if (part instanceof Expr.Field field) {
                add(field.struct(), field.name());
            }
        });
    }

    /** What finding the documents of a reference reads in them. */
    void read(RuleDefinition.Reference reference) {
        String root = String.valueOf(schema.root(reference.type()));
        if (reference.kind() == ReferenceKind.FROM) {
            path(root, reference.path());
        }
        reference.fields().forEach(match -> path(root, match.path()));
        for (String name : List.of("documentType", "documentId", "platformCode")) {
            add(References.DOCUMENT_REFERENCE, name);
        }
    }

    /** What tells documents apart and what law they fall under, of every document type. */
    void readHeaders() {
        for (SpecType document : spec.documentTypes()) {
            add(document.name(), "header");
        }
        for (String name : HEADER) {
            add("DocumentHeader", name);
        }
        add("Platform", "code");
    }

    /** What histories are replayed from, whether rules read it or not. */
    void readEvents() {
        for (String name : EVENT) {
            add("ProcessEvent", name);
        }
        add("DocumentVersion", "document");
        add(References.DOCUMENT_REFERENCE, "documentType");
        add(References.DOCUMENT_REFERENCE, "documentId");
    }

    private void path(String root, List<String> names) {
        String type = root;
        for (String name : names) {
            add(RuleType.innermost(type), name);
            Schema.Field field = schema.field(RuleType.innermost(type), name);
            type = field == null ? "" : field.type();
        }
    }

    private void add(String type, String field) {
        if (schema.field(type, field) != null) {
            fields.computeIfAbsent(type, key -> new TreeSet<>()).add(field);
        }
    }

    /** Type → its fields, sorted. */
    SortedMap<String, List<String>> slots() {
        Map<String, String> family = new HashMap<>();
        for (SpecType type : spec.types().values()) {
            if (type.isUnion()) {
                schema.branches(type.name()).forEach(branch -> join(family, type.name(), branch));
            }
        }
        Map<String, Set<String>> byFamily = new HashMap<>();
        fields.forEach((type, names) -> byFamily.computeIfAbsent(first(family, type), key -> new TreeSet<>())
                .addAll(names));
        SortedMap<String, List<String>> slots = new TreeMap<>();
        for (String type : spec.types().keySet()) {
            Set<String> names = byFamily.get(first(family, type));
            if (names != null) {
                slots.put(type, new ArrayList<>(names));
            }
        }
        return Collections.unmodifiableSortedMap(slots);
    }

    private static String first(Map<String, String> family, String type) {
        String at = type;
        while (family.containsKey(at)) {
            at = family.get(at);
        }
        return at;
    }

    private static void join(Map<String, String> family, String one, String other) {
        String first = first(family, one);
        String second = first(family, other);
        if (!first.equals(second)) {
            family.put(second, first);
        }
    }
}
