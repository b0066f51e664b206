package org.tongcai.identifier;

import org.jspecify.annotations.Nullable;

/**
 * Bank account number 银行账号 of 8 to 32 digits. Personal: {@link #toString()} is masked.
 *
 * <p>Corporate accounts have no common check digit, so none is judged.
 */
public final class BankAccount extends Identifier {

    private BankAccount(String value) {
        super(IdentifierKind.BANK_ACCOUNT, value);
    }

    /**
     * The bank account number that is written in {@code text}.
     *
     * @throws IdentifierException if the text is not valid as it stands
     */
    public static BankAccount parse(String text) {
        return new BankAccount(IdentifierKind.BANK_ACCOUNT.require(text));
    }

    /** Whether {@code text} is a valid bank account number as it stands. */
    public static boolean isValid(CharSequence text) {
        return IdentifierKind.BANK_ACCOUNT.isValid(text);
    }

    /** The first problem of {@code text}, or null if it is valid. */
    public static @Nullable IdentifierProblem check(CharSequence text) {
        return IdentifierKind.BANK_ACCOUNT.check(text);
    }

    /** Removes blanks and turns full-width characters into half-width ones. */
    public static String normalise(String text) {
        return IdentifierKind.BANK_ACCOUNT.normalise(text);
    }
}
