package org.tongcai;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How to validate. Immutable; start from {@link #DEFAULT}.
 *
 * @param asOf the day whose codes and rules count; null: each document's own day ({@code header.issuedAt}), or today where it has none
 * @param documentType what the documents must be; null: what each says of itself
 * @param limits bounds
 */
public record ValidationOptions(
        @Nullable LocalDate asOf, @Nullable String documentType, Limits limits) {
    /** Each document as of its own day, as what it says it is, default limits. */
    public static final ValidationOptions DEFAULT = new ValidationOptions(null, null, Limits.DEFAULT);

    /** The same with another day. */
    public ValidationOptions withAsOf(@Nullable LocalDate day) {
        return new ValidationOptions(day, documentType, limits);
    }

    /** The same for documents of one type. */
    public ValidationOptions withDocumentType(@Nullable String name) {
        return new ValidationOptions(asOf, name, limits);
    }

    /** The same with other bounds. */
    public ValidationOptions withLimits(Limits other) {
        return new ValidationOptions(asOf, documentType, other);
    }
}
