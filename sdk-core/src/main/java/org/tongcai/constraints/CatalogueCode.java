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
 * The text, or code, is a procurement catalogue code 政府采购品目编码 (财库〔2022〕31号): of the right shape, and an item of the list {@code catalogue}.
 *
 * <p>A code that was ever in the list is valid, since a field alone has no day; null is valid. Reads the list from the standard on the class path
 * (artifact {@code tongcai-schemas}) when the first code is looked up.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Repeatable(CatalogueCode.List.class)
@Constraint(validatedBy = {CatalogueCode.OfText.class, CatalogueCode.OfCode.class})
public @interface CatalogueCode {
    /** Id of the profile whose lists count, such as {@code cn-53}; empty for the standard alone. */
    String profile() default "";

    /** What is said of other values; as long as it is the default, the reason is given instead. */
    String message() default "须为政府采购品目编码 · must be a procurement catalogue code";

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
        CatalogueCode[] value();
    }

    /** Judges texts. */
    final class OfText extends ListedValidator<CatalogueCode, CharSequence> {
        @Override
        public void initialize(CatalogueCode annotation) {
            super.initialize(annotation);
            use(IdentifierKind.CATALOGUE_CODE, "catalogue", annotation.profile());
        }
    }

    /** Judges codes. */
    final class OfCode extends ListedValidator<CatalogueCode, CodeValue> {
        @Override
        public void initialize(CatalogueCode annotation) {
            super.initialize(annotation);
            use(IdentifierKind.CATALOGUE_CODE, "catalogue", annotation.profile());
        }
    }
}
