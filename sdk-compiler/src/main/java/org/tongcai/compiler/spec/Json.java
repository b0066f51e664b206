package org.tongcai.compiler.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value that knows where it stands. Immutable. */
public sealed interface Json {
    /** Where the value begins. */
    Place place();

    /** What it is, in words for messages: {@code object}, {@code array}, {@code string}, {@code number}, {@code boolean}, {@code null}. */
    String kind();

    /**
     * An object.
     *
     * @param place where it begins
     * @param members in the order of the file
     * @param names where each member's name stands
     */
    record Obj(Place place, Map<String, Json> members, Map<String, Place> names) implements Json {
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
            names = Map.copyOf(names);
        }

        /** An object without members. */
        public static Obj empty(Place place) {
            return new Obj(place, Map.of(), Map.of());
        }

        @Override
        public String kind() {
            return "object";
        }

        /** Whether the member is there. */
        public boolean has(String name) {
            return members.containsKey(name);
        }

        /** The member; null where it is missing. */
        public @Nullable Json get(String name) {
            return members.get(name);
        }

        /** The member where it is a string; null otherwise. */
        public @Nullable String text(String name) {
            return members.get(name) instanceof Text text ? text.value() : null;
        }

        /** The member where it is a string; {@code fallback} otherwise. */
        public String text(String name, String fallback) {
            String text = text(name);
            return text == null ? fallback : text;
        }

        /** The member where it is a whole number in the range of long; {@code fallback} otherwise. */
        public long whole(String name, long fallback) {
            Long whole = members.get(name) instanceof Num number ? number.whole() : null;
            return whole == null ? fallback : whole;
        }

        /** The member where it is a boolean; {@code false} otherwise. */
        public boolean flag(String name) {
            return members.get(name) instanceof Flag flag && flag.value();
        }

        /** The member where it is an object; an empty one otherwise. */
        public Obj obj(String name) {
            return members.get(name) instanceof Obj object ? object : empty(placeOf(name));
        }

        /** The items of the member where it is an array; none otherwise. */
        public List<Json> items(String name) {
            return members.get(name) instanceof Arr array ? array.items() : List.of();
        }

        /** The strings in the member where it is an array; none otherwise. */
        public List<String> texts(String name) {
            return items(name).stream()
                    .filter(Text.class::isInstance)
                    .map(item -> ((Text) item).value())
                    .toList();
        }

        /** Where the member's name stands; where the object begins if the member is missing. */
        public Place placeOf(String name) {
            return names.getOrDefault(name, place);
        }
    }

    /** An array. */
    record Arr(Place place, List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "array";
        }
    }

    /** A string. */
    record Text(Place place, String value) implements Json {
        @Override
        public String kind() {
            return "string";
        }
    }

    /**
     * A number.
     *
     * @param place where it begins
     * @param literal as written
     */
    record Num(Place place, String literal) implements Json {
        @Override
        public String kind() {
            return "number";
        }

        /** The value where it is a whole number in the range of long, written without point and exponent; null otherwise. */
        public @Nullable Long whole() {
            try {
                return Long.valueOf(literal);
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }

    /** true or false. */
    record Flag(Place place, boolean value) implements Json {
        @Override
        public String kind() {
            return "boolean";
        }
    }

    /** null. */
    record Nil(Place place) implements Json {
        @Override
        public String kind() {
            return "null";
        }
    }
}
