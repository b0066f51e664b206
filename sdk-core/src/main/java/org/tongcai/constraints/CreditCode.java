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
 * The text is a unified social credit code 统一社会信用代码 (GB 32100-2015): 18 characters with a check character.
 *
 * <p>Judged as {@link org.tongcai.identifier.CreditCode} does, which is what the standard does; null is valid. The message says what is wrong, such as
 * the check character that should be there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Repeatable(CreditCode.List.class)
@Constraint(validatedBy = CreditCode.Validator.class)
public @interface CreditCode {
    /** What is said of other values; as long as it is the default, the reason is given instead. */
    String message() default "须为统一社会信用代码 · must be a unified social credit code";

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
        CreditCode[] value();
    }

    /** Judges texts. */
    final class Validator extends IdentifierValidator<CreditCode> {
        /** For the validation engine. */
        public Validator() {
            super(IdentifierKind.CREDIT_CODE);
        }
    }
}
