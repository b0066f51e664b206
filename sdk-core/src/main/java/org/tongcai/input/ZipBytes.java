package org.tongcai.input;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a zip archive as they arrive, with a look ahead. Numbers are little-endian, places relative to the position. Not thread-safe. */
final class ZipBytes {
    /** Holds the largest record of an archive: 46 bytes and three fields of up to 65,535. */
    private static final int SIZE = 1 << 18;

    private final InputStream in;
    final byte[] buffer = new byte[SIZE];
    int position;
    int limit;
    /** Offset in the archive of {@code buffer[0]}. */
    private long base;

    ZipBytes(InputStream in) {
        this.in = in;
    }

    /** Where the position is in the archive. */
    long offset() {
        return base + position;
    }

    /** Reads on until so many bytes are there; false where the archive ends before. */
    boolean ahead(int count) throws IOException {
        if (position + count > SIZE) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            base += position;
            limit -= position;
            position = 0;
        }
        while (limit - position < count) {
            int read = in.read(buffer, limit, SIZE - limit);
            if (read == 0) {
                int one = in.read();
                if (one >= 0) {
                    buffer[limit] = (byte) one;
                    read = 1;
                }
            }
            if (read <= 0) {
                return false;
            }
            limit += read;
        }
        return true;
    }

    /** The same, for what must be there. */
    void require(int count) throws IOException {
        if (!ahead(count)) {
            throw ZipDamage.cutOff();
        }
    }

    /** How many bytes can be looked at without reading on. */
    int available() {
        return limit - position;
    }

    void skip(long count) throws IOException {
        long left = count;
        while (left > 0) {
            require(1);
            int step = (int) Math.min(left, available());
            position += step;
            left -= step;
        }
    }

    int u16(int at) {
        return buffer[position + at] & 0xff | (buffer[position + at + 1] & 0xff) << 8;
    }

    long u32(int at) {
        return u16(at) | (long) u16(at + 2) << 16;
    }

    long u64(int at) {
        return u32(at) | u32(at + 4) << 32;
    }

    byte[] copy(int at, int length) {
        byte[] copy = new byte[length];
        System.arraycopy(buffer, position + at, copy, 0, length);
        return copy;
    }
}
