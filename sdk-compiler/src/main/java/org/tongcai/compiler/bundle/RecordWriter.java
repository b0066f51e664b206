package org.tongcai.compiler.bundle;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.TypeDefinition;

/**
 * Writes records as the bundle encodes them (docs/design/architecture.md): members in the order of the components; nulls, empty
 * lists and defaults left out; enums in lower case; trees (components that are an {@link Object}) as they are; a {@link Node} with its {@code kind}.
 */
final class RecordWriter {
    private final JsonGenerator out;

    RecordWriter(JsonGenerator out) {
        this.out = out;
    }

    void write(Object value) throws IOException {
        if (value instanceof Record object) {
            out.writeStartObject();
            if (value instanceof Node) {
                out.writeStringField("kind", value.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            }
            for (RecordComponent component : object.getClass().getRecordComponents()) {
                Object member = member(object, component);
                boolean isTree = component.getType() == Object.class;
                if (member != null && (isTree || !isDefault(component.getName(), member))) {
                    out.writeFieldName(name(component));
                    write(member);
                }
            }
            out.writeEndObject();
        } else if (value instanceof Collection<?> items) {
            out.writeStartArray();
            for (Object item : items) {
                write(item);
            }
            out.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeFieldName(entry.getKey().toString());
                write(entry.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Number number) {
            out.writeNumber(number.longValue());
        } else if (value instanceof Enum<?> constant) {
            out.writeString(constant.name().toLowerCase(Locale.ROOT));
        } else {
            out.writeString(value.toString());
        }
    }

    /** A component cannot be called {@code assert}. */
    private static String name(RecordComponent component) {
        return component.getName().equals("assertion") ? "assert" : component.getName();
    }

    private static boolean isDefault(String name, Object value) {
        if (value instanceof Collection<?> items) {
            return items.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty();
        }
        return switch (name) {
            case "sensitivity" -> value == Node.Sensitivity.PUBLIC || value.equals("public");
            case "coverage" -> value.equals(CodeList.Coverage.COMPLETE);
            case "minLength" -> value.equals(0);
            case "maxLength" -> value.equals(-1);
            case "then", "otherwise" -> value.equals(TypeDefinition.Obligation.NONE);
            // English may be missing; Chinese is written even where it is empty, so that the object is never empty.
            case "en" -> value.equals("");
            default -> Boolean.FALSE.equals(value);
        };
    }

    private static @Nullable Object member(Record object, RecordComponent component) {
        try {
            return component.getAccessor().invoke(object);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("records of the bundle are public: " + component, e);
        }
    }
}
