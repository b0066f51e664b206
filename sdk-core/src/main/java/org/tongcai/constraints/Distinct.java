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
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Check;
import org.tongcai.binding.CodeValue;

/**
 * No item of the collection repeats an earlier one: texts and codes are compared by their characters, other items by {@code equals}. Each repetition is
 * a violation of its own, at its place.
 *
 * <p>Null is valid, as are repeated nulls.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, FIELD, ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Repeatable(Distinct.List.class)
@Constraint(validatedBy = Distinct.Validator.class)
public @interface Distinct {
    /** What is said of other values; as long as it is the default, the reason is given instead. */
    String message() default "各项不得重复 · must not hold an item twice";

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
        Distinct[] value();
    }

    /** Judges collections. */
    final class Validator extends Reasoned<Distinct, Collection<?>> {
        @Override
        public boolean isValid(@Nullable Collection<?> items, ConstraintValidatorContext context) {
            if (items == null || items.size() < 2) {
                return true;
            }
            Map<Object, Integer> first = new HashMap<>();
            boolean distinct = true;
            int place = 0;
            for (Object item : items) {
                Integer before = item == null ? null : first.putIfAbsent(key(item), place);
                if (before != null) {
                    distinct = false;
                    context.disableDefaultConstraintViolation();
                    context.buildConstraintViolationWithTemplate(template(context, Check.UNIQUE, both(before + 1)))
                            .addContainerElementNode(FindingPath.ITEM, java.util.List.class, 0)
                            .inIterable()
                            .atIndex(place)
                            .addConstraintViolation();
                }
                place++;
            }
            return distinct;
        }

        private static Object key(Object item) {
            if (item instanceof CodeValue code) {
                return code.code();
            }
            return item instanceof CharSequence text ? text.toString() : item;
        }
    }
}
