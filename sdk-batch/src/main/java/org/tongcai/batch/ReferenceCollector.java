package org.tongcai.batch;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.Limits;
import org.tongcai.Standard;
import org.tongcai.input.DocumentReader;
import org.tongcai.input.InputException;
import org.tongcai.input.Slice;
import org.tongcai.rule.DocumentKey;
import org.tongcai.rule.Facts;
import org.tongcai.rule.LookUps;

/**
 * The first pass: reads documents that may be referred to, and keeps of each what rules look at. What cannot be read to its end, is of no
 * type of the standard or has no number is passed over; it is judged in the second pass like everything else.
 *
 * <p>Belongs to one thread. Close it where it is not {@link #finish finished}; closing it afterwards does nothing.
 */
public final class ReferenceCollector implements AutoCloseable {
    /** Noted values in memory, as kept; less than a group may have, so that memory refuses nothing that a disk answers, nor the reverse. */
    private static final int MEMORY_BYTES = BatchOptions.GROUP_BYTES / 4;

    private final Standard standard;
    private final BatchOptions options;
    private final LookUps lookUps;
    private final Fingerprint print = new Fingerprint();
    private final Content content;
    private final DocumentReader reader = new DocumentReader(Limits.DEFAULT);
    private final List<MemoryStore.Kept> kept = new ArrayList<>();
    private final TreeMap<Long, String> sources = new TreeMap<>();
    private long memory;
    private @Nullable String source;
    private long documents;
    private @Nullable DiskWriter writer;
    private boolean finished;

    /** A collector for documents of a standard. */
    public ReferenceCollector(Standard standard, BatchOptions options) {
        this.standard = standard;
        this.options = options;
        this.lookUps = LookUps.of(standard.bundle());
        this.content = new Content(standard);
    }

    /**
     * Reads one source: a document in JSON or XML, an array, NDJSON, gzip of these, a zip archive. Does not close it.
     *
     * @param name what findings call it
     * @throws InputException when it cannot be read to its end; what was complete before has been taken, and of an archive all that
     *     can be read
     * @throws StoreException if the work directory cannot be used
     */
    public void add(String name, InputStream in) throws InputException {
        source = null;
        reader.read(name, in, this::add);
    }

    /**
     * Takes one document. The bytes may be used for something else afterwards.
     *
     * @throws StoreException if the work directory cannot be used
     */
    public void add(Slice document) {
        if (finished) {
            throw new IllegalStateException("finished");
        }
        if (document.index() == 0 || !document.source().equals(source)) {
            source = document.source();
            newSource(document.source());
        }
        long number = documents++;
        Facts facts = standard.facts(document);
        if (facts == null) {
            return;
        }
        DocumentKey key = lookUps.key(facts);
        if (key.documentId().isEmpty()) {
            return;
        }
        long[] version = Versions.of(key, content.of(document), number, print);
        Facts wanted = lookUps.isAskedFor(key.documentType()) ? facts : null;
        if (writer == null && fits(wanted)) {
            kept.add(new MemoryStore.Kept(version, wanted));
        } else {
            writer().add(version, wanted);
        }
    }

    private boolean fits(@Nullable Facts more) {
        memory += more == null ? 0 : more.toBytes().length;
        return kept.size() < options.memoryDocuments() && memory <= MEMORY_BYTES;
    }

    private void newSource(String name) {
        if (writer == null) {
            sources.put(documents, name);
        } else {
            writer.source(documents, name);
        }
    }

    /** It has become too much for the memory. */
    private DiskWriter writer() {
        DiskWriter known = writer;
        if (known == null) {
            known = new DiskWriter(lookUps, options);
            writer = known;
            sources.forEach(known::source);
            for (MemoryStore.Kept one : kept) {
                known.add(one.version(), one.facts());
            }
            kept.clear();
            sources.clear();
        }
        return known;
    }

    /** How many documents were read. */
    public long documents() {
        return documents;
    }

    /**
     * What was collected, ready to be asked; to be closed when everything is judged.
     *
     * @throws StoreException if the work directory cannot be used
     */
    public References finish() {
        if (finished) {
            throw new IllegalStateException("finished");
        }
        finished = true;
        DiskWriter onDisk = writer;
        if (onDisk == null) {
            return new References(
                    new MemoryStore(standard.newResolver(), kept, sources, documents),
                    lookUps,
                    content,
                    documents,
                    false);
        }
        try (onDisk) {
            return new References(onDisk.finish(documents), lookUps, content, documents, true);
        }
    }

    @Override
    public void close() {
        if (!finished && writer != null) {
            writer.close();
        }
        finished = true;
    }
}
