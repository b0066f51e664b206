package org.tongcai.identifier;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Invoice number 发票号码: 20 digits of a fully digital invoice (国家税务总局公告2024年第11号), or the 8 digits of an older one,
 * preceded by its code of 10 or 12 digits and a hyphen where the code is not kept elsewhere.
 */
public final class InvoiceNumber extends Identifier {

    private InvoiceNumber(String value) {
        super(IdentifierKind.INVOICE_NUMBER, value);
    }

    /**
     * The invoice number that is written in {@code text}.
     *
     * @throws IdentifierException if the text is not valid as it stands
     */
    public static InvoiceNumber parse(String text) {
        return new InvoiceNumber(IdentifierKind.INVOICE_NUMBER.require(text));
    }

    /** Whether {@code text} is a valid invoice number as it stands. */
    public static boolean isValid(CharSequence text) {
        return IdentifierKind.INVOICE_NUMBER.isValid(text);
    }

    /** The first problem of {@code text}, or null if it is valid. */
    public static @Nullable IdentifierProblem check(CharSequence text) {
        return IdentifierKind.INVOICE_NUMBER.check(text);
    }

    /** Removes blanks, turns full-width characters into half-width ones and dashes into hyphens. */
    public static String normalise(String text) {
        return IdentifierKind.INVOICE_NUMBER.normalise(text);
    }

    /** Whether this is the number of a fully digital invoice 数电发票. */
    public boolean isDigital() {
        return value().length() == InvoiceNumberScheme.DIGITAL;
    }

    /** The number without the code: 20 or 8 digits. */
    public String number() {
        return value().substring(value().indexOf('-') + 1);
    }

    /** The invoice code 发票代码 of 10 or 12 digits, where it is given. */
    public Optional<String> code() {
        int hyphen = value().indexOf('-');
        return hyphen < 0 ? Optional.empty() : Optional.of(value().substring(0, hyphen));
    }
}
