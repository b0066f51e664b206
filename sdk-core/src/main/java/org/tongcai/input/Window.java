package org.tongcai.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import org.tongcai.Limits;

/**
 * The part of a source that is in memory, and where it stands. The slicer moves {@link #position} to {@link #end} and calls
 * {@link #fill()}; indices may move by that. Between {@link #begin} and {@link #emit} the bytes of the document are kept, of an oversized
 * one only as many as it takes to see that it is oversized.
 */
final class Window {
    private static final int CHUNK = 1 << 16;

    private final String source;
    private final InputStream in;
    private final Consumer<Slice> consumer;
    private final int documentBytes;
    private final long inputBytes;

    byte[] buffer = new byte[CHUNK];
    int position;
    int end;
    /** Line of {@link #position}, from 1. */
    int line = 1;

    /** Where the document begins; -1 outside of documents. */
    private int start = -1;

    private long startByte;
    private int startLine;
    private int startColumn;
    /** The document has non-blank bytes beyond its limit. */
    private boolean oversized;

    /** Offset in the source of {@code buffer[0]}, valid for the bytes not yet passed. */
    private long base;
    /** {@code column} is the column of {@code buffer[anchor]}, which is in the current line. */
    private int anchor;

    private int column = 1;
    private long index;

    Window(String source, InputStream in, Limits limits, Consumer<Slice> consumer) {
        this.source = source;
        this.in = in;
        this.consumer = consumer;
        this.documentBytes = Math.min(limits.documentBytes(), Integer.MAX_VALUE - 2 * CHUNK);
        this.inputBytes = limits.inputBytes();
    }

    /** Reads on; to be called with everything passed. False at the end of the source. */
    boolean fill() throws InputException {
        if (start < 0) {
            settle(position);
            move(position, 0);
        } else if (start > 0 && end == buffer.length) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            move(start, 0);
            start = 0;
        }
        if (end == buffer.length) {
            makeRoom();
        }
        int count;
        try {
            count = read();
        } catch (IOException e) {
            throw new InputException(InputException.reason(e), index, base + end, line, e);
        }
        end += Math.max(0, count);
        return count > 0;
    }

    private int read() throws IOException {
        int count = in.read(buffer, end, buffer.length - end);
        while (count == 0) {
            // Not allowed by the contract of InputStream, but seen; a single byte must block.
            int one = in.read();
            if (one < 0) {
                return -1;
            }
            buffer[end] = (byte) one;
            count = 1;
        }
        if (count > 0 && base + end + count > inputBytes) {
            throw new InputException.LimitException(inputBytes);
        }
        return count;
    }

    /** The document fills the buffer: a larger buffer, or, when it is as large as a document may be, forget what is beyond. */
    private void makeRoom() {
        int most = documentBytes + 1 + CHUNK;
        if (buffer.length < most) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(most, 2L * buffer.length));
            return;
        }
        int kept = documentBytes + 1;
        for (int i = documentBytes; i < end && !oversized; i++) {
            oversized = !Bytes.isBlank(buffer[i]);
        }
        settle(position);
        move(position, kept);
    }

    /** What stood at {@code from} stands at {@code to} now, and the rest with it. */
    private void move(int from, int to) {
        base += from - to;
        position += to - from;
        end += to - from;
        anchor += to - from;
    }

    /** Counts the characters of the current line up to {@code to}. */
    private void settle(int to) {
        if (to > anchor) {
            column += Bytes.countCharacters(buffer, anchor, to);
            anchor = to;
        }
    }

    /** The byte at {@code feed} ends a line. */
    void lineEnds(int feed) {
        line++;
        anchor = feed + 1;
        column = 1;
    }

    /** A document begins at the position. */
    void begin() {
        settle(position);
        start = position;
        startByte = base + position;
        startLine = line;
        startColumn = column;
        oversized = false;
    }

    /** No document began after all. */
    void forget() {
        start = -1;
    }

    boolean began() {
        return start >= 0;
    }

    /** Whether the document that ends before the position has, blanks aside, a single line. */
    boolean hasOneLine() {
        int i = Bytes.find((byte) '\n', buffer, start, position);
        while (i < position && Bytes.isBlank(buffer[i])) {
            i++;
        }
        return i == position;
    }

    /** Hands on the document that ends before the position, without blanks behind it. */
    void emit() {
        int stop = position;
        while (stop > start && Bytes.isBlank(buffer[stop - 1])) {
            stop--;
        }
        int length = oversized ? documentBytes + 1 : Math.min(stop - start, documentBytes + 1);
        int from = start;
        start = -1;
        handOn(buffer, from, length, startByte, startLine, startColumn);
    }

    /** Hands on bytes that are no document, for the engine to complain about, as if they stood at the given place. */
    void handOn(byte[] bytes, int offset, int length, long atByte, int atLine, int atColumn) {
        consumer.accept(new Slice(source, index++, bytes, offset, length, atByte, atLine, atColumn));
    }

    /** A source without any document is one empty document. */
    void finish() {
        if (index == 0) {
            begin();
            emit();
        }
    }

    /** The last non-blank byte of the document before the position; 0 for none. */
    byte lastBefore() {
        for (int i = position - 1; i >= start; i--) {
            if (!Bytes.isBlank(buffer[i])) {
                return buffer[i];
            }
        }
        return 0;
    }

    /** Whether only blanks stand before the position in its line. */
    boolean atLineStart() {
        for (int i = position - 1; i >= start; i--) {
            if (buffer[i] == '\n') {
                return true;
            }
            if (!Bytes.isBlank(buffer[i])) {
                return false;
            }
        }
        return false;
    }

    /** Where the position is. */
    long byteOffset() {
        return base + position;
    }

    int column() {
        settle(position);
        return column;
    }
}
