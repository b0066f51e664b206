package org.tongcai.identifier;

import org.jspecify.annotations.Nullable;

/**
 * Telephone number. Personal: {@link #toString()} is masked.
 *
 * <p>Mobile (11 digits from 13 to 19, with or without +86), landline with area code and optional extension
 * (0871-12345678-801), 400 and 800 numbers; everywhere else the international form of ITU-T E.164 (+49-30-12345678).
 * {@link #value()} of a mobile number has no +86.
 */
public final class PhoneNumber extends Identifier {

    private PhoneNumber(String value) {
        super(IdentifierKind.PHONE, value);
    }

    /**
     * The telephone number that is written in {@code text}.
     *
     * @throws IdentifierException if the text is not valid as it stands
     */
    public static PhoneNumber parse(String text) {
        return new PhoneNumber(withoutCountry(IdentifierKind.PHONE.require(text)));
    }

    /** Whether {@code text} is a valid telephone number as it stands. */
    public static boolean isValid(CharSequence text) {
        return IdentifierKind.PHONE.isValid(text);
    }

    /** The first problem of {@code text}, or null if it is valid. */
    public static @Nullable IdentifierProblem check(CharSequence text) {
        return IdentifierKind.PHONE.check(text);
    }

    /** Removes blanks, turns full-width characters into half-width ones and dashes into hyphens. */
    public static String normalise(String text) {
        return IdentifierKind.PHONE.normalise(text);
    }

    /** The kinds of numbers. */
    public enum Type {
        /** 手机. */
        MOBILE,
        /** 固定电话. */
        LANDLINE,
        /** 400 and 800 numbers. */
        SERVICE,
        /** 国际号码, written with “+”. */
        INTERNATIONAL
    }

    /** The kind of number. */
    public Type type() {
        return switch (value().charAt(0)) {
            case '1' -> Type.MOBILE;
            case '0' -> Type.LANDLINE;
            case '+' -> Type.INTERNATIONAL;
            default -> Type.SERVICE;
        };
    }

    private static String withoutCountry(String number) {
        for (String prefix : new String[] {PhoneNumberScheme.COUNTRY, PhoneNumberScheme.COUNTRY + "-"}) {
            if (number.startsWith(prefix + "1")) {
                return number.substring(prefix.length());
            }
        }
        return number;
    }
}
