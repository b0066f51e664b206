package org.tongcai.sandbox.submission;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.rule.Facts;
import org.tongcai.rule.LookUps;
import org.tongcai.rule.Resolver;
import org.tongcai.rule.UnansweredException;
import org.tongcai.sandbox.store.Documents;
import org.tongcai.sandbox.store.StoredDocument;

/**
 * Finds the documents of a tenant for the rules, within one transaction: what was stored in it is there. Answers are kept until a document
 * of their type is stored. Withdrawn documents are no basis of anything, and not found. Belongs to one thread.
 */
final class StoreResolver implements Resolver {
    /** As in batches: beyond, the rule is undetermined. */
    private static final int MOST = 10_000;

    private final Documents documents;
    private final Judge judge;
    private final Runnable flush;
    private final Map<String, Map<Object, Object>> known = new HashMap<>();

    /**
     * @param flush writes what is not written yet
     */
    StoreResolver(Documents documents, Judge judge, Runnable flush) {
        this.documents = documents;
        this.judge = judge;
        this.flush = flush;
    }

    /** A document of the type was stored, or withdrawn. */
    void changed(String type) {
        known.remove(type);
    }

    @Override
    public @Nullable Facts find(String documentType, String documentId, @Nullable String platformCode) {
        Object key = List.of("find", documentId, platformCode == null ? "" : platformCode);
        Object answer = answers(documentType).get(key);
        if (answer == null) {
            Optional<Facts> found = look(documentType, documentId, platformCode);
            answers(documentType).put(key, found);
            return found.orElse(null);
        }
        return (Facts) ((Optional<?>) answer).orElse(null);
    }

    private Optional<Facts> look(String documentType, String documentId, @Nullable String platformCode) {
        if (!Scan.isId(documentId)) {
            return Optional.empty();
        }
        flush.run();
        StoredDocument best = null;
        for (StoredDocument one : documents.newest(documentType, documentId)) {
            if (!one.state().equals(StoredDocument.WITHDRAWN)
                    && (platformCode == null || platformCode.equals(one.platformCode()))
                    && (best == null || one.revision() > best.revision())) {
                best = one;
            }
        }
        return best == null ? Optional.empty() : Optional.ofNullable(facts(best));
    }

    private @Nullable Facts facts(StoredDocument document) {
        return judge.facts(documents.content(document.position()));
    }

    private Map<Object, Object> answers(String type) {
        return known.computeIfAbsent(type, key -> new HashMap<>());
    }

    @Override
    public List<Facts> from(String type, List<String> path, String documentType, String documentId) {
        List<String> values = List.of(LookUps.reference(documentType, documentId));
        return group(type, judge.lookUps().from(type, path), values);
    }

    @Override
    public List<Facts> where(String type, List<List<String>> paths, List<String> values) {
        return group(type, judge.lookUps().where(type, paths), values);
    }

    private List<Facts> group(String type, LookUps.@Nullable Index index, List<String> values) {
        if (index == null) {
            throw new IllegalArgumentException("no rule asks for " + type + " by these fields");
        }
        Object key = List.of(index.number(), values);
        Object answer = answers(type).get(key);
        if (answer == null) {
            answer = read(index, values);
            answers(type).put(key, answer);
        }
        List<Facts> all = new ArrayList<>();
        for (Object one : (List<?>) answer) {
            all.add((Facts) one);
        }
        return all;
    }

    private List<Facts> read(LookUps.Index index, List<String> values) {
        flush.run();
        List<StoredDocument> found = documents.lookedUp(index.number(), value(values), MOST + 1);
        if (found.size() > MOST) {
            throw new UnansweredException(
                    new Bilingual("相关单据超过 " + MOST + " 份", "more than " + MOST + " documents are concerned"));
        }
        List<Facts> all = new ArrayList<>();
        for (StoredDocument one : found) {
            Facts facts = one.state().equals(StoredDocument.WITHDRAWN) ? null : facts(one);
            if (facts != null && index.matches(facts, values)) {
                all.add(facts);
            }
        }
        return all;
    }

    /** What stands for values in the tables; documents found by it are held against the values themselves. */
    static String value(List<String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append(value.length()).append(':').append(value));
        return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }
}
