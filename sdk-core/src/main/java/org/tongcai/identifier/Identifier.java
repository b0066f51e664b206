package org.tongcai.identifier;

/**
 * A valid identifier. Immutable; equal when kind and {@link #value()} are equal, ordered by kind and then by value.
 *
 * <p>{@link #toString()} hides what is personal, so that identifiers can be logged.
 */
public abstract sealed class Identifier implements Comparable<Identifier>
        permits BankAccount,
                CatalogueCode,
                CreditCode,
                EmailAddress,
                InvoiceNumber,
                OrganizationCode,
                PhoneNumber,
                PostCode,
                RegionCode,
                ResidentId,
                TransactionCode {

    private final IdentifierKind kind;
    private final String value;

    Identifier(IdentifierKind kind, String value) {
        this.kind = kind;
        this.value = value;
    }

    /** What kind of identifier this is. */
    public final IdentifierKind kind() {
        return kind;
    }

    /** The whole identifier in its canonical form, unmasked. */
    public final String value() {
        return value;
    }

    /** The identifier with its personal part hidden; the same as {@link #value()} for kinds that are not personal. */
    public final String masked() {
        return kind.mask(value);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Identifier that && kind == that.kind && value.equals(that.value);
    }

    @Override
    public final int hashCode() {
        return 31 * kind.id().hashCode() + value.hashCode();
    }

    @Override
    public final int compareTo(Identifier other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : value.compareTo(other.value);
    }

    /** {@link #masked()}. */
    @Override
    public final String toString() {
        return masked();
    }
}
