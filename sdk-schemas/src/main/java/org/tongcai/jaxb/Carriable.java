package org.tongcai.jaxb;

import jakarta.xml.bind.MarshalException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.binding.CodeValue;
import org.tongcai.binding.Model;

/** Refuses documents that XML cannot carry, and says where: some characters, nulls in lists, objects that hold themselves. */
final class Carriable {
    private Carriable() {}

    static void require(Model document) throws MarshalException {
        object(document, new Place(null, "", 1));
    }

    /**
     * A step of a JSON Pointer, put together only where it is needed.
     *
     * @param level that of the element
     */
    private record Place(@Nullable Place above, Object step, int level) {
        @Override
        public String toString() {
            return above == null ? "" : above + "/" + step;
        }
    }

    private static void object(Model object, Place place) throws MarshalException {
        List<String> properties = object.modelProperties();
        for (int i = 0; i < properties.size(); i++) {
            Object value = object.modelValue(i);
            if (value == null) {
                continue;
            }
            Place below = new Place(place, properties.get(i), place.level + 1);
            if (below.level > StrictReader.MAX_DEPTH) {
                throw new MarshalException("more than " + StrictReader.MAX_DEPTH + " levels, at " + below);
            }
            if (value instanceof List<?> list) {
                for (int k = 0; k < list.size(); k++) {
                    Object item = list.get(k);
                    if (item == null) {
                        throw new MarshalException("null is no item of a list, at " + below + "/" + k);
                    }
                    value(item, new Place(below, k, below.level));
                }
            } else {
                value(value, below);
            }
        }
    }

    private static void value(Object value, Place place) throws MarshalException {
        if (value instanceof Model object) {
            object(object, place);
        } else if (value instanceof String text) {
            text(text, place);
        } else if (value instanceof CodeValue code) {
            text(code.code(), place);
        }
    }

    /** The production Char of XML 1.0. */
    private static void text(String text, Place place) throws MarshalException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < Character.MIN_SURROGATE || c == '\t' || c == '\n' || c == '\r') {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c < ' ' || c <= Character.MAX_SURROGATE || c >= 0xFFFE) {
                throw new MarshalException(
                        String.format("XML cannot carry the character U+%04X, at %s", (int) c, place));
            }
        }
    }
}
