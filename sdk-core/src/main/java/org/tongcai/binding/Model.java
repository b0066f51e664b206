package org.tongcai.binding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A typed object of the standard, as the engine sees it: without reflection, and without a name being looked up per value. Implemented by
 * generated classes only; applications use their accessors.
 *
 * <p>Properties are known by their place: that of the type's definition in the bundle, from 0. The discriminator of a union's branch is a
 * property like others and gives its fixed text.
 *
 * <p>No method here looks like that of a bean property, so that mappers of hosts pass them over.
 *
 * <p>Implementations are mutable and not thread-safe.
 */
public interface Model {
    /** Name of the type in the standard, such as {@code AwardNotice}; of a union the branch's, such as {@code TotalPrice}. */
    String modelType();

    /** Names of the properties by place; the same unmodifiable list for all objects of a type. */
    List<String> modelProperties();

    /**
     * The value of a property: a {@code String}, an {@code Integer} or {@code Long}, a {@code Boolean}, a {@link CodeValue}, a {@code
     * Model}, or a {@code List} of these, not copied; null where it is absent.
     *
     * @throws IndexOutOfBoundsException if there is no such place
     */
    @Nullable
    Object modelValue(int place);

    /**
     * Sets a property to a value of the kind that {@link #modelValue} gives; null takes it away. Lists are kept, not copied. Whole numbers
     * may come as {@code Integer} or {@code Long}, whichever the property keeps. A discriminator is given by the class: setting it to its
     * text does nothing.
     *
     * @throws IndexOutOfBoundsException if there is no such place
     * @throws ClassCastException if the value, or an item of the list, is of another kind
     * @throws ArithmeticException if a whole number does not fit into the property's Java type
     * @throws IllegalArgumentException if a discriminator is to be something else
     */
    void putModelValue(int place, @Nullable Object value);

    /**
     * An empty object for a property, or for an item of its list: of the property's type, or of the branch of its union. It is not set.
     *
     * @param branch name of the branch's type where the property's type is a union; else ignored
     * @throws IndexOutOfBoundsException if there is no such place
     * @throws IllegalArgumentException if the property holds no objects, or the union has no such branch
     */
    Model newModel(int place, @Nullable String branch);

    /**
     * What a property, or an item of its list, holds for a text: the text itself, or the {@link CodeValue} of the property's class. It is
     * not set.
     *
     * @throws IndexOutOfBoundsException if there is no such place
     * @throws IllegalArgumentException if the property holds no texts
     */
    Object newText(int place, String text);
}
