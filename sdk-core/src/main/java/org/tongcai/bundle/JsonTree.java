package org.tongcai.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small file of a bundle as maps, lists, strings, longs and booleans. Bundles hold neither nulls nor fractions. */
final class JsonTree {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonTree() {}

    static Object read(byte[] json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            return value(parser);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("the file is empty");
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, value(parser));
                }
                yield members;
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> throw new IOException("not expected in a bundle: " + token);
        };
    }

    /** Typed access to an object; what is missing or of another type is an {@link IOException}. */
    record Members(Map<?, ?> map) {
        static Members of(@Nullable Object value) throws IOException {
            if (value instanceof Map<?, ?> map) {
                return new Members(map);
            }
            throw new IOException("an object is expected, found " + value);
        }

        boolean has(String name) {
            return map.containsKey(name);
        }

        String text(String name) throws IOException {
            String text = textOrNull(name);
            if (text == null) {
                throw new IOException("member \"" + name + "\" is missing");
            }
            return text;
        }

        @Nullable
        String textOrNull(String name) throws IOException {
            Object value = map.get(name);
            if (value == null || value instanceof String) {
                return (String) value;
            }
            throw new IOException("member \"" + name + "\" should be a string");
        }

        String text(String name, String fallback) throws IOException {
            String text = textOrNull(name);
            return text == null ? fallback : text;
        }

        long whole(String name) throws IOException {
            if (map.get(name) instanceof Long number) {
                return number;
            }
            throw new IOException("member \"" + name + "\" should be a whole number");
        }

        int whole(String name, int fallback) throws IOException {
            return has(name) ? Math.toIntExact(whole(name)) : fallback;
        }

        boolean flag(String name) {
            return Boolean.TRUE.equals(map.get(name));
        }

        /** Any value; null where the member is missing. */
        @Nullable
        Object treeOrNull(String name) {
            return map.get(name);
        }

        /** Any value. */
        Object tree(String name) throws IOException {
            Object value = map.get(name);
            if (value == null) {
                throw new IOException("member \"" + name + "\" is missing");
            }
            return value;
        }

        /** The members of an object in their order; none where it is missing. */
        Map<String, Object> entries(String name) throws IOException {
            Map<String, Object> entries = new LinkedHashMap<>();
            if (has(name)) {
                members(name).map().forEach((key, value) -> entries.put(String.valueOf(key), value));
            }
            return entries;
        }

        Members members(String name) throws IOException {
            return of(map.get(name));
        }

        /** The items; none where the member is missing. */
        List<?> items(String name) throws IOException {
            Object value = map.get(name);
            if (value == null) {
                return List.of();
            }
            return list(value);
        }

        List<String> texts(String name) throws IOException {
            List<String> texts = new ArrayList<>();
            for (Object item : items(name)) {
                texts.add(String.valueOf(item));
            }
            return texts;
        }
    }

    static List<?> list(Object value) throws IOException {
        if (value instanceof List<?> items) {
            return items;
        }
        throw new IOException("a list is expected");
    }
}
