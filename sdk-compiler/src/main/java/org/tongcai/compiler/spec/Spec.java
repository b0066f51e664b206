package org.tongcai.compiler.spec;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;

/**
 * A spec directory as read: complete where it could be understood, with the problems where it could not. Immutable and thread-safe.
 * Only a spec without problems and lint errors means what it says.
 *
 * @param root the directory
 * @param standard identity of the standard
 * @param types all types, sorted by name; of two files with one name the first (by path) counts
 * @param codeLists all code lists, sorted by id
 * @param sources citable documents by id
 * @param labels English labels by term id
 * @param layouts layouts of notices by document type, shared texts and parts among them, sorted
 * @param lifecycles lifecycles by id, sorted
 * @param calendar the holiday calendar; null where the spec has none
 * @param reportSchema JSON Schema of the JSON report; null where the spec has none
 * @param problems what could not be understood, in order of position
 */
public record Spec(
        Path root,
        StandardInfo standard,
        Map<String, SpecType> types,
        Map<String, SpecCodeList> codeLists,
        Map<String, SpecSource> sources,
        Map<String, SpecLabel> labels,
        Map<String, SpecLayout> layouts,
        Map<String, SpecLifecycle> lifecycles,
        @Nullable Path calendar,
        @Nullable Path reportSchema,
        List<SpecProblem> problems) {
    public Spec {
        types = ordered(types);
        codeLists = ordered(codeLists);
        sources = ordered(sources);
        labels = ordered(labels);
        layouts = ordered(layouts);
        lifecycles = ordered(lifecycles);
        problems = List.copyOf(problems);
    }

    /** The same with other types, code lists and sources, as a profile leaves them. */
    public Spec with(
            StandardInfo info,
            Map<String, SpecType> otherTypes,
            Map<String, SpecCodeList> otherLists,
            Map<String, SpecSource> otherSources) {
        return new Spec(
                root,
                info,
                otherTypes,
                otherLists,
                otherSources,
                labels,
                layouts,
                lifecycles,
                calendar,
                reportSchema,
                problems);
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Document types in the order of {@code standard.json}; those that it forgets follow by name. */
    public List<SpecType> documentTypes() {
        List<String> order = standard.documentTypes();
        return types.values().stream()
                .filter(type -> type.documentType() != null)
                .sorted(java.util.Comparator.comparingInt((SpecType type) -> {
                            int index = order.indexOf(type.documentName());
                            return index < 0 ? Integer.MAX_VALUE : index;
                        })
                        .thenComparing(SpecType::documentName))
                .toList();
    }

    /** The texts and parts that all layouts may use; without content where the spec has none. */
    public SpecLayout sharedLayout() {
        SpecLayout shared = layouts.get(SpecLayout.SHARED);
        return shared == null
                ? new SpecLayout(SpecLayout.SHARED, Json.Obj.empty(Place.start("business/layouts/shared.json")))
                : shared;
    }

    /** Chinese and English title of a term. */
    public Bilingual title(String termId, String zh) {
        SpecLabel label = labels.get(termId);
        return new Bilingual(zh, label == null ? "" : label.title());
    }

    /** Chinese and English description of a term. */
    public Bilingual description(String termId, String zh) {
        SpecLabel label = labels.get(termId);
        return new Bilingual(zh, label == null ? "" : label.description());
    }

    /** The document that a reference {@code id} or {@code id#article} cites; null where {@code sources.json} does not know it. */
    public @Nullable Citation citation(String reference) {
        int hash = reference.indexOf('#');
        SpecSource source = sources.get(hash < 0 ? reference : reference.substring(0, hash));
        return source == null
                ? null
                : new Citation(source.document(), source.number(), hash < 0 ? null : reference.substring(hash + 1));
    }

    /** The known documents that the references cite, in their order. */
    public List<Citation> citations(List<String> references) {
        return references.stream()
                .map(this::citation)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
