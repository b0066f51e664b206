package org.tongcai.binding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks of values on their way into a {@link Model}; for generated classes. Stateless and thread-safe. */
public final class ModelValues {
    private ModelValues() {}

    /**
     * The list with its type told; the same object.
     *
     * @throws ClassCastException if it is no list, or an item is of another type; null items are left to the validation
     */
    @SuppressWarnings("unchecked")
    public static <T> @Nullable List<T> list(@Nullable Object value, Class<T> type) {
        List<?> list = (List<?>) value;
        if (list != null) {
            for (Object item : list) {
                if (item != null && !type.isInstance(item)) {
                    throw new ClassCastException(item.getClass().getName() + " in a list of " + type.getName());
                }
            }
        }
        return (List<T>) list;
    }

    /**
     * The whole number as the property keeps it.
     *
     * @throws ClassCastException if it is neither Integer nor Long
     * @throws ArithmeticException if it does not fit
     */
    public static @Nullable Integer integer(@Nullable Object value) {
        return value == null || value instanceof Integer
                ? (Integer) value
                : Integer.valueOf(Math.toIntExact((Long) value));
    }

    /**
     * The whole number as the property keeps it.
     *
     * @throws ClassCastException if it is neither Integer nor Long
     */
    public static @Nullable Long whole(@Nullable Object value) {
        return value instanceof Integer number ? Long.valueOf(number) : (Long) value;
    }

    /**
     * A list of whole numbers as the property keeps it: the same object where all items are.
     *
     * @throws ClassCastException if it is no list, or an item is neither Integer nor Long
     * @throws ArithmeticException if an item does not fit
     */
    public static @Nullable List<Integer> integers(@Nullable Object value) {
        List<?> list = (List<?>) value;
        if (list == null || list.stream().allMatch(item -> item == null || item instanceof Integer)) {
            return list(list, Integer.class);
        }
        List<Integer> converted = new ArrayList<>(list.size());
        list.forEach(item -> converted.add(integer(item)));
        return converted;
    }

    /**
     * A list of whole numbers as the property keeps it: the same object where all items are.
     *
     * @throws ClassCastException if it is no list, or an item is neither Integer nor Long
     */
    public static @Nullable List<Long> wholes(@Nullable Object value) {
        List<?> list = (List<?>) value;
        if (list == null || list.stream().allMatch(item -> item == null || item instanceof Long)) {
            return list(list, Long.class);
        }
        List<Long> converted = new ArrayList<>(list.size());
        list.forEach(item -> converted.add(whole(item)));
        return converted;
    }

    /** What to throw where {@code place} is none. */
    public static IndexOutOfBoundsException noPlace(Model model, int place) {
        return new IndexOutOfBoundsException(model.modelType() + " has no property " + place);
    }

    /** What to throw where {@code place} holds no objects. */
    public static RuntimeException noModel(Model model, int place) {
        return refusal(model, place, "objects");
    }

    /** What to throw where {@code place} holds no texts. */
    public static RuntimeException noText(Model model, int place) {
        return refusal(model, place, "texts");
    }

    /** What to throw where a union has no such branch. */
    public static IllegalArgumentException noBranch(String union, @Nullable String branch) {
        return new IllegalArgumentException(union + " has no branch " + branch);
    }

    private static RuntimeException refusal(Model model, int place, String kind) {
        List<String> names = model.modelProperties();
        return place < 0 || place >= names.size()
                ? noPlace(model, place)
                : new IllegalArgumentException(model.modelType() + "." + names.get(place) + " holds no " + kind);
    }

    /**
     * Accepts the text of a discriminator and nothing else.
     *
     * @throws IllegalArgumentException if the value is not {@code text}
     */
    public static void constant(@Nullable Object value, String text) {
        if (!text.equals(value)) {
            throw new IllegalArgumentException("the class says " + text + ", not " + value);
        }
    }
}
