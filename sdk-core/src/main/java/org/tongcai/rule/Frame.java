package org.tongcai.rule;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The state of one evaluation: variables, the day, pools of lists. Belongs to one thread; reused from document to document. */
final class Frame {
    private static final Facts NOTHING = new Facts();
    private static final char[] NO_CHARS = {};
    /** Room for texts that is kept from document to document. */
    private static final int KEPT = 1 << 14;

    /** The document that is judged; variable {@code doc}. */
    Facts document = NOTHING;
    /** Second half of the value that was computed last; see {@link Expr}. */
    @Nullable
    Object side;
    /** Where the cell that {@link Path#cell} found lies. */
    Facts source = NOTHING;
    /** The day whose law decides, in days since 1970-01-01. */
    long day;
    /** Region of the document: place and length in {@link #regionChars}. */
    char[] regionChars = NO_CHARS;

    int regionFrom;
    int regionLength;
    /** Variables. */
    long[] cells = new long[16];

    @Nullable
    Object[] sides = new Object[16];
    /** Which {@code let} variables have been computed, a bit each. */
    long known;

    /** Characters of computed texts. */
    private char[] texts = new char[64];

    private int textsUsed;
    /** Texts before this place outlive {@link #start}. */
    private int textsKept;

    /** Lists of the expression at hand. */
    private final Pool passing = new Pool();
    /** Lists of {@code let} variables, which last for the whole rule. */
    private final Pool lasting = new Pool();

    /** Makes room for a rule with so many variables. */
    void reserve(int variables) {
        if (variables > cells.length) {
            cells = Arrays.copyOf(cells, variables);
            sides = Arrays.copyOf(sides, variables);
        }
    }

    /** An empty list, valid until the next {@link #release} to a mark before it. */
    Items claim() {
        return passing.claim();
    }

    /** A copy of a list, valid until the next {@link #start}. */
    Items keep(Items items) {
        Items copy = lasting.claim();
        copy.addAll(items);
        return copy;
    }

    /** An empty list, valid until the next {@link #start}. */
    Items lasting() {
        return lasting.claim();
    }

    /** Room for a computed text, valid until the next {@link #start}: its place; the array goes to the side. */
    int room(int length) {
        int at = textsUsed;
        int end = Math.addExact(at, length);
        if (end > texts.length) {
            // Texts made before keep the array that they lie in.
            texts = Arrays.copyOf(texts, Math.max(end, texts.length * 2));
        }
        textsUsed = end;
        side = texts;
        return at;
    }

    /** Lets the texts made so far outlive {@link #start}; the answer undoes that. */
    int keepTexts() {
        int before = textsKept;
        textsKept = textsUsed;
        return before;
    }

    void unkeepTexts(int before) {
        textsKept = before;
    }

    int mark() {
        return passing.top;
    }

    void release(int mark) {
        passing.top = mark;
    }

    /** Ready to judge a rule once more: nothing is known. */
    void start() {
        known = 0;
        textsUsed = textsKept;
        passing.top = 0;
        lasting.top = 0;
    }

    /** Lets go of the document and everything that refers to it. */
    void end() {
        textsKept = 0;
        start();
        if (texts.length > KEPT) {
            texts = new char[64];
        }
        side = null;
        document = NOTHING;
        source = NOTHING;
        regionChars = NO_CHARS;
        regionFrom = 0;
        regionLength = 0;
        Arrays.fill(sides, null);
        passing.clear();
        lasting.clear();
    }

    private static final class Pool {
        private Items[] items = {new Items(), new Items()};
        private int top;

        Items claim() {
            if (top == items.length) {
                items = Arrays.copyOf(items, top * 2);
                for (int i = top; i < items.length; i++) {
                    items[i] = new Items();
                }
            }
            Items free = items[top++];
            free.clear();
            return free;
        }

        void clear() {
            for (Items list : items) {
                list.release();
            }
        }
    }
}
