package org.tongcai.identifier;

import org.jspecify.annotations.Nullable;

/**
 * E-mail address as people write it in forms: the unquoted part of RFC 5321, at most 254 characters with 64 before the "@",
 * a host name of two labels or more, ASCII only. Personal: {@link #toString()} is masked.
 *
 * <p>The domain is kept in lower case, so that addresses that differ only there are equal.
 */
public final class EmailAddress extends Identifier {

    private EmailAddress(String value) {
        super(IdentifierKind.EMAIL, value);
    }

    /**
     * The e-mail address that is written in {@code text}.
     *
     * @throws IdentifierException if the text is not valid as it stands
     */
    public static EmailAddress parse(String text) {
        return new EmailAddress(IdentifierKind.EMAIL.normalise(IdentifierKind.EMAIL.require(text)));
    }

    /** Whether {@code text} is a valid e-mail address as it stands. */
    public static boolean isValid(CharSequence text) {
        return IdentifierKind.EMAIL.isValid(text);
    }

    /** The first problem of {@code text}, or null if it is valid. */
    public static @Nullable IdentifierProblem check(CharSequence text) {
        return IdentifierKind.EMAIL.check(text);
    }

    /** Trims, turns full-width characters into half-width ones and the domain into lower case. */
    public static String normalise(String text) {
        return IdentifierKind.EMAIL.normalise(text);
    }

    /** What stands before the "@". */
    public String localPart() {
        return value().substring(0, value().indexOf('@'));
    }

    /** What stands after the "@", in lower case. */
    public String domain() {
        return value().substring(value().indexOf('@') + 1);
    }
}
