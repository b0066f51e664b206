package org.tongcai.bundle;

import org.jspecify.annotations.Nullable;

/** What a value must look like. The kinds correspond to section 3 of the dialect. All are immutable. */
public sealed interface Node {

    /**
     * A string.
     *
     * @param minLength in Unicode code points; 0 for no bound
     * @param maxLength in Unicode code points; -1 for no bound
     * @param pattern anchored pattern of the shared subset; null for none
     * @param format {@code date}, {@code date-time}, {@code year-month}, {@code decimal}, {@code uri}; null for none
     * @param decimal the shape of a decimal; null unless format is {@code decimal}
     * @param codeList id of the bound code list; null for none
     * @param binding how strongly it is bound; null exactly where codeList is
     * @param identifier id of an {@link org.tongcai.identifier.IdentifierKind}; null for none
     * @param constant the one allowed value; null for none
     * @param sensitivity who may see the value
     */
    record Text(
            int minLength,
            int maxLength,
            @Nullable String pattern,
            @Nullable String format,
            @Nullable DecimalShape decimal,
            @Nullable String codeList,
            @Nullable Binding binding,
            @Nullable String identifier,
            @Nullable String constant,
            Sensitivity sensitivity)
            implements Node {}

    /** A whole number, bounds inclusive. */
    record Whole(long minimum, long maximum) implements Node {}

    /** true or false. */
    record Flag() implements Node {}

    /**
     * A list.
     *
     * @param items what each item must look like
     * @param minItems at least 1 where the list is present
     * @param maxItems upper bound
     * @param unique whether items (strings) must differ
     */
    record Sequence(Node items, int minItems, int maxItems, boolean unique) implements Node {}

    /** An object of the named type, which may be a union. */
    record Reference(String type) implements Node {}

    /**
     * The shape of a decimal string.
     *
     * @param digits all digits together
     * @param fraction of these, at most so many after the point
     * @param signed whether a minus may stand in front
     */
    record DecimalShape(int digits, int fraction, boolean signed) {}

    /** How strongly a code list binds. */
    enum Binding {
        /** A code outside the list is an error. */
        REQUIRED,
        /** Own codes are allowed where none fits, written with the prefix {@code x-}; any other outsider is an error. */
        EXTENSIBLE,
        /** A code outside the list is a warning. */
        PREFERRED
    }

    /** Who may see a value. From {@link #PERSONAL} on it is masked in findings. */
    enum Sensitivity {
        PUBLIC,
        INTERNAL,
        PERSONAL,
        SECRET
    }
}
