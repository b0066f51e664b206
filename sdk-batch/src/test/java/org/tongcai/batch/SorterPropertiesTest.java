package org.tongcai.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.h2.mvstore.MVStore;

/** Sorting in runs is sorting. */
class SorterPropertiesTest {
    @Property(tries = 12)
    void allRecordsComeBackInOrder(
            @ForAll @IntRange(max = 150_000) int count,
            @ForAll @IntRange(min = 1, max = 7) int width,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<long[]> expected = new ArrayList<>();
        List<long[]> found = new ArrayList<>();
        try (MVStore store = new MVStore.Builder().autoCommitDisabled().open()) {
            Sorter sorter = new Sorter(store, "x", width);
            for (int i = 0; i < count; i++) {
                long[] record = random.longs(width, -1000, 1000).toArray();
                expected.add(record);
                sorter.add(record);
            }
            sorter.forEach(found::add);
        }
        expected.sort(Arrays::compare);
        assertEquals(count, found.size());
        for (int i = 0; i < count; i++) {
            assertArrayEquals(expected.get(i), found.get(i));
        }
    }
}
