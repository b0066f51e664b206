package org.tongcai.identifier;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The first thing that is wrong with an identifier.
 *
 * <p>The messages never repeat the identifier, at most one of its characters, so they may be logged for personal
 * identifiers too.
 *
 * @param kind {@link IdentifierKind#id()} of the identifier
 * @param reason the class of the problem
 * @param position index of the offending character in the text as given, from 0; -1 when no single one is to blame
 * @param messageZh what is wrong, in Chinese; positions count from 1
 * @param messageEn what is wrong, in English; positions count from 1
 * @param expected what should stand at {@code position}, such as the right check character; null when several would do
 */
public record IdentifierProblem(
        String kind,
        Reason reason,
        int position,
        String messageZh,
        String messageEn,
        @Nullable String expected) implements Serializable {

    public IdentifierProblem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(messageZh, "messageZh");
        Objects.requireNonNull(messageEn, "messageEn");
    }

    /** Classes of problems, so that a caller may treat them apart. */
    public enum Reason {
        /** Too short or too long. */
        LENGTH,
        /** A character that is not allowed where it stands, lower case and full-width forms included. */
        CHARACTER,
        /**
         * The check character does not fit the rest. Mostly a typing error; some credit codes of the pilot era (2015)
         * were issued like this, which is why a caller may decide to let this one pass.
         */
        CHECK_DIGIT,
        /** The embedded date does not exist. */
        DATE,
        /** Every character is allowed, but the parts do not form an identifier. */
        STRUCTURE,
        /** The leading registration authority or organisation class is not in the table of the standard. */
        REGISTRY,
        /** A value that is well formed and never issued, such as all zeros. */
        RESERVED
    }
}
