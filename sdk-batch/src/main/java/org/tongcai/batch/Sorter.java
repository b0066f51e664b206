package org.tongcai.batch;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;

/**
 * Sorts any number of records, each some numbers, in little memory: runs are sorted and laid aside, then merged. Written in order and read
 * in order, which a disk does fast; putting millions of records one by one in their places in a tree would not be.
 */
final class Sorter {
    private static final int BLOCK_BYTES = 1 << 13;
    /** How many records are sorted at once. */
    private static final int RUN = 1 << 15;

    private final MVStore store;
    private final String name;
    private final int width;
    private final int perBlock;
    private final long[][] waiting;
    private int count;
    private final List<MVMap<Long, byte[]>> runs = new ArrayList<>();

    Sorter(MVStore store, String name, int width) {
        this.store = store;
        this.name = name;
        this.width = width;
        this.perBlock = BLOCK_BYTES / (width * Long.BYTES);
        this.waiting = new long[RUN][];
    }

    /** Adds a record; it must not be changed afterwards. */
    void add(long[] numbers) {
        if (count == waiting.length) {
            layAside();
        }
        waiting[count++] = numbers;
    }

    private void layAside() {
        Arrays.sort(waiting, 0, count, Arrays::compare);
        MVMap<Long, byte[]> run = store.openMap(
                name + runs.size(),
                new MVMap.Builder<Long, byte[]>()
                        .singleWriter()
                        .keyType(LongDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
        for (int from = 0; from < count; from += perBlock) {
            int to = Math.min(count, from + perBlock);
            ByteBuffer block = ByteBuffer.allocate((to - from) * width * Long.BYTES);
            for (int i = from; i < to; i++) {
                for (long number : waiting[i]) {
                    block.putLong(number);
                }
            }
            run.append((long) from, block.array());
        }
        store.commit();
        Arrays.fill(waiting, null);
        count = 0;
        runs.add(run);
    }

    /** All records in ascending order. Once only. */
    void forEach(Consumer<long[]> consumer) {
        if (runs.isEmpty()) {
            Arrays.sort(waiting, 0, count, Arrays::compare);
            for (int i = 0; i < count; i++) {
                consumer.accept(waiting[i]);
            }
            return;
        }
        layAside();
        PriorityQueue<Run> heads = new PriorityQueue<>((a, b) -> Arrays.compare(a.head, b.head));
        for (MVMap<Long, byte[]> map : runs) {
            Run run = new Run(map, width, perBlock);
            if (run.next()) {
                heads.add(run);
            }
        }
        for (Run least = heads.poll(); least != null; least = heads.poll()) {
            consumer.accept(least.head);
            if (least.next()) {
                heads.add(least);
            }
        }
        runs.forEach(store::removeMap);
        runs.clear();
    }

    /** A run that is read from its start. */
    private static final class Run {
        private final MVMap<Long, byte[]> blocks;
        private final int width;
        private final int perBlock;
        private long from;
        private @Nullable ByteBuffer block;
        private long[] head = {};

        Run(MVMap<Long, byte[]> blocks, int width, int perBlock) {
            this.blocks = blocks;
            this.width = width;
            this.perBlock = perBlock;
        }

        boolean next() {
            ByteBuffer rest = block;
            if (rest == null || !rest.hasRemaining()) {
                byte[] bytes = blocks.get(from);
                if (bytes == null) {
                    return false;
                }
                from += perBlock;
                rest = ByteBuffer.wrap(bytes);
                block = rest;
            }
            long[] numbers = new long[width];
            for (int i = 0; i < width; i++) {
                numbers[i] = rest.getLong();
            }
            head = numbers;
            return true;
        }
    }
}
