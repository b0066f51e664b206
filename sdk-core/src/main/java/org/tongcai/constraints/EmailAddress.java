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
 * The text is an e-mail address 电子邮箱 (RFC 5321): as the standard takes it, which is stricter than {@code jakarta.validation.constraints.Email}.
 *
 * <p>Judged as {@link org.tongcai.identifier.EmailAddress} does, which is what the standard does; null is valid. The message says what is wrong, such as
 * the check character that should be there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Repeatable(EmailAddress.List.class)
@Constraint(validatedBy = EmailAddress.Validator.class)
public @interface EmailAddress {
    /** What is said of other values; as long as it is the default, the reason is given instead. */
    String message() default "须为电子邮箱 · must be an e-mail address";

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
        EmailAddress[] value();
    }

    /** Judges texts. */
    final class Validator extends IdentifierValidator<EmailAddress> {
        /** For the validation engine. */
        public Validator() {
            super(IdentifierKind.EMAIL);
        }
    }
}
