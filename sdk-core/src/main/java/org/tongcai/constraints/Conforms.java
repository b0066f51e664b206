package org.tongcai.constraints;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.tongcai.Layer;

/**
 * The document conforms to the full standard: structure, conditions, code lists on the day of the document, identifiers and rules, as
 * {@link org.tongcai.Standard#validate(org.tongcai.binding.Model)} judges it. Each error is a violation at its own place, such as
 * {@code lots[0].items[1].price.money.amount}, with the id of the rule and the reason; warnings are none. Null is valid.
 *
 * <p>Generated documents carry it in the group {@link FullStandard}. Reads the standard from the class path (artifact {@code tongcai-schemas}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({TYPE, METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Repeatable(Conforms.List.class)
@Constraint(validatedBy = ConformsValidator.class)
public @interface Conforms {
    /** Id of the profile to judge by, such as {@code cn-53}; empty for the standard alone. */
    String profile() default "";

    /** Which of rules, references and quality are judged, after all that comes before them; none for what the schemas say alone. */
    Layer[] stages() default {Layer.RULES, Layer.REFERENCES, Layer.QUALITY};

    /** What is said of a document that does not; as long as it is the default, the finding is given instead. */
    String message() default "不符合标准 · does not conform to the standard";

    /** Groups. */
    Class<?>[] groups() default {};

    /** Payload. */
    Class<? extends Payload>[] payload() default {};

    /** Several of them: by several profiles. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({TYPE, METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
    @interface List {
        /** The constraints. */
        Conforms[] value();
    }
}
