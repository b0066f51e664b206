package org.tongcai.engine;

/**
 * A document as a stream of events that the plan pulls: the one thing that a wire format has to provide. The state of the current
 * value stands in plain fields, so that checks look at text and numbers without a call and without an object per value.
 *
 * <p>Protocol: {@link #value} announces a value. After {@link #OBJECT} the caller pulls {@link #member} until {@link #END} and after
 * each member exactly one {@code value}; after {@link #ARRAY} it pulls {@link #item} until false, and after each true one {@code
 * value}. {@link #skip} takes the rest of a value that was just announced. What is not well-formed leaves as a {@link Fault}.
 *
 * <p>Sources of events are reused from document to document and are not thread-safe.
 */
abstract class Events {
    /** Deeper documents would endanger the stack of the calling thread, whatever the limits say. */
    static final int MAX_DEPTH = 512;

    static final int OBJECT = 0;
    static final int ARRAY = 1;
    static final int TEXT = 2;
    static final int NUMBER = 3;
    static final int TRUE = 4;
    static final int FALSE = 5;
    static final int NULL = 6;

    /** Answer of {@link #member}: the object is over. */
    static final int END = -1;
    /** Answer of {@link #member}: a member that is not among the names. */
    static final int UNKNOWN = -2;

    /** Characters of the current text, from 0 to {@link #length}; the array is reused and may be replaced. */
    char[] chars = new char[1024];
    /** UTF-16 units of the current text. */
    int length;
    /** Code points of the current text. */
    int codePoints;
    /** First character of the current text that documents must not hold (control, noncharacter, unpaired surrogate); -1 for none. */
    int forbidden;
    /** Whether the current number is whole and written without exponent. */
    boolean whole;
    /** The current number where it is whole, pinned to the range of long. */
    long number;
    /** Where the current value starts: bytes from the start of the document. */
    int token;
    /** Where the current member's name starts. */
    int name;
    /** Whether this is XML, where members have an order. */
    final boolean xml;
    /** Whether the current text, the discriminator of a union, is none that the union knows, whatever it reads like. */
    boolean unnamed;

    Events() {
        this(false);
    }

    Events(boolean xml) {
        this.xml = xml;
    }

    /** Passes over a byte order mark in front of the document; whether there was one. */
    abstract boolean skipByteOrderMark();

    /** Fault where the document is empty, or in another encoding by the look of its first bytes. */
    abstract void requireText();

    /** Fault where something follows the document. */
    abstract void requireEnd();

    /** Lets go of the document and of unusually large buffers. */
    abstract void close();

    /**
     * Reads on to the next value and says what it is.
     *
     * @param wanted what the reader would like it to be; where the wire leaves open what a value is, this decides
     */
    abstract int value(Wanted wanted);

    /** The next member of the current object: its place in {@code names}, tried first at {@code expected}; or END, or UNKNOWN. */
    abstract int member(Names names, int expected);

    /** Whether the current list has another item. */
    abstract boolean item();

    /** The name of the current member; to be called before its value is read. */
    abstract String memberName();

    /** Which of all elements in its parent the current member is, from 1; 0 where members are no elements. */
    int ordinal() {
        return 0;
    }

    /** The current scalar as it is written, at most {@code limit} characters; for findings. */
    abstract String written(int limit);

    /** A place to come back to. Only directly after {@link #OBJECT}. */
    abstract long mark();

    /** Goes back to directly after the OBJECT event where {@code mark} was taken. */
    abstract void rewind(long mark);

    /** The current place, for {@link #resume}. Only directly after END. */
    abstract long here();

    /** Goes back to directly after the END event where {@code here} was taken. */
    abstract void resume(long here);

    /** Takes the rest of the value just announced, checking its syntax and nothing else. */
    void skip(int kind) {
        if (kind == OBJECT) {
            while (member(Names.NONE, 0) != END) {
                skip(value(Wanted.ANY));
            }
        } else if (kind == ARRAY) {
            while (item()) {
                skip(value(Wanted.ANY));
            }
        }
    }

    /** Reads the current object up to the first member of {@code names}, whose value comes next; END where there is none. */
    final int seek(Names names) {
        int found;
        while ((found = member(names, 0)) == UNKNOWN) {
            skip(value(Wanted.ANY));
        }
        return found;
    }

    /** Whether the current text is {@code expected}. */
    final boolean textIs(char[] expected) {
        int n = expected.length;
        if (n != length) {
            return false;
        }
        char[] text = chars;
        for (int i = 0; i < n; i++) {
            if (text[i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** The current text as a string; for findings. */
    final String text() {
        return new String(chars, 0, length);
    }
}
