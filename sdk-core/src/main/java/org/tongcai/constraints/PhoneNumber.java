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
 * The text is a telephone number 电话号码: mobile, landline, 400 or 800.
 *
 * <p>Judged as {@link org.tongcai.identifier.PhoneNumber} does, which is what the standard does; null is valid. The message says what is wrong, such as
 * the check character that should be there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Repeatable(PhoneNumber.List.class)
@Constraint(validatedBy = PhoneNumber.Validator.class)
public @interface PhoneNumber {
    /** What is said of other values; as long as it is the default, the reason is given instead. */
    String message() default "须为电话号码 · must be a telephone number";

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
        PhoneNumber[] value();
    }

    /** Judges texts. */
    final class Validator extends IdentifierValidator<PhoneNumber> {
        /** For the validation engine. */
        public Validator() {
            super(IdentifierKind.PHONE);
        }
    }
}
