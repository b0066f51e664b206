package org.tongcai.constraints;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.tongcai.format.TextFormat;

/**
 * The text is a moment with its offset, written {@code 2026-03-01T09:30:00+08:00} (RFC 3339).
 *
 * <p>The same as format {@code date-time} of the standard; null is valid.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Repeatable(MomentText.List.class)
@Constraint(validatedBy = MomentText.Validator.class)
public @interface MomentText {
    /** What is said of other values. */
    String message() default
            "须为带时区的时间，如 2026-03-01T09:30:00+08:00 · must be a time with offset such as 2026-03-01T09:30:00+08:00";

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
        MomentText[] value();
    }

    /** Judges texts. */
    final class Validator implements ConstraintValidator<MomentText, CharSequence> {
        @Override
        public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
            return value == null || TextFormat.DATE_TIME.matches(value);
        }
    }
}
