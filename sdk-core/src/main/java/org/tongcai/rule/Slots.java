package org.tongcai.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which fields of which types are noted in {@link Facts}, and at which place of the frame. A union and its branches share one numbering.
 * Immutable, thread-safe.
 */
public final class Slots {
    /** Nothing is noted. */
    public static final Slots NONE = new Slots(Map.of());

    private final Map<String, Map<String, Integer>> numbers = new HashMap<>();

    /** Numbers the fields of each type in the order given. */
    public Slots(Map<String, List<String>> fields) {
        fields.forEach((type, names) -> {
            Map<String, Integer> own = new HashMap<>();
            for (String name : names) {
                own.put(name, own.size());
            }
            numbers.put(type, Map.copyOf(own));
        });
    }

    /** How many cells a frame of the type has; 0 where no rule reads any of its fields. */
    public int size(String type) {
        Map<String, Integer> own = numbers.get(type);
        return own == null ? 0 : own.size();
    }

    /** A number that differs, in all likelihood, where another numbering does: for telling kept {@link Facts} of another bundle. */
    public int fingerprint() {
        java.util.zip.CRC32C sum = new java.util.zip.CRC32C();
        new java.util.TreeMap<>(numbers)
                .forEach((type, own) -> sum.update((type + new java.util.TreeMap<>(own) + "\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }

    /** The place of a field; -1 where no rule reads it. */
    public int slot(String type, String field) {
        Map<String, Integer> own = numbers.get(type);
        return own == null ? -1 : own.getOrDefault(field, -1);
    }
}
