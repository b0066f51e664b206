package org.tongcai.compiler.rules;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.StructType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Node;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/** The types of the schemas as the rules see them: a union has the fields of all its branches. Not thread-safe (it remembers). */
final class Schema {
    private final Spec spec;
    private final Map<String, Map<String, Field>> structs = new HashMap<>();
    private final Map<String, StructType> types = new HashMap<>();
    private final Map<String, SpecType> documents = new HashMap<>();

    /**
     * A field.
     *
     * @param type its type; where branches of a union disagree, what says so and fits nothing
     * @param required whether it is there wherever the value is
     * @param codes the codes that it may hold; null where it holds none
     * @param sensitive whether it must not be printed
     * @param refersTo document types that it names; empty for any
     * @param conflict whether branches of a union disagree about the type
     */
    record Field(
            String type,
            boolean required,
            @Nullable Codes codes,
            boolean sensitive,
            Set<String> refersTo,
            boolean conflict) {}

    Schema(Spec spec) {
        this.spec = spec;
        for (SpecType type : spec.types().values()) {
            if (type.documentType() != null) {
                documents.putIfAbsent(type.documentName(), type);
            }
        }
    }

    /** The root type of a document type; null where there is none. */
    @Nullable
    String root(String documentType) {
        SpecType type = documents.get(documentType);
        return type == null ? null : type.name();
    }

    /** The field; null where the type has none of that name. */
    @Nullable
    Field field(String type, String name) {
        return fields(type).get(name);
    }

    /** The fields of a type, those of a union from all its branches; none where there is no such type. */
    Map<String, Field> fields(String type) {
        Map<String, Field> known = structs.get(type);
        if (known == null) {
            SpecType spec = this.spec.types().get(type);
            known = spec == null ? Map.of() : read(spec);
            structs.put(type, known);
        }
        return known;
    }

    /** The objects that a value of the type may be: itself, or all branches of the union. */
    Set<String> branches(String type) {
        SpecType spec = this.spec.types().get(type);
        if (spec == null || !spec.isUnion()) {
            return Set.of(type);
        }
        Set<String> all = new TreeSet<>();
        spec.branches().forEach(branch -> all.addAll(branches(branch)));
        return all;
    }

    private Map<String, Field> read(SpecType type) {
        Map<String, Field> fields = new LinkedHashMap<>();
        if (!type.isUnion()) {
            for (SpecProperty property : type.properties()) {
                fields.put(property.name(), field(property));
            }
            return fields;
        }
        structs.put(type.name(), fields); // a union that holds itself is a fault of the schemas, not of this reader
        Map<String, Integer> seen = new HashMap<>();
        for (String branch : type.branches()) {
            fields(branch).forEach((name, field) -> {
                fields.merge(name, field, Schema::both);
                seen.merge(name, 1, Integer::sum);
            });
        }
        fields.replaceAll(
                (name, field) -> seen.getOrDefault(name, 0) == type.branches().size()
                        ? field
                        : new Field(field.type, false, field.codes, field.sensitive, field.refersTo, field.conflict));
        return fields;
    }

    private static Field both(Field one, Field other) {
        Set<String> refersTo = new TreeSet<>(one.refersTo);
        refersTo.addAll(other.refersTo);
        if (one.refersTo.isEmpty() || other.refersTo.isEmpty()) {
            refersTo.clear();
        }
        boolean conflict = one.conflict || other.conflict || !one.type.equals(other.type);
        return new Field(
                one.type.equals(other.type) ? one.type : one.type + "|" + other.type,
                one.required && other.required,
                one.codes == null || other.codes == null ? null : one.codes.or(other.codes),
                one.sensitive || other.sensitive,
                refersTo,
                conflict);
    }

    private static Field field(SpecProperty property) {
        Codes codes = null;
        if (property.element() instanceof Node.Text text) {
            if (text.constant() != null) {
                codes = Codes.of(text.constant());
            } else if (text.codeList() != null) {
                codes = Codes.list(text.codeList());
            }
        }
        return new Field(
                type(property.node()),
                property.required(),
                codes,
                property.sensitivity().compareTo(Node.Sensitivity.PERSONAL) >= 0,
                new TreeSet<>(property.refersTo()),
                false);
    }

    private static String type(Node node) {
        if (node instanceof Node.Whole) {
            return RuleType.INT;
        } else if (node instanceof Node.Flag) {
            return RuleType.BOOL;
        } else if (node instanceof Node.Reference reference) {
            return reference.type();
        } else if (node instanceof Node.Sequence sequence) {
            return RuleType.list(type(sequence.items()));
        }
        String format = ((Node.Text) node).format();
        if (format == null) {
            return RuleType.STRING;
        }
        return switch (format) {
            case "decimal" -> RuleType.DECIMAL;
            case "date" -> RuleType.DATE;
            case "date-time" -> RuleType.DATETIME;
            default -> RuleType.STRING;
        };
    }

    /** The type for the checker; null where there is no such type. */
    @Nullable
    StructType struct(String name) {
        if (!spec.types().containsKey(name)) {
            return null;
        }
        return types.computeIfAbsent(name, key -> {
            Map<String, CelType> fields = new LinkedHashMap<>();
            fields(key)
                    .forEach((field, known) -> fields.put(
                            field, known.conflict ? OpaqueType.create(known.type) : RuleType.cel(known.type)));
            return RuleType.struct(key, fields);
        });
    }

    /** The path through the fields, lists passed through; null where one of them does not exist. */
    @Nullable
    List<Field> path(String type, List<String> names) {
        List<Field> path = new ArrayList<>();
        String at = type;
        for (String name : names) {
            Field field = field(RuleType.innermost(at), name);
            if (field == null || field.conflict) {
                return null;
            }
            path.add(field);
            at = field.type;
        }
        return path;
    }
}
