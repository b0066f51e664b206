package org.tongcai.sandbox.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of requests and responses as maps, lists, texts, numbers and flags. Members that are null are left out. */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(64 << 10)
                    .build())
            .build();

    private Json() {}

    /** JSON that is written as it is. */
    public record Raw(String text) {
        /** JSON in UTF-8. */
        public static Raw of(byte[] json) {
            return new Raw(new String(json, StandardCharsets.UTF_8));
        }
    }

    /** An object out of names and values by turns; members with the value null are left out. */
    public static Map<String, Object> object(@Nullable Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                object.put((String) java.util.Objects.requireNonNull(namesAndValues[i]), value);
            }
        }
        return object;
    }

    /** A value as UTF-8. */
    public static byte[] bytes(Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: it is written into memory
        }
        return out.toByteArray();
    }

    /** A value as text. */
    public static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            for (Map.Entry<?, ?> member : object.entrySet()) {
                json.writeFieldName((String) member.getKey());
                write(json, member.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Collection<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                write(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Raw raw) {
            json.writeRawValue(raw.text());
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }

    /**
     * Reads an object.
     *
     * @throws ProblemException {@code malformed-request} if it is none
     */
    public static Map<String, Object> parse(byte[] body) {
        try (JsonParser json = FACTORY.createParser(body)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                Map<String, Object> object = object(json);
                if (json.nextToken() == null) {
                    return object;
                }
            }
            throw new ProblemException("malformed-request", "the body must be one JSON object");
        } catch (JsonProcessingException e) {
            throw new ProblemException("malformed-request", "the body is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            object.put(name, value(json));
        }
        return object;
    }

    private static Object value(JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT:
                return object(json);
            case START_ARRAY:
                List<Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json));
                }
                return list;
            case VALUE_STRING:
                return json.getText();
            case VALUE_NUMBER_INT:
                return json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? BigInteger.ZERO
                        : (Object) json.getLongValue();
            case VALUE_TRUE:
                return Boolean.TRUE;
            case VALUE_FALSE:
                return Boolean.FALSE;
            default:
                throw new ProblemException("malformed-request", "null and fractions have no place in the body");
        }
    }

    /** A text member; null where it is absent. */
    public static @Nullable String optional(Map<String, Object> object, String name) {
        Object value = object.get(name);
        if (value != null && !(value instanceof String)) {
            throw new ProblemException("malformed-request", name + " must be a text");
        }
        return (String) value;
    }

    /** A text member that must be there. */
    public static String required(Map<String, Object> object, String name) {
        String value = optional(object, name);
        if (value == null || value.isEmpty()) {
            throw new ProblemException("malformed-request", name + " is missing");
        }
        return value;
    }

    /** A list of texts; null where it is absent. */
    public static @Nullable List<String> texts(Map<String, Object> object, String name) {
        Object value = object.get(name);
        if (value == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof String text) {
                    texts.add(text);
                }
            }
        }
        if (!(value instanceof List<?> list) || texts.size() != list.size()) {
            throw new ProblemException("malformed-request", name + " must be a list of texts");
        }
        return texts;
    }
}
