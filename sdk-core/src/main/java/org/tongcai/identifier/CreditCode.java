package org.tongcai.identifier;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Unified social credit code 统一社会信用代码 of a legal person or other organisation, GB 32100-2015 with amendment 1.
 *
 * <p>18 characters: registration authority, organisation class, region of the registering authority (6 digits), subject
 * code (9 characters, GB 11714), check character. Leading authority and class must be in the tables of the standard, which
 * also refuses the all-zero code although its check character fits. Some codes issued in the pilot era (2015) fail the
 * check character: {@link #check} then answers {@link IdentifierProblem.Reason#CHECK_DIGIT}, apart from everything else.
 */
public final class CreditCode extends Identifier {

    private CreditCode(String value) {
        super(IdentifierKind.CREDIT_CODE, value);
    }

    /**
     * The credit code that is written in {@code text}.
     *
     * @throws IdentifierException if the text is not valid as it stands
     */
    public static CreditCode parse(String text) {
        return new CreditCode(IdentifierKind.CREDIT_CODE.require(text));
    }

    /** Whether {@code text} is a valid credit code as it stands. */
    public static boolean isValid(CharSequence text) {
        return IdentifierKind.CREDIT_CODE.isValid(text);
    }

    /** The first problem of {@code text}, or null if it is valid. */
    public static @Nullable IdentifierProblem check(CharSequence text) {
        return IdentifierKind.CREDIT_CODE.check(text);
    }

    /** Trims, turns full-width characters into half-width ones and lower case into upper case. */
    public static String normalise(String text) {
        return IdentifierKind.CREDIT_CODE.normalise(text);
    }

    /**
     * The check character for the first 17 characters of a credit code.
     *
     * @throws IllegalArgumentException if {@code body} is not 17 characters of the alphabet of GB 32100
     */
    public static char checkCharacter(String body) {
        CheckedBody.require(body, CreditCodeScheme.LENGTH - 1, CreditCodeScheme.ALPHABET);
        return CreditCodeScheme.checkCharacter(body.toCharArray(), 0);
    }

    /** Registration authority 登记管理部门, such as '1' (establishment committee) or '9' (market regulation). */
    public char registrationAuthority() {
        return value().charAt(0);
    }

    /** Organisation class 机构类别 within the authority: with authority '9', '1' is an enterprise. */
    public char organizationClass() {
        return value().charAt(1);
    }

    /**
     * Region of the registering authority, 6 digits as of the day of registration. 100000 is the nation. Not necessarily
     * a {@link RegionCode} in force.
     */
    public String regionCode() {
        return value().substring(2, 8);
    }

    /** The subject code 主体标识码: the 9 characters of the organisation code. */
    public String subjectCode() {
        return value().substring(8, 17);
    }

    /** The embedded organisation code; empty if the subject code does not hold by GB 11714 itself. */
    public Optional<OrganizationCode> organizationCode() {
        String code = subjectCode();
        return OrganizationCode.isValid(code) ? Optional.of(OrganizationCode.parse(code)) : Optional.empty();
    }
}
