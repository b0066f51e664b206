package org.tongcai.client.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object of an answer, read with their kinds checked. A null counts as absent. Immutable.
 *
 * <p>Depth and lengths are bounded; the number of bytes is bounded by whoever read the body.
 */
public final class Members {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(96)
                    .maxStringLength(4 << 20)
                    .maxNumberLength(64)
                    .build())
            .build();

    private final Map<String, Object> values;

    private Members(Map<String, Object> values) {
        this.values = values;
    }

    /** Reads one object. */
    public static Members parse(byte[] json) throws JsonShapeException {
        return parse(json, Set.of());
    }

    /**
     * Reads one object.
     *
     * @param raw names of members, at any depth, whose objects are kept as the bytes that they are; see {@link #raw}
     */
    public static Members parse(byte[] json, Set<String> raw) throws JsonShapeException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonShapeException("not a JSON object");
            }
            Members members = new Members(object(parser, json, raw));
            if (parser.nextToken() != null) {
                throw new JsonShapeException("content after the JSON object");
            }
            return members;
        } catch (JsonShapeException e) {
            throw e;
        } catch (JsonProcessingException e) {
            // The message of the parser quotes content; the place is enough.
            throw new JsonShapeException("malformed JSON"
                    + (e.getLocation() == null
                            ? ""
                            : " at byte " + e.getLocation().getByteOffset()));
        } catch (IOException e) {
            throw new JsonShapeException("unreadable JSON");
        }
    }

    /** Members that were read before, such as those of an extension. */
    public static Members of(Map<String, Object> values) {
        return new Members(values);
    }

    private static Map<String, Object> object(JsonParser parser, byte[] json, Set<String> raw) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        Set<String> nulls = Set.of();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            Object value = token == JsonToken.START_OBJECT && raw.contains(name)
                    ? skipped(parser, json)
                    : value(parser, token, json, raw);
            // Found here for nothing: the parser would keep a set of names for each object.
            boolean twice = value == null ? members.containsKey(name) : members.put(name, value) != null;
            if (twice || nulls.contains(name)) {
                throw new JsonShapeException("a member is there twice");
            }
            if (value == null) {
                nulls = nulls.isEmpty() ? new HashSet<>() : nulls;
                nulls.add(name);
            }
        }
        return Collections.unmodifiableMap(members);
    }

    private static byte[] skipped(JsonParser parser, byte[] json) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int to = (int) parser.currentLocation().getByteOffset();
        return Arrays.copyOfRange(json, from, to);
    }

    private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token, byte[] json, Set<String> raw)
            throws IOException {
        if (token == null) {
            throw new JsonShapeException("the JSON ends too early");
        }
        return switch (token) {
            case START_OBJECT -> object(parser, json, raw);
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
                    Object item = value(parser, t, json, raw);
                    if (item != null) {
                        items.add(item);
                    }
                }
                yield Collections.unmodifiableList(items);
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> {
                JsonParser.NumberType type = parser.getNumberType();
                yield type == JsonParser.NumberType.BIG_INTEGER ? (Object) parser.getText() : parser.getLongValue();
            }
            case VALUE_NUMBER_FLOAT -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new JsonShapeException("unexpected JSON");
        };
    }

    /** Whether the member is there. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** A text; null where it is absent. */
    public @Nullable String text(String name) throws JsonShapeException {
        return of(name, String.class, "a text");
    }

    /** A text; a default where it is absent. */
    public String textOr(String name, String absent) throws JsonShapeException {
        String text = text(name);
        return text == null ? absent : text;
    }

    /** A text that must be there. */
    public String required(String name) throws JsonShapeException {
        String text = text(name);
        if (text == null) {
            throw new JsonShapeException("member " + name + " is missing");
        }
        return text;
    }

    /** A whole number; a default where it is absent. */
    public long wholeOr(String name, long absent) throws JsonShapeException {
        Long number = of(name, Long.class, "a whole number");
        return number == null ? absent : number;
    }

    /** A whole number in the range of an int; a default where it is absent. */
    public int intOr(String name, int absent) throws JsonShapeException {
        long number = wholeOr(name, absent);
        if (number != (int) number) {
            throw new JsonShapeException("member " + name + " is out of range");
        }
        return (int) number;
    }

    /** A truth value; false where it is absent. */
    public boolean flag(String name) throws JsonShapeException {
        return Boolean.TRUE.equals(of(name, Boolean.class, "true or false"));
    }

    /** A moment with offset; null where it is absent. */
    public @Nullable OffsetDateTime moment(String name) throws JsonShapeException {
        String text = text(name);
        try {
            return text == null ? null : Moments.parse(text);
        } catch (DateTimeException e) {
            throw new JsonShapeException("member " + name + " is not a moment");
        }
    }

    /** One of the constants of an enum, by its name; null where it is absent. */
    public <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) throws JsonShapeException {
        String text = text(name);
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw new JsonShapeException("member " + name + " has a value that is not known");
    }

    /** An object; null where it is absent. */
    @SuppressWarnings("unchecked")
    public @Nullable Members object(String name) throws JsonShapeException {
        Map<String, Object> members = of(name, Map.class, "an object");
        return members == null ? null : new Members(members);
    }

    /** An object that must be there. */
    public Members requiredObject(String name) throws JsonShapeException {
        Members members = object(name);
        if (members == null) {
            throw new JsonShapeException("member " + name + " is missing");
        }
        return members;
    }

    /** The objects of a list; none where it is absent. */
    @SuppressWarnings("unchecked")
    public List<Members> objects(String name) throws JsonShapeException {
        List<Object> items = of(name, List.class, "a list");
        if (items == null) {
            return List.of();
        }
        List<Members> objects = new ArrayList<>(items.size());
        for (Object item : items) {
            if (!(item instanceof Map)) {
                throw new JsonShapeException("member " + name + " holds something else than objects");
            }
            objects.add(new Members((Map<String, Object>) item));
        }
        return objects;
    }

    /** The texts of a list; none where it is absent. */
    public List<String> texts(String name) throws JsonShapeException {
        List<?> items = of(name, List.class, "a list");
        if (items == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(items.size());
        for (Object item : items) {
            if (!(item instanceof String text)) {
                throw new JsonShapeException("member " + name + " holds something else than texts");
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    /** The bytes of an object that was to be kept raw; null where it is absent. */
    public byte @Nullable [] raw(String name) throws JsonShapeException {
        return of(name, byte[].class, "an object");
    }

    /** Everything as unmodifiable maps, lists, texts, whole numbers and truth values; other numbers are texts. */
    public Map<String, Object> asMap() {
        return values;
    }

    private <T> @Nullable T of(String name, Class<T> type, String expected) throws JsonShapeException {
        Object value = values.get(name);
        if (value != null && !type.isInstance(value)) {
            throw new JsonShapeException("member " + name + " is not " + expected);
        }
        return type.cast(value);
    }
}
