package org.tongcai.client;

/**
 * Keeps the lines of batches one behind the other in blocks of memory, so that a document is copied once on its way. Filled by one thread;
 * what was kept is not written to again, and may be read by any other.
 */
final class Lines {
    private static final int SMALLEST = 16 << 10;
    private static final int LARGEST = 64 << 10;

    private byte[] block = {};
    private int used;

    /**
     * Copies a document as one line: line breaks become blanks. The place is given to the next one, unless it is {@link #keep kept}.
     */
    Content.Piece stage(byte[] bytes, int offset, int length) {
        Content.Piece piece = place(length);
        byte[] into = piece.bytes();
        int at = piece.offset();
        System.arraycopy(bytes, offset, into, at, length);
        for (int i = at; i < at + length; i++) {
            if (into[i] == '\n' || into[i] == '\r') {
                // Never within a text: JSON does not allow it there, and the validation has said so.
                into[i] = ' ';
            }
        }
        return piece;
    }

    private Content.Piece place(int length) {
        if (length > LARGEST / 4) {
            return Content.Piece.of(new byte[length]);
        }
        if (length > block.length - used) {
            int next = Math.min(LARGEST, Math.max(SMALLEST, 2 * block.length));
            block = new byte[Math.max(next, length)];
            used = 0;
        }
        return new Content.Piece(block, used, length);
    }

    /** Leaves the bytes of the piece alone from now on. */
    void keep(Content.Piece piece) {
        if (piece.bytes() == block) {
            used = piece.offset() + piece.length();
        }
    }
}
