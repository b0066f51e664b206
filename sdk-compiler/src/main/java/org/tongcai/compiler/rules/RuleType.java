package org.tongcai.compiler.rules;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.common.types.TypeParamType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types of the rule language, written as in compiled rules: {@code bool}, {@code decimal}, {@code list(Lot)}, {@code Lot}. */
final class RuleType {
    static final String BOOL = "bool";
    static final String INT = "int";
    static final String STRING = "string";
    static final String DECIMAL = "decimal";
    static final String DATE = "date";
    static final String DATETIME = "datetime";

    private static final Set<String> SCALARS = Set.of(BOOL, INT, STRING, DECIMAL, DATE, DATETIME);
    private static final Map<String, CelType> CEL = Map.of(
            BOOL,
            SimpleType.BOOL,
            INT,
            SimpleType.INT,
            STRING,
            SimpleType.STRING,
            DECIMAL,
            OpaqueType.create(DECIMAL),
            DATE,
            OpaqueType.create(DATE),
            DATETIME,
            OpaqueType.create(DATETIME),
            "T",
            TypeParamType.create("T"));

    private RuleType() {}

    static boolean isScalar(String type) {
        return SCALARS.contains(type);
    }

    static boolean isList(String type) {
        return type.startsWith("list(");
    }

    static String list(String element) {
        return "list(" + element + ")";
    }

    /** The type of the elements of a list; any other type as it is. */
    static String element(String type) {
        return isList(type) ? type.substring("list(".length(), type.length() - 1) : type;
    }

    /** The innermost element, however many lists are around it. */
    static String innermost(String type) {
        String inner = type;
        while (isList(inner)) {
            inner = element(inner);
        }
        return inner;
    }

    /** For the type checker. */
    static CelType cel(String type) {
        if (isList(type)) {
            return ListType.create(cel(element(type)));
        }
        CelType known = CEL.get(type);
        return known == null ? StructTypeReference.create(type) : known;
    }

    /** As the type checker says; of a type that the language does not have, its name there. */
    static String of(CelType type) {
        if (type instanceof ListType list && list.hasElemType()) {
            return list(of(list.elemType()));
        }
        if (type.kind() == CelKind.BOOL || type.kind() == CelKind.INT || type.kind() == CelKind.STRING) {
            return type.kind().name().toLowerCase(java.util.Locale.ROOT);
        }
        return type.name();
    }

    /** A type with fields, for the type checker. */
    static StructType struct(String name, Map<String, CelType> fields) {
        ImmutableMap<String, CelType> types = ImmutableMap.copyOf(fields);
        return StructType.create(name, types.keySet(), field -> Optional.ofNullable(types.get(field)));
    }
}
