package org.tongcai;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.rule.Resolver;

/**
 * How to validate. Immutable; start from {@link #DEFAULT}.
 *
 * @param asOf the day whose codes and rules count; null: each document's own day ({@code header.issuedAt}), or today where it has none
 * @param documentType what the documents must be; null: what each says of itself
 * @param limits bounds
 * @param stages which of {@link Layer#RULES}, {@link Layer#REFERENCES}, {@link Layer#QUALITY} are judged, after all that comes before them
 * @param resolver where documents that are referred to are found; null: what needs them is shown as skipped
 * @param missingReferences what to make of a document that is referred to and not found
 */
public record ValidationOptions(
        @Nullable LocalDate asOf,
        @Nullable String documentType,
        Limits limits,
        Set<Layer> stages,
        @Nullable Resolver resolver,
        MissingReferences missingReferences) {
    private static final Set<Layer> ALL = Set.copyOf(EnumSet.of(Layer.RULES, Layer.REFERENCES, Layer.QUALITY));

    /** Each document as of its own day, as what it says it is, by all rules that need no other documents, default limits. */
    public static final ValidationOptions DEFAULT =
            new ValidationOptions(null, null, Limits.DEFAULT, ALL, null, MissingReferences.SKIP);

    public ValidationOptions {
        if (!ALL.containsAll(stages)) {
            throw new IllegalArgumentException("only RULES, REFERENCES and QUALITY are stages of their own: " + stages);
        }
        stages = Set.copyOf(stages);
    }

    /** The same with another day. */
    public ValidationOptions withAsOf(@Nullable LocalDate day) {
        return new ValidationOptions(day, documentType, limits, stages, resolver, missingReferences);
    }

    /** The same for documents of one type. */
    public ValidationOptions withDocumentType(@Nullable String name) {
        return new ValidationOptions(asOf, name, limits, stages, resolver, missingReferences);
    }

    /** The same with other bounds. */
    public ValidationOptions withLimits(Limits other) {
        return new ValidationOptions(asOf, documentType, other, stages, resolver, missingReferences);
    }

    /** The same with other stages: none for what the schemas say alone. Throws IllegalArgumentException for other layers. */
    public ValidationOptions withStages(Set<Layer> wanted) {
        return new ValidationOptions(asOf, documentType, limits, wanted, resolver, missingReferences);
    }

    /** The same with documents that may be referred to. The resolver must be thread-safe where the options are shared by threads. */
    public ValidationOptions withResolver(@Nullable Resolver other) {
        return new ValidationOptions(asOf, documentType, limits, stages, other, missingReferences);
    }

    /** The same with missing references treated so. */
    public ValidationOptions withMissingReferences(MissingReferences treatment) {
        return new ValidationOptions(asOf, documentType, limits, stages, resolver, treatment);
    }
}
