package org.tongcai.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** The cache holds what was used last, and no more than it may. */
class RecentTest {
    @Test
    void whatWasNotUsedForTheLongestTimeGoesFirst() {
        Recent<String, Integer> recent = new Recent<>(10);
        recent.put("a", 1, 4);
        recent.put("b", 2, 4);
        assertEquals(1, recent.get("a"));
        recent.put("c", 3, 4);
        assertNull(recent.get("b"));
        assertEquals(1, recent.get("a"));
        assertEquals(8, recent.weight());
        recent.put("a", 5, 1);
        assertEquals(5, recent.get("a"));
        assertEquals(5, recent.weight());
        recent.put("d", 4, 11);
        assertNull(recent.get("d"), "too heavy by itself");
        assertEquals(5, recent.weight());
    }
}
