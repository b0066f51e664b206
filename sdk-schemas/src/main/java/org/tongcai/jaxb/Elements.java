package org.tongcai.jaxb;

import java.util.List;
import org.tongcai.binding.Model;

/** Counts the elements that a document has in XML: where it was read from more, something got lost. */
final class Elements {
    private Elements() {}

    /** One for the object and one for each value in it. */
    static int of(Model object) {
        // The discriminator of a union's branch is a value and no element; it counts for the object itself.
        int count = Model.class.isAssignableFrom(object.getClass().getSuperclass()) ? 0 : 1;
        for (int i = 0; i < object.modelProperties().size(); i++) {
            Object value = object.modelValue(i);
            if (value instanceof List<?> list) {
                for (Object item : list) {
                    count += item instanceof Model below ? of(below) : item == null ? 0 : 1;
                }
            } else if (value != null) {
                count += value instanceof Model below ? of(below) : 1;
            }
        }
        return count;
    }
}
