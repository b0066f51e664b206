package org.tongcai.identifier;

import org.jspecify.annotations.Nullable;

/**
 * Organisation code 组织机构代码, GB 11714-1997: eight characters and a check character.
 *
 * <p>Read with or without the printed hyphen (12345678-8); {@link #value()} is always the nine characters.
 */
public final class OrganizationCode extends Identifier {

    private OrganizationCode(String value) {
        super(IdentifierKind.ORGANIZATION_CODE, value);
    }

    /**
     * The organisation code that is written in {@code text}.
     *
     * @throws IdentifierException if the text is not valid as it stands
     */
    public static OrganizationCode parse(String text) {
        String code = IdentifierKind.ORGANIZATION_CODE.require(text);
        int body = OrganizationCodeScheme.BODY;
        return new OrganizationCode(code.substring(0, body) + code.charAt(code.length() - 1));
    }

    /** Whether {@code text} is a valid organisation code as it stands. */
    public static boolean isValid(CharSequence text) {
        return IdentifierKind.ORGANIZATION_CODE.isValid(text);
    }

    /** The first problem of {@code text}, or null if it is valid. */
    public static @Nullable IdentifierProblem check(CharSequence text) {
        return IdentifierKind.ORGANIZATION_CODE.check(text);
    }

    /** Trims, turns full-width characters into half-width ones, lower case into upper case and dashes into hyphens. */
    public static String normalise(String text) {
        return IdentifierKind.ORGANIZATION_CODE.normalise(text);
    }

    /**
     * The check character for the first eight characters of an organisation code.
     *
     * @throws IllegalArgumentException if {@code body} is not eight digits or upper-case letters
     */
    public static char checkCharacter(String body) {
        CheckedBody.require(body, OrganizationCodeScheme.BODY, CheckedBody.ALPHANUMERIC);
        return OrganizationCodeScheme.checkCharacter(body.toCharArray(), 0);
    }

    /** As printed: eight characters, hyphen, check character. */
    public String formatted() {
        return value().substring(0, OrganizationCodeScheme.BODY) + '-' + value().charAt(OrganizationCodeScheme.BODY);
    }
}
