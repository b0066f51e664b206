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
 * The text is a unified transaction code 统一交易标识码 (公共资源交易平台系统数据规范（V2.0）): 36 characters, 40 with hyphens, with a check character.
 *
 * <p>Judged as {@link org.tongcai.identifier.TransactionCode} does, which is what the standard does; null is valid. The message says what is wrong, such as
 * the check character that should be there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Repeatable(TransactionCode.List.class)
@Constraint(validatedBy = TransactionCode.Validator.class)
public @interface TransactionCode {
    /** What is said of other values; as long as it is the default, the reason is given instead. */
    String message() default "须为统一交易标识码 · must be a unified transaction code";

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
        TransactionCode[] value();
    }

    /** Judges texts. */
    final class Validator extends IdentifierValidator<TransactionCode> {
        /** For the validation engine. */
        public Validator() {
            super(IdentifierKind.TRANSACTION_CODE);
        }
    }
}
