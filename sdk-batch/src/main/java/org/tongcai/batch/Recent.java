package org.tongcai.batch;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was used last, up to a weight; what was not used for the longest time goes first. Not thread-safe. */
final class Recent<K, V> {
    private record Weighed<V>(V value, long weight) {}

    private final LinkedHashMap<K, Weighed<V>> entries = new LinkedHashMap<>(64, 0.75f, true);
    private final long most;
    private long weight;

    Recent(long most) {
        this.most = most;
    }

    @Nullable
    V get(K key) {
        Weighed<V> found = entries.get(key);
        return found == null ? null : found.value();
    }

    /** Something that weighs more than everything together may is not kept. */
    void put(K key, V value, long ofIt) {
        if (ofIt > most) {
            return;
        }
        Weighed<V> before = entries.put(key, new Weighed<>(value, ofIt));
        weight += ofIt - (before == null ? 0 : before.weight());
        Iterator<Map.Entry<K, Weighed<V>>> oldest = entries.entrySet().iterator();
        while (weight > most) {
            weight -= oldest.next().getValue().weight();
            oldest.remove();
        }
    }

    long weight() {
        return weight;
    }
}
