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
 * The text is a bank account number 银行账号: 8 to 32 digits.
 *
 * <p>Judged as {@link org.tongcai.identifier.BankAccount} does, which is what the standard does; null is valid. The message says what is wrong, such as
 * the check character that should be there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Repeatable(BankAccount.List.class)
@Constraint(validatedBy = BankAccount.Validator.class)
public @interface BankAccount {
    /** What is said of other values; as long as it is the default, the reason is given instead. */
    String message() default "须为银行账号 · must be a bank account number";

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
        BankAccount[] value();
    }

    /** Judges texts. */
    final class Validator extends IdentifierValidator<BankAccount> {
        /** For the validation engine. */
        public Validator() {
            super(IdentifierKind.BANK_ACCOUNT);
        }
    }
}
