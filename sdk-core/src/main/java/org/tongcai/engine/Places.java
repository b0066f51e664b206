package org.tongcai.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.tongcai.input.Slice;

/**
 * Turns byte positions that only grow into lines and columns of code points. A line ends at LF, as for the
 * cutting of sources and for NDJSON; a CR alone is a character like others. Not thread-safe.
 */
final class Places {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private int at;
    private int line;
    private int column;

    Places(Slice slice) {
        bytes = slice.bytes();
        start = slice.offset();
        end = start + slice.length();
        at = start;
        line = slice.startLine();
        column = slice.startColumn();
    }

    /** Goes on to the byte at {@code position} of the document. */
    void advance(int position) {
        int stop = Math.min(start + position, end);
        while (at < stop) {
            while (at + 8 <= stop) {
                long word = (long) LONG.get(bytes, at);
                // A byte below 0x10 may end a line; then the word is looked at byte by byte.
                if (((word - ONES * 0x10) & ~word & TOPS) != 0) {
                    break;
                }
                // Continuation bytes are 10xxxxxx: top bit set, next bit not.
                column += 8 - Long.bitCount(word & TOPS & ~(word << 1));
                at += 8;
            }
            int near = Math.min(stop, at + 8);
            for (; at < near; at++) {
                byte b = bytes[at];
                if (b == '\n') {
                    line++;
                    column = 1;
                } else if ((b & 0xC0) != 0x80) {
                    column++;
                }
            }
        }
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
