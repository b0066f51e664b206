package org.tongcai.input;

import java.util.Arrays;

/** The brackets that are open, one bit each. A closing bracket closes what was left open inside, too. Constant time, bounded memory. */
final class Brackets {
    /** Deeper ones are only counted; the engine refuses such a document anyway. */
    private static final int MOST = 1 << 20;

    private long[] objects = new long[2];
    private int depth;
    private int openObjects;
    private long tooDeep;

    void clear() {
        depth = 0;
        openObjects = 0;
        tooDeep = 0;
    }

    boolean isEmpty() {
        return depth == 0;
    }

    /** Whether the innermost is an object; false for none. */
    boolean inObject() {
        return depth > 0 && isObject(depth - 1);
    }

    void open(byte bracket) {
        if (depth == MOST) {
            tooDeep++;
            return;
        }
        int word = depth >> 6;
        if (word == objects.length) {
            objects = Arrays.copyOf(objects, 2 * word);
        }
        long bit = 1L << depth;
        if (bracket == '{') {
            objects[word] |= bit;
            openObjects++;
        } else {
            objects[word] &= ~bit;
        }
        depth++;
    }

    /** Closes the innermost bracket that fits and all within; false, and nothing closed, where none fits. */
    boolean close(byte bracket) {
        if (tooDeep > 0) {
            tooDeep--;
            return true;
        }
        boolean object = bracket == '}';
        if ((object ? openObjects : depth - openObjects) == 0) {
            return false;
        }
        boolean found;
        do {
            depth--;
            boolean isObject = isObject(depth);
            openObjects -= isObject ? 1 : 0;
            found = isObject == object;
        } while (!found);
        return true;
    }

    private boolean isObject(int level) {
        return (objects[level >> 6] >>> level & 1) != 0;
    }
}
