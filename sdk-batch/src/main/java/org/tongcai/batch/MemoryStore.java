package org.tongcai.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.rule.Facts;
import org.tongcai.rule.MemoryResolver;

/** Few documents, in memory. */
final class MemoryStore implements Store {
    private final MemoryResolver resolver;
    private final NavigableMap<Long, String> sources;
    private final long documents;
    private final TreeMap<long[], long[]> versions = new TreeMap<>(Versions.ORDER);

    /**
     * A document.
     *
     * @param version what {@link Versions} notes of it
     * @param facts null where no rule asks for documents of its type
     */
    record Kept(long[] version, @Nullable Facts facts) {
        long number() {
            return version[Versions.WIDTH - 1];
        }
    }

    /**
     * A store of documents.
     *
     * @param empty the resolver to fill
     * @param sources number of the first document of each source → name
     * @param documents how many documents were read, kept or not
     */
    MemoryStore(MemoryResolver empty, List<Kept> kept, NavigableMap<Long, String> sources, long documents) {
        this.resolver = empty;
        this.sources = sources;
        this.documents = documents;
        Set<Long> superseded = new HashSet<>();
        Versions all = new Versions(new Versions.Result() {
            @Override
            public void version(long[] key, long[] contents) {
                versions.put(key, contents);
            }

            @Override
            public void superseded(long number) {
                superseded.add(number);
            }
        });
        List<long[]> sorted = new ArrayList<>();
        kept.forEach(one -> sorted.add(one.version()));
        sorted.sort(Versions.ORDER);
        sorted.forEach(all);
        all.end();
        for (Kept one : kept) {
            Facts facts = one.facts();
            if (facts != null && !superseded.contains(one.number())) {
                resolver.add(facts);
            }
        }
    }

    @Override
    public @Nullable Facts find(String documentType, String documentId, @Nullable String platformCode) {
        return resolver.find(documentType, documentId, platformCode);
    }

    @Override
    public List<Facts> from(String type, List<String> path, String documentType, String documentId) {
        return resolver.from(type, path, documentType, documentId);
    }

    @Override
    public List<Facts> where(String type, List<List<String>> paths, List<String> values) {
        return resolver.where(type, paths, values);
    }

    @Override
    public long @Nullable [] contents(long[] version) {
        return versions.get(version);
    }

    @Override
    public Map.Entry<Long, String> source(long number) {
        return Objects.requireNonNull(sources.floorEntry(number));
    }

    @Override
    public boolean isStart(long number) {
        return number >= documents || sources.containsKey(number);
    }

    @Override
    public void close() {
        // The garbage collector does it.
    }
}
