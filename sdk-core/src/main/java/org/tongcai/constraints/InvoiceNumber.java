package org.tongcai.constraints;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.tongcai.identifier.IdentifierKind;

/**
 * The text is an invoice number 发票号码 (国家税务总局公告2024年第11号): 20 digits, or 8 digits with or without a code of 10 or 12.
 *
 * <p>Judged as {@link org.tongcai.identifier.InvoiceNumber} does, which is what the standard does; null is valid. The message says what is wrong, such as
 * the check character that should be there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Repeatable(InvoiceNumber.List.class)
@Constraint(validatedBy = InvoiceNumber.Validator.class)
public @interface InvoiceNumber {
    /** What is said of other values; as long as it is the default, the reason is given instead. */
    String message() default "须为发票号码 · must be an invoice number";

    /** Groups. */
    Class<?>[] groups() default {};

    /** Payload. */
    Class<? extends Payload>[] payload() default {};

    /** Several of them. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
    @interface List {
        /** The constraints. */
        InvoiceNumber[] value();
    }

    /** Judges texts. */
    final class Validator extends IdentifierValidator<InvoiceNumber> {
        /** For the validation engine. */
        public Validator() {
            super(IdentifierKind.INVOICE_NUMBER);
        }
    }
}
