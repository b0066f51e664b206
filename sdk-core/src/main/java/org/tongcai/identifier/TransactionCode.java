package org.tongcai.identifier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Unified transaction code 统一交易标识码 of the public-resource trading platforms, 公共资源交易平台系统数据规范（V2.0）.
 *
 * <p>Trade class (3), credit code of the platform (18), date, serial (6), check character (MOD 37-2 of ISO/IEC 7064), stored
 * with hyphens between the parts. Read with or without them; {@link #value()} always has them.
 */
public final class TransactionCode extends Identifier {

    private TransactionCode(String value) {
        super(IdentifierKind.TRANSACTION_CODE, value);
    }

    /**
     * The transaction code that is written in {@code text}.
     *
     * @throws IdentifierException if the text is not valid as it stands
     */
    public static TransactionCode parse(String text) {
        return new TransactionCode(hyphenated(IdentifierKind.TRANSACTION_CODE.require(text)));
    }

    /** Whether {@code text} is a valid transaction code as it stands. */
    public static boolean isValid(CharSequence text) {
        return IdentifierKind.TRANSACTION_CODE.isValid(text);
    }

    /** The first problem of {@code text}, or null if it is valid. */
    public static @Nullable IdentifierProblem check(CharSequence text) {
        return IdentifierKind.TRANSACTION_CODE.check(text);
    }

    /** Trims, turns full-width characters into half-width ones, lower case into upper case and dashes into hyphens. */
    public static String normalise(String text) {
        return IdentifierKind.TRANSACTION_CODE.normalise(text);
    }

    /**
     * The check character for the first 35 characters, without hyphens.
     *
     * @throws IllegalArgumentException if {@code body} is not 35 digits or upper-case letters
     */
    public static char checkCharacter(String body) {
        CheckedBody.require(body, TransactionCodeScheme.CHECK, CheckedBody.ALPHANUMERIC);
        return TransactionCodeScheme.checkCharacter(body.toCharArray());
    }

    /** The 36 characters without hyphens. */
    public String plain() {
        return value().replace("-", "");
    }

    /** Class of the trade, 3 characters. */
    public String tradeClass() {
        return value().substring(0, TransactionCodeScheme.PLATFORM);
    }

    /** Credit code of the platform, 18 characters. Its own check character is not guaranteed to hold. */
    public String platformCode() {
        return plain().substring(TransactionCodeScheme.PLATFORM, TransactionCodeScheme.DATE);
    }

    /** The day on which the code was issued. */
    public LocalDate date() {
        return CompactDate.parse(plain(), TransactionCodeScheme.DATE);
    }

    /** Serial of the day, 6 characters. */
    public String serial() {
        return plain().substring(TransactionCodeScheme.SERIAL, TransactionCodeScheme.CHECK);
    }

    private static String hyphenated(String code) {
        if (code.length() == TransactionCodeScheme.HYPHENATED) {
            return code;
        }
        return String.join(
                "-",
                code.substring(0, TransactionCodeScheme.PLATFORM),
                code.substring(TransactionCodeScheme.PLATFORM, TransactionCodeScheme.DATE),
                code.substring(TransactionCodeScheme.DATE, TransactionCodeScheme.SERIAL),
                code.substring(TransactionCodeScheme.SERIAL, TransactionCodeScheme.CHECK),
                code.substring(TransactionCodeScheme.CHECK));
    }
}
