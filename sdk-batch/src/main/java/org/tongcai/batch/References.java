package org.tongcai.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.input.Slice;
import org.tongcai.rule.DocumentKey;
import org.tongcai.rule.Facts;
import org.tongcai.rule.LookUps;
import org.tongcai.rule.Resolver;

/**
 * Documents that may be referred to, for {@link org.tongcai.ValidationOptions#withResolver}. Answers what the rules of its standard ask, and
 * nothing else ({@code IllegalArgumentException}). A group of documents that is too large to be looked at together leaves the rule
 * undetermined ({@link org.tongcai.rule.UnansweredException}).
 *
 * <p>Thread-safe; one question is answered after the other. Closing it removes its temporary files; nothing may be asked afterwards.
 */
public final class References implements Resolver, AutoCloseable {
    private final Store store;
    private final LookUps lookUps;
    private final Content content;
    private final Fingerprint print = new Fingerprint();
    private final long documents;
    private final boolean onDisk;

    References(Store store, LookUps lookUps, Content content, long documents, boolean onDisk) {
        this.store = store;
        this.lookUps = lookUps;
        this.content = content;
        this.documents = documents;
        this.onDisk = onDisk;
    }

    /** How many documents were read. */
    public long documents() {
        return documents;
    }

    /** Whether they were too many for the memory, and lie in the work directory. */
    public boolean isOnDisk() {
        return onDisk;
    }

    @Override
    public synchronized @Nullable Facts find(String documentType, String documentId, @Nullable String platformCode) {
        return store.find(documentType, documentId, platformCode);
    }

    @Override
    public synchronized List<Facts> from(String type, List<String> path, String documentType, String documentId) {
        return store.from(type, path, documentType, documentId);
    }

    @Override
    public synchronized List<Facts> where(String type, List<List<String>> paths, List<String> values) {
        return store.where(type, paths, values);
    }

    /** The same content laid out otherwise, in the other encoding, or read twice, is no rival. */
    @Override
    public synchronized @Nullable Bilingual rival(Facts facts, Slice document) {
        DocumentKey key = lookUps.key(facts);
        if (key.documentId().isEmpty()) {
            return null;
        }
        long[] contents = store.contents(Versions.key(key, print));
        if (contents == null) {
            return null;
        }
        print.of(content.of(document));
        long other = Versions.rival(contents, print.high(), print.low());
        return other < 0 ? null : store.place(other);
    }

    @Override
    public synchronized void close() {
        store.close();
    }
}
