package org.tongcai.identifier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Resident identity number 公民身份号码, GB 11643-1999. Personal: {@link #toString()} is masked.
 *
 * <p>18 characters: region (6 digits), birth date, sequence (3 digits), check character. The region may be one that no
 * longer exists; the 15-digit numbers of before 1999 are refused.
 */
public final class ResidentId extends Identifier {

    private ResidentId(String value) {
        super(IdentifierKind.RESIDENT_ID, value);
    }

    /**
     * The resident identity number that is written in {@code text}.
     *
     * @throws IdentifierException if the text is not valid as it stands
     */
    public static ResidentId parse(String text) {
        return new ResidentId(IdentifierKind.RESIDENT_ID.require(text));
    }

    /** Whether {@code text} is a valid resident identity number as it stands. */
    public static boolean isValid(CharSequence text) {
        return IdentifierKind.RESIDENT_ID.isValid(text);
    }

    /** The first problem of {@code text}, or null if it is valid. */
    public static @Nullable IdentifierProblem check(CharSequence text) {
        return IdentifierKind.RESIDENT_ID.check(text);
    }

    /** Trims, turns full-width characters into half-width ones and lower case into upper case. */
    public static String normalise(String text) {
        return IdentifierKind.RESIDENT_ID.normalise(text);
    }

    /**
     * The check character for the first 17 digits of an identity number.
     *
     * @throws IllegalArgumentException if {@code body} is not 17 digits
     */
    public static char checkCharacter(String body) {
        CheckedBody.require(body, ResidentIdScheme.LENGTH - 1, CheckedBody.DIGITS);
        return ResidentIdScheme.checkCharacter(body.toCharArray(), 0);
    }

    /** Region of the first registration, 6 digits as of that day. */
    public String regionCode() {
        return value().substring(0, ResidentIdScheme.BIRTH_DATE);
    }

    /** The birth date. */
    public LocalDate birthDate() {
        return CompactDate.parse(value(), ResidentIdScheme.BIRTH_DATE);
    }

    /** The digit of the sex: odd for men, even for women. */
    public int sexDigit() {
        return value().charAt(ResidentIdScheme.LENGTH - 2) - '0';
    }
}
