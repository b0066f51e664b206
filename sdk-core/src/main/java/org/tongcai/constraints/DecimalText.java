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
import org.tongcai.Bilingual;
import org.tongcai.Check;
import org.tongcai.bundle.Node;
import org.tongcai.format.TextFormat;

/**
 * The text is a decimal number of at most so many digits, written as the standard writes amounts: no plus, no leading zeros, no exponent, no blanks.
 *
 * <p>The same as format {@code decimal} of the standard; null is valid.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Repeatable(DecimalText.List.class)
@Constraint(validatedBy = DecimalText.Validator.class)
public @interface DecimalText {
    /** All digits together, at most. */
    int digits() default 18;

    /** Of these, digits after the point, at most. */
    int fraction() default 2;

    /** Whether it may be negative. */
    boolean signed() default false;

    /** What is said of other values; as long as it is the default, the reason is given instead. */
    String message() default "须为十进制数 · must be a decimal number";

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
        DecimalText[] value();
    }

    /** Judges texts. */
    final class Validator extends Reasoned<DecimalText, CharSequence> {
        private Node.DecimalShape shape = new Node.DecimalShape(0, 0, false);

        @Override
        public void initialize(DecimalText annotation) {
            super.initialize(annotation);
            shape = new Node.DecimalShape(annotation.digits(), annotation.fraction(), annotation.signed());
        }

        @Override
        public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
            return value == null
                    || TextFormat.decimal(value, shape)
                    || refuse(
                            context,
                            Check.DECIMAL,
                            both(shape.digits()),
                            both(shape.fraction()),
                            shape.signed() ? new Bilingual("，可为负", ", may be negative") : Bilingual.EMPTY);
        }
    }
}
