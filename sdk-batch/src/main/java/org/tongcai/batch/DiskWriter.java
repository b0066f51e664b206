package org.tongcai.batch;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;
import org.tongcai.rule.Facts;
import org.tongcai.rule.LookUps;

/**
 * Writes many documents into a temporary folder. Noted values are appended as they come; versions and groups are sorted first, so that every
 * map is written once, from its first key to its last.
 */
final class DiskWriter implements AutoCloseable {
    /** Under how many values one document may stand in one index; beyond, it is looked at whatever is asked of that index. */
    private static final int MOST_VALUES = 10_000;

    private static final int COMMIT_BYTES = 2 << 20;
    private static final int SORTING_CACHE = 2;
    private static final int GROUP_KEY = 2;
    /** Small, since what is read is scattered. */
    private static final int PAGE = 1 << 12;

    private final LookUps lookUps;
    private final BatchOptions options;
    private final int mostValues;
    private final WorkDirectory directory;
    private final Fingerprint print = new Fingerprint();
    private final MVStore sorting;
    private final MVStore store;
    private final MVMap<Long, byte[]> facts;
    private final MVMap<Long, String> sources;
    private final Sorter versions;
    private final Sorter groups;
    private long unsaved;
    private boolean handedOver;

    DiskWriter(LookUps lookUps, BatchOptions options) {
        this(lookUps, options, MOST_VALUES);
    }

    DiskWriter(LookUps lookUps, BatchOptions options, int mostValues) {
        this.mostValues = mostValues;
        this.lookUps = lookUps;
        this.options = options;
        this.directory = WorkDirectory.create(options.workDirectory());
        try {
            this.sorting = open("sorting", SORTING_CACHE);
            this.store = open("documents", Math.max(2, options.cacheMegabytes() / 2));
        } catch (MVStoreException e) {
            directory.close();
            throw StoreException.of(e);
        }
        this.facts = store.openMap("facts", Maps.facts());
        this.sources = store.openMap(
                "sources",
                new MVMap.Builder<Long, String>()
                        .singleWriter()
                        .keyType(LongDataType.INSTANCE)
                        .valueType(StringDataType.INSTANCE));
        this.versions = new Sorter(sorting, "versions", Versions.WIDTH);
        this.groups = new Sorter(sorting, "groups", GROUP_KEY + 1);
    }

    /** The maps of the store. */
    static final class Maps {
        private Maps() {}

        static MVMap.Builder<Long, byte[]> facts() {
            return new MVMap.Builder<Long, byte[]>()
                    .singleWriter()
                    .keyType(LongDataType.INSTANCE)
                    .valueType(ByteArrayDataType.INSTANCE);
        }

        static MVMap.Builder<long[], long[]> versions() {
            return new MVMap.Builder<long[], long[]>()
                    .singleWriter()
                    .keyType(new Numbers(Versions.KEY))
                    .valueType(NumberList.INSTANCE);
        }

        static MVMap.Builder<long[], long[]> groups() {
            return new MVMap.Builder<long[], long[]>()
                    .singleWriter()
                    .keyType(new Numbers(GROUP_KEY))
                    .valueType(NumberList.INSTANCE);
        }
    }

    /** A store that is written when we say so, by this thread, and keeps no history. */
    private MVStore open(String name, int cache) {
        MVStore opened = new MVStore.Builder()
                .fileName(directory.file(name).toString())
                .autoCommitDisabled()
                .cacheSize(cache)
                .cacheConcurrency(1)
                .pageSplitSize(PAGE)
                .open();
        opened.setVersionsToKeep(0);
        opened.setRetentionTime(0);
        return opened;
    }

    /** The documents from this one on are of another source. */
    void source(long number, String name) {
        sources.append(number, name);
    }

    /**
     * One more document.
     *
     * @param version what {@link Versions} notes of it
     * @param noted null where no rule asks for documents of its type
     */
    void add(long[] version, @Nullable Facts noted) {
        try {
            versions.add(version);
            if (noted == null) {
                return;
            }
            long number = version[Versions.WIDTH - 1];
            byte[] bytes = noted.toBytes();
            facts.append(number, bytes);
            for (LookUps.Index index : lookUps.indexes(noted.documentType())) {
                List<List<String>> values = index.values(noted, mostValues);
                if (values == null) {
                    group(index.number(), List.of(), number);
                } else {
                    values.forEach(one -> group(index.number(), one, number));
                }
            }
            unsaved += bytes.length;
            if (unsaved > COMMIT_BYTES) {
                store.commit();
                unsaved = 0;
            }
        } catch (MVStoreException e) {
            throw StoreException.of(e);
        }
    }

    private void group(int index, List<String> values, long number) {
        print.of(index, values);
        groups.add(new long[] {print.high(), print.low(), number});
    }

    /**
     * Sorts, and hands over what was written.
     *
     * @param documents how many documents were read, kept or not
     */
    DiskStore finish(long documents) {
        try {
            store.commit();
            BitSet superseded = new BitSet();
            writeVersions(superseded);
            writeGroups(superseded);
            sorting.closeImmediately();
            directory.delete("sorting");
            handedOver = true;
            return new DiskStore(store, facts, sources, directory, lookUps, options, documents);
        } catch (MVStoreException e) {
            throw StoreException.of(e);
        }
    }

    private void writeVersions(BitSet superseded) {
        MVMap<long[], long[]> map = store.openMap("versions", Maps.versions());
        Versions all = new Versions(new Versions.Result() {
            @Override
            public void version(long[] key, long[] contents) {
                map.append(key, contents);
                saved(Long.BYTES * (key.length + contents.length));
            }

            @Override
            public void superseded(long number) {
                superseded.set(Math.toIntExact(number));
            }
        });
        versions.forEach(all);
        all.end();
        store.commit();
    }

    private void writeGroups(BitSet superseded) {
        MVMap<long[], long[]> map = store.openMap("groups", Maps.groups());
        Group group = new Group(map);
        groups.forEach(entry -> {
            if (!superseded.get(Math.toIntExact(entry[GROUP_KEY]))) {
                group.add(entry);
            }
        });
        group.end();
        store.commit();
    }

    private void saved(int bytes) {
        unsaved += bytes;
        if (unsaved > COMMIT_BYTES) {
            store.commit();
            unsaved = 0;
        }
    }

    /** Gathers entries with the same key. One number more than a group may have says that it has too many. */
    private final class Group {
        private final MVMap<long[], long[]> map;
        private long[] numbers = new long[16];
        private int count;
        private long high;
        private long low;

        Group(MVMap<long[], long[]> map) {
            this.map = map;
        }

        void add(long[] entry) {
            if (count > 0 && (entry[0] != high || entry[1] != low)) {
                end();
            }
            high = entry[0];
            low = entry[1];
            if (count > options.groupDocuments() || count > 0 && numbers[count - 1] == entry[GROUP_KEY]) {
                return;
            }
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = entry[GROUP_KEY];
        }

        void end() {
            if (count > 0) {
                map.append(new long[] {high, low}, Arrays.copyOf(numbers, count));
                saved(Long.BYTES * (count + GROUP_KEY));
                count = 0;
            }
        }
    }

    /** Throws everything away, unless it was handed over. */
    @Override
    public void close() {
        if (!handedOver) {
            sorting.closeImmediately();
            store.closeImmediately();
            directory.close();
        }
    }
}
