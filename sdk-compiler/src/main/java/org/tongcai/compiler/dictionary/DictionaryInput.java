package org.tongcai.compiler.dictionary;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.compiler.spec.SpecSource;

/**
 * What the dictionary shows besides the bundle. Immutable.
 *
 * @param sources the citable documents of {@code sources.json}, in their order; others that are cited are added
 * @param cases the directory with {@code examples/<documentType>.json} and {@code minimal/<documentType>.json}, each where there; null
 *     for no examples
 * @param schemas strict schemas, {@code <documentType>.schema.json} → bytes; copied into the dictionary and linked
 */
public record DictionaryInput(
        Collection<SpecSource> sources, @Nullable Path cases, Map<String, byte[]> schemas) {
    /** Nothing besides the bundle. */
    public static final DictionaryInput NONE = new DictionaryInput(List.of(), null, Map.of());

    public DictionaryInput {
        sources = List.copyOf(sources);
        schemas = Map.copyOf(schemas);
    }
}
