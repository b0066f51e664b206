package org.tongcai.batch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How much may be held in memory, and where the rest goes. Immutable; start from {@link #DEFAULT}.
 *
 * <p>Which of memory and disk is used never changes a verdict: what is kept in memory is less than the smallest group that is refused.
 *
 * @param workDirectory folder in which a temporary one is made and removed again; null: that of the system, which may lie in memory
 * @param memoryDocuments how many documents are held in memory before the work directory is used; 0: none; at most {@code groupDocuments}
 * @param cacheMegabytes about how many MiB of what lies on disk are held in memory, from 4
 * @param groupDocuments how many documents one question may lead to ("all payments under this contract"); beyond, the rule is undetermined
 */
public record BatchOptions(@Nullable Path workDirectory, int memoryDocuments, int cacheMegabytes, int groupDocuments) {
    private static final int LEAST_CACHE = 4;
    private static final int MOST_CACHE = 256;

    /** 2,000 documents in memory, a cache of a twelfth of the heap (4 to 256 MiB), 10,000 documents a group. */
    public static final BatchOptions DEFAULT = new BatchOptions(null, 2_000, cache(), 10_000);

    /** Noted values of a group, in bytes as kept. Hostile documents are large, not only many. */
    static final int GROUP_BYTES = 8 << 20;

    private static int cache() {
        long megabytes = Runtime.getRuntime().maxMemory() / 12 >> 20;
        return (int) Math.max(LEAST_CACHE, Math.min(MOST_CACHE, megabytes));
    }

    public BatchOptions {
        if (memoryDocuments < 0
                || memoryDocuments > groupDocuments
                || cacheMegabytes < LEAST_CACHE
                || groupDocuments < 1) {
            throw new IllegalArgumentException("memory " + memoryDocuments + ", cache " + cacheMegabytes + ", group "
                    + groupDocuments + ": out of range");
        }
    }

    /** The same with another place for temporary files. */
    public BatchOptions withWorkDirectory(@Nullable Path folder) {
        return new BatchOptions(folder, memoryDocuments, cacheMegabytes, groupDocuments);
    }

    /** The same with as many documents in memory. */
    public BatchOptions withMemoryDocuments(int documents) {
        return new BatchOptions(workDirectory, documents, cacheMegabytes, groupDocuments);
    }

    /** The same with another cache. */
    public BatchOptions withCacheMegabytes(int megabytes) {
        return new BatchOptions(workDirectory, memoryDocuments, megabytes, groupDocuments);
    }

    /** The same with groups of another size; no more documents than that stay in memory. */
    public BatchOptions withGroupDocuments(int documents) {
        return new BatchOptions(workDirectory, Math.min(memoryDocuments, documents), cacheMegabytes, documents);
    }
}
