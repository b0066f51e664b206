package org.tongcai.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;

/** Small JSON documents as maps, lists, texts, {@code Long} and {@code Boolean}. Stateless. */
final class Json {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final int DEPTH = 64;

    private Json() {}

    /** What writes to a generator. */
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** What writes to a generator and, after flushing it, to the bytes behind it. */
    interface LongBody {
        void write(JsonGenerator json, OutputStream out) throws IOException;
    }

    /** An object, with a line feed at the end. */
    static byte[] object(Body members) {
        return object(1 << 9, (json, out) -> members.write(json));
    }

    /** The same, of about so many bytes, of which parts are there already. */
    static byte[] object(int size, LongBody members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            members.write(json, out);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    static void bilingual(JsonGenerator json, String name, Bilingual text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("zh", text.zh());
        json.writeStringField("en", text.en());
        json.writeEndObject();
    }

    static void digest(JsonGenerator json, String name, PackageDigest digest) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("algorithm", digest.algorithm());
        json.writeStringField("value", digest.value());
        json.writeEndObject();
    }

    /** Takes the objects of a long list. */
    interface Each {
        void take(Map<String, Object> object) throws IOException;
    }

    /** Reads one object and nothing behind it. */
    static Map<String, Object> read(byte[] bytes) throws IOException {
        return read(bytes, "", object -> {});
    }

    /** The same, where the objects of one list are handed on as they come and not kept. */
    static Map<String, Object> read(byte[] bytes, String list, Each each) throws IOException {
        try (JsonParser json = FACTORY.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            Map<String, Object> object = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.START_ARRAY && list.equals(name)) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        each.take(object(json, 1));
                    }
                    if (json.currentToken() != JsonToken.END_ARRAY) {
                        throw new IOException("not only objects: " + name);
                    }
                } else {
                    object.put(name, value(json, 1));
                }
            }
            if (json.nextToken() != null) {
                throw new IOException("something behind the object");
            }
            return object;
        }
    }

    private static Map<String, Object> object(JsonParser json, int depth) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            members.put(name, value(json, depth + 1));
        }
        return members;
    }

    private static Object value(JsonParser json, int depth) throws IOException {
        if (depth > DEPTH) {
            throw new IOException("too deep");
        }
        JsonToken token = json.currentToken();
        if (token == null) {
            throw new IOException("cut off");
        }
        switch (token) {
            case START_OBJECT:
                return object(json, depth);
            case START_ARRAY:
                List<Object> items = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(json, depth + 1));
                }
                return items;
            case VALUE_STRING:
                return json.getText();
            case VALUE_NUMBER_INT:
                return json.getLongValue();
            case VALUE_TRUE:
                return true;
            case VALUE_FALSE:
                return false;
            default:
                throw new IOException("not expected: " + token);
        }
    }

    /** The value at a path of member names; null where it is not there. */
    static @Nullable Object at(Map<String, Object> object, String... names) {
        Object value = object;
        for (String name : names) {
            value = value instanceof Map<?, ?> members ? members.get(name) : null;
        }
        return value;
    }

    static @Nullable String text(Map<String, Object> object, String... names) {
        return at(object, names) instanceof String text ? text : null;
    }

    /** A text that must be there. */
    static String require(Map<String, Object> object, String... names) throws IOException {
        if (at(object, names) instanceof String text) {
            return text;
        }
        throw new IOException("not there: " + String.join("/", names));
    }

    /** A whole number; 0 where it is not there. */
    static long number(Map<String, Object> object, String... names) {
        return at(object, names) instanceof Long number ? number : 0;
    }

    /** The objects of a list; empty where it is not there. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Map<String, Object> object, String... names) {
        List<Map<String, Object>> objects = new ArrayList<>();
        if (at(object, names) instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?>) {
                    objects.add((Map<String, Object>) item);
                }
            }
        }
        return objects;
    }
}
