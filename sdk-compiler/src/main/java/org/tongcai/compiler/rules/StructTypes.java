package org.tongcai.compiler.rules;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.StructType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The types with fields that the checker sees: those of the schemas, asked for when first met, and the structs of one rule. */
@SuppressWarnings("Immutable")
final class StructTypes implements CelTypeProvider {
    @SuppressWarnings("Immutable") // only remembers what it has read
    private final Schema schema;

    @SuppressWarnings("Immutable") // never changed
    private final Map<String, StructType> own = new HashMap<>();

    /**
     * @param own name of the struct → field → type
     */
    StructTypes(Schema schema, Map<String, Map<String, String>> own) {
        this.schema = schema;
        own.forEach((name, fields) -> {
            Map<String, CelType> types = new LinkedHashMap<>();
            fields.forEach((field, type) -> types.put(field, RuleType.cel(type)));
            this.own.put(name, RuleType.struct(name, types));
        });
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.copyOf(own.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
        StructType struct = own.get(name);
        return Optional.ofNullable(struct == null ? schema.struct(name) : struct);
    }
}
