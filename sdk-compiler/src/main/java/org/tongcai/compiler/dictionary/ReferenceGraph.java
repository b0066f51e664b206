package org.tongcai.compiler.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcai.bundle.Manifest.DocumentType;
import org.tongcai.bundle.Term;

/** Which document types refer to which, by the fields that name documents, their own or those of the types inside them. Immutable. */
final class ReferenceGraph {
    private final Map<String, Set<String>> earlier = new LinkedHashMap<>();
    private final Map<String, Set<String>> later = new LinkedHashMap<>();

    ReferenceGraph(Dictionary dictionary) {
        Map<String, List<String>> byType = new HashMap<>();
        for (Term term : dictionary.terms()) {
            int dot = term.path().indexOf('.');
            if (!term.refersTo().isEmpty()) {
                byType.computeIfAbsent(term.path().substring(0, dot), key -> new ArrayList<>())
                        .addAll(term.refersTo());
            }
        }
        List<DocumentType> documents = dictionary.manifest().documentTypes();
        for (DocumentType document : documents) {
            earlier.put(document.name(), new LinkedHashSet<>());
            later.put(document.name(), new LinkedHashSet<>());
        }
        for (DocumentType document : documents) {
            for (String type : Reach.from(dictionary, document.type())) {
                for (String target : byType.getOrDefault(type, List.of())) {
                    if (!target.equals(document.name()) && later.containsKey(target)) {
                        earlier.get(document.name()).add(target);
                        later.get(target).add(document.name());
                    }
                }
            }
        }
    }

    /** The documents to which a document refers. */
    Set<String> earlier(String document) {
        return earlier.getOrDefault(document, Set.of());
    }

    /** The documents that refer to a document. */
    Set<String> later(String document) {
        return later.getOrDefault(document, Set.of());
    }

    /**
     * Documents with the documents that follow from them directly. The order of the standard decides what is earlier; a document that
     * points ahead, such as an indicator at the payment that consumed it, adds nothing, nor does what a longer way says already.
     */
    Map<String, Set<String>> chain() {
        List<String> order = List.copyOf(later.keySet());
        Map<String, Set<String>> edges = new LinkedHashMap<>();
        for (String document : order) {
            Set<String> next = new LinkedHashSet<>(later.get(document));
            next.removeIf(other -> order.indexOf(other) < order.indexOf(document));
            edges.put(document, next);
        }
        Map<String, Set<String>> reduced = new LinkedHashMap<>();
        for (String document : order) {
            Set<String> next = new LinkedHashSet<>(edges.get(document));
            for (String other : edges.get(document)) {
                Set<String> beyond = new HashSet<>();
                edges.get(other).forEach(step -> reach(step, edges, beyond));
                next.removeAll(beyond);
            }
            reduced.put(document, next);
        }
        return reduced;
    }

    private static void reach(String from, Map<String, Set<String>> edges, Set<String> reached) {
        if (reached.add(from)) {
            edges.getOrDefault(from, Set.of()).forEach(next -> reach(next, edges, reached));
        }
    }
}
