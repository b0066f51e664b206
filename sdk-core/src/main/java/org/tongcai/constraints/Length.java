package org.tongcai.constraints;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.tongcai.Check;

/**
 * The text has so many characters, counted as code points, as JSON Schema, XML Schema and people do. {@code jakarta.validation.constraints.Size}
 * counts the units of UTF-16, of which a rare character of a name (𠮷) takes two.
 *
 * <p>Null is valid.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Repeatable(Length.List.class)
@Constraint(validatedBy = Length.Validator.class)
public @interface Length {
    /** At least so many. */
    int min() default 0;

    /** At most so many. */
    int max() default Integer.MAX_VALUE;

    /** What is said of other values; as long as it is the default, the reason is given instead. */
    String message() default "长度须在规定之内 · must be of the length allowed";

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
        Length[] value();
    }

    /** Judges texts. */
    final class Validator extends Reasoned<Length, CharSequence> {
        private int min;
        private int max;

        @Override
        public void initialize(Length annotation) {
            super.initialize(annotation);
            min = annotation.min();
            max = annotation.max();
        }

        @Override
        public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            int points = Character.codePointCount(value, 0, value.length());
            if (points < min) {
                return refuse(context, Check.MIN_LENGTH, both(min), both(points));
            }
            return points <= max || refuse(context, Check.MAX_LENGTH, both(max), both(points));
        }
    }
}
