package org.tongcai.identifier;

import org.jspecify.annotations.Nullable;

/**
 * Post code 邮政编码 of six digits. 000000, a common placeholder, is refused.
 */
public final class PostCode extends Identifier {

    private PostCode(String value) {
        super(IdentifierKind.POST_CODE, value);
    }

    /**
     * The post code that is written in {@code text}.
     *
     * @throws IdentifierException if the text is not valid as it stands
     */
    public static PostCode parse(String text) {
        return new PostCode(IdentifierKind.POST_CODE.require(text));
    }

    /** Whether {@code text} is a valid post code as it stands. */
    public static boolean isValid(CharSequence text) {
        return IdentifierKind.POST_CODE.isValid(text);
    }

    /** The first problem of {@code text}, or null if it is valid. */
    public static @Nullable IdentifierProblem check(CharSequence text) {
        return IdentifierKind.POST_CODE.check(text);
    }

    /** Removes blanks and turns full-width characters into half-width ones. */
    public static String normalise(String text) {
        return IdentifierKind.POST_CODE.normalise(text);
    }
}
