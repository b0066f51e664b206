package org.tongcai.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.RuleDefinition;

/**
 * What the rules of a bundle ask a {@link Resolver}: of which types they want documents, and by which values. A resolver that keeps
 * documents somewhere else than in memory needs no other indexes than these. Immutable and thread-safe.
 */
public final class LookUps {
    private final Identity identity;
    private final Map<String, List<Index>> indexes = new HashMap<>();
    private final Map<Question, Index> byQuestion = new HashMap<>();

    private record Question(String type, List<List<String>> paths, boolean references) {}

    private LookUps(Bundle bundle) {
        Tables tables = new Tables(bundle);
        this.identity = tables.identity();
        for (Manifest.DocumentType type : bundle.manifest().documentTypes()) {
            for (RuleDefinition rule : bundle.rules(type.name())) {
                rule.refs().forEach(reference -> add(reference, tables));
            }
        }
    }

    /** The questions of the rules of a bundle. */
    public static LookUps of(Bundle bundle) {
        return new LookUps(bundle);
    }

    private void add(RuleDefinition.Reference reference, Tables tables) {
        List<Index> ofType = indexes.computeIfAbsent(reference.type(), type -> new ArrayList<>());
        if (reference.kind() == RuleDefinition.ReferenceKind.TO) {
            return;
        }
        boolean from = reference.kind() == RuleDefinition.ReferenceKind.FROM;
        List<List<String>> paths = from
                ? List.of(reference.path())
                : reference.fields().stream().map(RuleDefinition.Match::path).toList();
        byQuestion.computeIfAbsent(new Question(reference.type(), paths, from), question -> {
            String struct = identity.struct(question.type());
            List<FieldWalk> walks = paths.stream()
                    .map(path -> new FieldWalk(tables.fields(), struct, path, from))
                    .toList();
            Index index = new Index(byQuestion.size(), walks);
            ofType.add(index);
            return index;
        });
    }

    /** Whether some rule asks for documents of the type. */
    public boolean isAskedFor(String documentType) {
        return indexes.containsKey(documentType);
    }

    /** By which values documents of the type are asked for. */
    public Collection<Index> indexes(String documentType) {
        return indexes.getOrDefault(documentType, List.of());
    }

    /** The index that answers {@link Resolver#from}; null where no rule asks that. */
    public @Nullable Index from(String type, List<String> path) {
        return byQuestion.get(new Question(type, List.of(path), true));
    }

    /** The index that answers {@link Resolver#where}; null where no rule asks that. */
    public @Nullable Index where(String type, List<List<String>> paths) {
        return byQuestion.get(new Question(type, paths, false));
    }

    /** What tells a document from others. */
    public DocumentKey key(Facts facts) {
        Identity.Header header = identity.header(facts.documentType());
        return new DocumentKey(
                facts.documentType(), header.documentId(facts), header.platform(facts), header.revision(facts));
    }

    /** The value by which documents that refer to a document are found in an index of {@link #from}. */
    public static String reference(String documentType, String documentId) {
        return FieldWalk.reference(documentType, documentId);
    }

    /** By certain fields of the documents of one type. Immutable and thread-safe. */
    public static final class Index {
        private final int number;
        private final List<FieldWalk> walks;

        private Index(int number, List<FieldWalk> walks) {
            this.number = number;
            this.walks = walks;
        }

        /** Different for each index of the bundle, and the same whenever the bundle is read. */
        public int number() {
            return number;
        }

        /**
         * Under which values a document is found: for each field one, in every combination of those that it has. None where a field is
         * absent.
         *
         * @param most how many there may be
         * @return null where there are more
         */
        public @Nullable List<List<String>> values(Facts facts, int most) {
            List<List<String>> combined = List.of(List.of());
            for (FieldWalk walk : walks) {
                Set<String> own = walk.values(facts);
                if ((long) combined.size() * own.size() > most) {
                    return hasAll(facts) ? null : List.of();
                }
                List<List<String>> longer = new ArrayList<>(combined.size() * own.size());
                for (List<String> some : combined) {
                    for (String value : own) {
                        List<String> more = new ArrayList<>(some);
                        more.add(value);
                        longer.add(more);
                    }
                }
                combined = longer;
            }
            return combined;
        }

        private boolean hasAll(Facts facts) {
            return walks.stream().noneMatch(walk -> walk.values(facts).isEmpty());
        }

        /** Whether the fields of a document have these values, among others perhaps. */
        public boolean matches(Facts facts, List<String> values) {
            for (int i = 0; i < walks.size(); i++) {
                if (!walks.get(i).values(facts).contains(values.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
