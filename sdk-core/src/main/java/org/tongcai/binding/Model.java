package org.tongcai.binding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A typed object of the standard, as the engine sees it. Implemented by generated classes only; applications use their accessors.
 *
 * <p>Properties are known by their place: that of the type's definition in the bundle, from 0. The discriminator of a union's branch is a
 * property like others and gives its fixed text; it cannot be set.
 *
 * <p>Implementations are mutable and not thread-safe.
 */
public interface Model {
    /** Name of the type in the standard, such as {@code AwardNotice}. */
    String modelType();

    /**
     * The value of a property: a {@code String}, {@code Long}, {@code Boolean}, {@link CodeValue}, {@code Model}, or a {@code List} of
     * these; null where it is absent.
     *
     * @throws IndexOutOfBoundsException if there is no such place
     */
    @Nullable
    Object modelValue(int place);

    /**
     * Sets a property, of the kinds that {@link #modelValue} gives; null takes it away. Codes come from {@link #newCode}.
     *
     * @throws IndexOutOfBoundsException if there is no such place
     * @throws ClassCastException if the value is of another kind
     */
    void setModelValue(int place, @Nullable Object value);

    /**
     * An empty object for a property, or for the items of a list: of the property's type, or of the branch of its union.
     *
     * @param branch name of the branch's type where the property's type is a union; else ignored
     * @throws IllegalArgumentException if the property holds no objects, or the union has no such branch
     */
    Model newModel(int place, @Nullable String branch);

    /**
     * A code for a property, or for the items of a list.
     *
     * @throws IllegalArgumentException if the property holds no codes of a class of their own; then it holds texts
     */
    CodeValue newCode(int place, String code);

    /** Whether the property, or the items of its list, are codes with a class of their own. */
    boolean holdsCodes(int place);

    /** The value of a list property as a list; null where it is absent. */
    @SuppressWarnings("unchecked")
    default @Nullable List<Object> modelList(int place) {
        return (List<Object>) modelValue(place);
    }
}
