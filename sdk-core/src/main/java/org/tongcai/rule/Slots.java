package org.tongcai.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which fields of which types are noted in {@link Facts}, and at which place of the frame. A union and its branches share one numbering.
 * Immutable, thread-safe.
 */
public final class Slots {
    /** Nothing is noted. */
    public static final Slots NONE = new Slots(Map.of());

    private final Map<String, Map<String, Integer>> numbers = new HashMap<>();
    /** How many fields the types before a type have, in the order of their names. */
    private final Map<String, Integer> before = new HashMap<>();

    /** Numbers the fields of each type in the order given. */
    public Slots(Map<String, List<String>> fields) {
        fields.forEach((type, names) -> {
            Map<String, Integer> own = new HashMap<>();
            for (String name : names) {
                own.put(name, own.size());
            }
            numbers.put(type, Map.copyOf(own));
        });
        int count = 0;
        for (String type : new TreeMap<>(numbers).keySet()) {
            before.put(type, count);
            count += size(type);
        }
    }

    /** How many cells a frame of the type has; 0 where no rule reads any of its fields. */
    public int size(String type) {
        Map<String, Integer> own = numbers.get(type);
        return own == null ? 0 : own.size();
    }

    /** A number that differs, in all likelihood, where another numbering does: for telling kept {@link Facts} of another bundle. */
    public int fingerprint() {
        java.util.zip.CRC32C sum = new java.util.zip.CRC32C();
        new TreeMap<>(numbers)
                .forEach((type, own) -> sum.update(
                        (type + new TreeMap<>(own) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }

    /** The place of a field; -1 where no rule reads it. */
    public int slot(String type, String field) {
        Map<String, Integer> own = numbers.get(type);
        return own == null ? -1 : own.getOrDefault(field, -1);
    }

    /** A number of a field among the noted fields of all types; -1 where no rule reads it. */
    public int number(String type, String field) {
        int slot = slot(type, field);
        return slot < 0 ? -1 : before.getOrDefault(type, 0) + slot;
    }
}
