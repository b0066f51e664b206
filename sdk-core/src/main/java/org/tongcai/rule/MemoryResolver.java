package org.tongcai.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A resolver over documents in memory. Filled by one thread; safe for many once it is filled. Indexes are made when they are first needed,
 * so that a question costs a look-up, not a search.
 */
public final class MemoryResolver implements Resolver {
    private final Tables tables;
    /** Type → id → documents, one for each platform. */
    private final Map<String, Map<String, List<Facts>>> documents = new HashMap<>();

    private final Map<Index, Map<String, List<Facts>>> indexes = new ConcurrentHashMap<>();

    private record Index(String type, List<String> path, boolean references) {}

    /** An empty one for documents of the bundle of the tables. */
    public MemoryResolver(Tables tables) {
        this.tables = tables;
    }

    /**
     * Adds a document, which is not changed any more ({@link Facts#copy}). Of several revisions the highest stays, of equal ones the last.
     */
    public MemoryResolver add(Facts facts) {
        Identity.Header header = tables.identity().header(facts.documentType());
        List<Facts> same = documents
                .computeIfAbsent(facts.documentType(), type -> new HashMap<>())
                .computeIfAbsent(header.documentId(facts), id -> new ArrayList<>(1));
        indexes.clear();
        for (int i = 0; i < same.size(); i++) {
            if (Objects.equals(header.platform(same.get(i)), header.platform(facts))) {
                if (header.revision(facts) >= header.revision(same.get(i))) {
                    same.set(i, facts);
                }
                return this;
            }
        }
        same.add(facts);
        return this;
    }

    @Override
    public @Nullable Facts find(String documentType, String documentId, @Nullable String platformCode) {
        List<Facts> same = documents.getOrDefault(documentType, Map.of()).getOrDefault(documentId, List.of());
        if (same.isEmpty()) {
            return null;
        }
        Identity.Header header = tables.identity().header(documentType);
        return same.stream()
                .filter(facts -> platformCode == null || platformCode.equals(header.platform(facts)))
                .min(Comparator.comparingLong(header::revision).reversed().thenComparing(byPlatform(header)))
                .orElse(null);
    }

    /** Those without a platform first. */
    private static Comparator<Facts> byPlatform(Identity.Header header) {
        return Comparator.comparing(header::platform, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    @Override
    public List<Facts> from(String type, List<String> path, String documentType, String documentId) {
        return index(new Index(type, path, true))
                .getOrDefault(FieldWalk.reference(documentType, documentId), List.of());
    }

    @Override
    public List<Facts> where(String type, List<List<String>> paths, List<String> values) {
        List<Facts> found = null;
        for (int i = 0; i < paths.size(); i++) {
            List<Facts> matching = index(new Index(type, paths.get(i), false)).getOrDefault(values.get(i), List.of());
            found = found == null ? matching : common(found, matching);
        }
        return found == null ? List.of() : found;
    }

    private static List<Facts> common(List<Facts> some, List<Facts> others) {
        java.util.Set<Facts> known = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        known.addAll(others);
        return some.stream().filter(known::contains).toList();
    }

    private Map<String, List<Facts>> index(Index index) {
        return indexes.computeIfAbsent(index, this::build);
    }

    private Map<String, List<Facts>> build(Index index) {
        FieldWalk walk =
                new FieldWalk(tables.fields(), tables.identity().struct(index.type), index.path, index.references);
        Map<String, List<Facts>> made = new HashMap<>();
        for (List<Facts> same : documents.getOrDefault(index.type, Map.of()).values()) {
            for (Facts facts : same) {
                walk.values(facts)
                        .forEach(key -> made.computeIfAbsent(key, k -> new ArrayList<>(1))
                                .add(facts));
            }
        }
        Identity.Header header = tables.identity().header(index.type);
        Comparator<Facts> order = Comparator.comparing(header::documentId).thenComparing(byPlatform(header));
        made.values().forEach(group -> group.sort(order));
        return made;
    }
}
