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
import org.tongcai.identifier.IdentifierKind;

/**
 * The text, or code, is an administrative division code 行政区划代码 (GB/T 2260-2007): of the right shape, and a code of the list {@code region}; one that came after the last edition of the list is not refused.
 *
 * <p>A code that was ever in the list is valid, since a field alone has no day; null is valid. Reads the list from the standard on the class path
 * (artifact {@code tongcai-schemas}) when the first code is looked up.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Repeatable(RegionCode.List.class)
@Constraint(validatedBy = {RegionCode.OfText.class, RegionCode.OfCode.class})
public @interface RegionCode {
    /** Id of the profile whose lists count, such as {@code cn-53}; empty for the standard alone. */
    String profile() default "";

    /** What is said of other values; as long as it is the default, the reason is given instead. */
    String message() default "须为行政区划代码 · must be an administrative division code";

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
        RegionCode[] value();
    }

    /** Judges texts. */
    final class OfText extends ListedValidator<RegionCode, CharSequence> {
        @Override
        public void initialize(RegionCode annotation) {
            super.initialize(annotation);
            use(IdentifierKind.REGION_CODE, "region", annotation.profile());
        }
    }

    /** Judges codes. */
    final class OfCode extends ListedValidator<RegionCode, CodeValue> {
        @Override
        public void initialize(RegionCode annotation) {
            super.initialize(annotation);
            use(IdentifierKind.REGION_CODE, "region", annotation.profile());
        }
    }
}
