package org.tongcai.engine;

import java.util.Arrays;

/** The texts of one list, for finding the first that a later one repeats. Reused, not thread-safe. */
final class Repetitions {
    private char[] text = new char[256];
    /** End of each text in {@link #text}. */
    private int[] ends = new int[16];

    private int[] hashes = new int[16];
    private int size;
    /** Linear probing, at most half full: place + 1, 0 for free. */
    private int[] table = new int[64];

    void begin() {
        size = 0;
        Arrays.fill(table, 0);
    }

    /** Lets go of what was unusually large. */
    void close() {
        if (text.length > 1 << 14 || table.length > 1 << 12) {
            text = new char[256];
            ends = new int[16];
            hashes = new int[16];
            table = new int[64];
        }
    }

    /** Adds a text; the place of an equal one that was there before, or -1. Each call takes the next place. */
    int add(char[] chars, int length) {
        int hash = Names.hash(chars, length);
        int from = size == 0 ? 0 : ends[size - 1];
        int first = -1;
        int mask = table.length - 1;
        int slot = (hash ^ (hash >>> 15)) & mask;
        while (table[slot] != 0 && first < 0) {
            int place = table[slot] - 1;
            int begin = place == 0 ? 0 : ends[place - 1];
            if (hashes[place] == hash && Arrays.equals(text, begin, ends[place], chars, 0, length)) {
                first = place;
            } else {
                slot = (slot + 1) & mask;
            }
        }
        reserve();
        int kept = first < 0 ? length : 0;
        if (from + kept > text.length) {
            text = Arrays.copyOf(text, Math.max(from + kept, text.length * 2));
        }
        System.arraycopy(chars, 0, text, from, kept);
        ends[size] = from + kept;
        hashes[size] = hash;
        size++;
        if (first < 0) {
            table[slot] = size;
            if (size * 2 > table.length) {
                grow();
            }
        }
        return first;
    }

    /** Takes the next place for something that is no text. */
    void pass() {
        reserve();
        ends[size] = size == 0 ? 0 : ends[size - 1];
        size++;
    }

    private void reserve() {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
    }

    private void grow() {
        int[] old = table;
        table = new int[old.length * 2];
        int mask = table.length - 1;
        for (int entry : old) {
            if (entry != 0) {
                int hash = hashes[entry - 1];
                int slot = (hash ^ (hash >>> 15)) & mask;
                while (table[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                table[slot] = entry;
            }
        }
    }
}
