package org.tongcai.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts by key with bounded memory: exact for the first {@code capacity} different keys; further keys are counted together as {@link #others}.
 */
final class Tally<K> {
    /** A key and how often it came. */
    record Entry<K>(K key, long count) {}

    private static final class Counter {
        final int order;
        long count;

        Counter(int order) {
            this.order = order;
        }
    }

    private final int capacity;
    private final Map<K, Counter> counters = new HashMap<>();
    private long others;
    private long total;

    Tally(int capacity) {
        this.capacity = capacity;
    }

    /** Counts the key and tells how often it has come by now; {@link Long#MAX_VALUE} for a key that is not kept. */
    long add(K key) {
        return add(key, 1);
    }

    long add(K key, long count) {
        total += count;
        Counter counter = counters.get(key);
        if (counter == null) {
            if (counters.size() >= capacity) {
                others += count;
                return Long.MAX_VALUE;
            }
            counter = new Counter(counters.size());
            counters.put(key, counter);
        }
        counter.count += count;
        return counter.count;
    }

    /** The most frequent keys, most frequent first; among equals the one that came first. */
    List<Entry<K>> top(int n) {
        return counters.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<K, Counter> e) -> -e.getValue().count)
                        .thenComparingInt(e -> e.getValue().order))
                .limit(n)
                .map(e -> new Entry<>(e.getKey(), e.getValue().count))
                .toList();
    }

    /** How often the key came; 0 for a key that is not kept. */
    long count(K key) {
        Counter counter = counters.get(key);
        return counter == null ? 0 : counter.count;
    }

    /** Different keys kept. */
    int size() {
        return counters.size();
    }

    /** Counts of the keys that came after the capacity was reached. */
    long others() {
        return others;
    }

    /** All counts. */
    long total() {
        return total;
    }
}
