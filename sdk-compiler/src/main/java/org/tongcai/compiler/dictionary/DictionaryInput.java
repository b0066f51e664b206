package org.tongcai.compiler.dictionary;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.compiler.spec.SpecCoverage;
import org.tongcai.compiler.spec.SpecCrosswalks;
import org.tongcai.compiler.spec.SpecSource;

/**
 * What the dictionary shows besides the bundle. Immutable.
 *
 * @param sources the citable documents of {@code sources.json}; others that are cited are added
 * @param examples directory of full examples, {@code <documentType>.json}, each where there; null for none
 * @param minimal directory of minimal documents, named alike; null for none
 * @param schemas strict schemas, {@code <documentType>.schema.json} → bytes; copied into the dictionary and linked
 * @param coverage the coverage matrix
 * @param crosswalks the codes of other systems
 */
public record DictionaryInput(
        Collection<SpecSource> sources,
        @Nullable Path examples,
        @Nullable Path minimal,
        Map<String, byte[]> schemas,
        SpecCoverage coverage,
        SpecCrosswalks crosswalks) {
    /** Nothing besides the bundle. */
    public static final DictionaryInput NONE = new DictionaryInput(
            List.of(), null, null, Map.of(), new SpecCoverage(List.of(), List.of()), SpecCrosswalks.NONE);

    public DictionaryInput {
        sources = List.copyOf(sources);
        schemas = Map.copyOf(schemas);
    }
}
