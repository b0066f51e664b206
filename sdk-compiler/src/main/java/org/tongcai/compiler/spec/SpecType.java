package org.tongcai.compiler.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type: one file below {@code business/schemas/}. Immutable.
 *
 * @param name type name, from the file name
 * @param domain name of the folder: {@code common} or a domain
 * @param source the file's JSON
 * @param termId stable id
 * @param title Chinese title
 * @param description Chinese description
 * @param documentType what makes it a document type; null for other types
 * @param properties in document order; empty for a union
 * @param conditions conditions of {@code allOf}, in order
 * @param dependentRequired property → properties that it brings, in order
 * @param discriminator for a union, the property that chooses the branch; null for an object
 * @param branches for a union, names of the branch types in order
 * @param basis citations as written
 * @param since edition that brought it; null where not stated
 * @param deprecated null where it is not
 */
public record SpecType(
        String name,
        String domain,
        Json.Obj source,
        String termId,
        String title,
        String description,
        @Nullable DocumentType documentType,
        List<SpecProperty> properties,
        List<SpecCondition> conditions,
        Map<String, List<String>> dependentRequired,
        @Nullable String discriminator,
        List<String> branches,
        List<String> basis,
        @Nullable String since,
        @Nullable Deprecation deprecated) {
    public SpecType {
        properties = List.copyOf(properties);
        conditions = List.copyOf(conditions);
        dependentRequired = Collections.unmodifiableMap(new LinkedHashMap<>(dependentRequired));
        branches = List.copyOf(branches);
        basis = List.copyOf(basis);
    }

    /** What makes a type a document type: its name on the wire and its domain. */
    public record DocumentType(String name, String domain) {}

    /** Name on the wire of a document type; empty for other types. */
    public String documentName() {
        return documentType == null ? "" : documentType.name();
    }

    /** The file, relative to the spec directory. */
    public String file() {
        return source.place().file();
    }

    /** Whether this is a union of types. */
    public boolean isUnion() {
        return discriminator != null || source.has("oneOf");
    }

    /** The property of that name; null for none. */
    public @Nullable SpecProperty property(String property) {
        for (SpecProperty candidate : properties) {
            if (candidate.name().equals(property)) {
                return candidate;
            }
        }
        return null;
    }

    /** The type of the same name that another source describes. */
    public SpecType with(Json.Obj other) {
        return TypeReader.read(name, domain, other);
    }
}
