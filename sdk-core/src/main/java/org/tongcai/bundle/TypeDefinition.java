package org.tongcai.bundle;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;

/**
 * A compiled type. Immutable. Exactly one of {@code properties} (object) and {@code branches} (union) is non-empty.
 *
 * @param name type name, unique in the bundle
 * @param termId stable id
 * @param title title
 * @param documentType name on the wire where the type is a document type; null otherwise
 * @param properties in document order
 * @param conditions conditional obligations, dependentRequired among them
 * @param discriminator for a union, the property that chooses the branch; null for an object
 * @param branches for a union, discriminator value → type name, in order of declaration
 */
public record TypeDefinition(
        String name,
        String termId,
        Bilingual title,
        @Nullable String documentType,
        List<Property> properties,
        List<Condition> conditions,
        @Nullable String discriminator,
        Map<String, String> branches) {
    public TypeDefinition {
        properties = List.copyOf(properties);
        conditions = List.copyOf(conditions);
        branches = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(branches));
    }

    /** Whether this is a union of types. */
    public boolean isUnion() {
        return discriminator != null;
    }

    /**
     * A member of an object.
     *
     * @param name name on the wire
     * @param termId stable id
     * @param title title
     * @param required whether it must be present
     * @param node what its value must look like
     * @param basis where it comes from, the most specific first; may be empty
     */
    public record Property(
            String name, String termId, Bilingual title, boolean required, Node node, List<Citation> basis) {
        public Property {
            basis = List.copyOf(basis);
        }
    }

    /**
     * A conditional obligation.
     *
     * @param termId stable id; for dependentRequired the term id of the property that brings the others
     * @param title what it says
     * @param tests all must hold for {@code then} to apply; otherwise {@code otherwise} applies
     * @param then obligations when the tests hold
     * @param otherwise obligations when they do not
     * @param basis where it comes from; may be empty
     */
    public record Condition(
            String termId,
            Bilingual title,
            List<Test> tests,
            Obligation then,
            Obligation otherwise,
            List<Citation> basis) {
        public Condition {
            tests = List.copyOf(tests);
            basis = List.copyOf(basis);
        }
    }

    /**
     * A test of one property.
     *
     * @param property its name
     * @param values it is present and equals one of these (strings as they are, booleans as {@code true}/{@code false}); empty: it is present
     */
    public record Test(String property, List<String> values) {
        public Test {
            values = List.copyOf(values);
        }
    }

    /** Properties that must be there, and properties that must not. */
    public record Obligation(List<String> required, List<String> forbidden) {
        /** Nothing follows. */
        public static final Obligation NONE = new Obligation(List.of(), List.of());

        public Obligation {
            required = List.copyOf(required);
            forbidden = List.copyOf(forbidden);
        }
    }
}
