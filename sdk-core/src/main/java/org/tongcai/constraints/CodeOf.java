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
import org.tongcai.binding.CodeValue;

/**
 * The text, or code, stands in a code list of the standard: {@code @CodeOf("procurement-method")}.
 *
 * <p>A code that was ever in the list is valid, since a field alone has no day, and so is one that the list itself says it may lack; null is valid.
 * Reads the list from the standard on the class path (artifact {@code tongcai-schemas}) when the first code is looked up.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Repeatable(CodeOf.List.class)
@Constraint(validatedBy = {CodeOf.OfText.class, CodeOf.OfCode.class})
public @interface CodeOf {
    /** Id of the code list. One that the standard does not have is a {@code ConstraintDeclarationException} at the first look-up. */
    String value();

    /** How strongly the list binds. */
    Binding binding() default Binding.REQUIRED;

    /** Id of the profile whose lists count, such as {@code cn-53}; empty for the standard alone. */
    String profile() default "";

    /** What is said of other values; as long as it is the default, the reason is given instead. */
    String message() default "须为代码表中的代码 · must be a code of the code list";

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
        CodeOf[] value();
    }

    /** How strongly a code list binds. */
    enum Binding {
        /** Only codes of the list. */
        REQUIRED,
        /** Own codes, too, written with the prefix {@code x-}. */
        EXTENSIBLE
    }

    /** Judges texts. */
    final class OfText extends ListedValidator<CodeOf, CharSequence> {
        @Override
        public void initialize(CodeOf annotation) {
            super.initialize(annotation);
            use(annotation.value(), annotation.binding() == Binding.EXTENSIBLE, annotation.profile());
        }
    }

    /** Judges codes. */
    final class OfCode extends ListedValidator<CodeOf, CodeValue> {
        @Override
        public void initialize(CodeOf annotation) {
            super.initialize(annotation);
            use(annotation.value(), annotation.binding() == Binding.EXTENSIBLE, annotation.profile());
        }
    }
}
