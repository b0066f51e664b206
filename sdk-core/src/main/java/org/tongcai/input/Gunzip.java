package org.tongcai.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses gzip (RFC 1952), all members one after the other. {@code GZIPInputStream} is not used because it takes a pause of the
 * source for its end and drops whatever it cannot read behind the first member without a word. Does not close the source.
 */
final class Gunzip extends InputStream {
    private static final int FLAG_HEADER_CRC = 2;
    private static final int FLAG_EXTRA = 4;
    private static final int FLAG_NAME = 8;
    private static final int FLAG_COMMENT = 16;

    private final InputStream source;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] input = new byte[1 << 15];
    private int position;
    private int limit;
    private boolean inMember;
    private boolean first = true;
    private boolean ended;

    Gunzip(InputStream source) {
        this.source = source;
    }

    static boolean isGzip(byte[] head, int length) {
        return length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (!inMember) {
                ended = !header();
                continue;
            }
            int count;
            try {
                count = inflater.inflate(target, offset, length);
            } catch (DataFormatException e) {
                throw damaged(String.valueOf(e.getMessage()));
            }
            if (count > 0) {
                checksum.update(target, offset, count);
                return count;
            }
            if (inflater.finished()) {
                position = limit - inflater.getRemaining();
                trailer();
            } else if (inflater.needsDictionary()) {
                throw damaged("preset dictionary");
            } else {
                if (!refill()) {
                    throw new EOFException();
                }
                inflater.setInput(input, 0, limit);
            }
        }
        return -1;
    }

    /** Frees the native memory; the source stays open. */
    @Override
    public void close() {
        inflater.end();
    }

    /** Reads the header of the next member; false at the end of the source, which zero padding may precede. */
    private boolean header() throws IOException {
        int magic = first ? next() : nextOrEnd();
        while (!first && magic == 0) {
            magic = nextOrEnd();
        }
        if (magic < 0) {
            return false;
        }
        if (magic != 0x1f || next() != 0x8b) {
            throw damaged("content after the last member");
        }
        if (next() != 8) {
            throw damaged("unknown compression method");
        }
        int flags = next();
        skip(6);
        if ((flags & FLAG_EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & FLAG_NAME) != 0) {
            skipText();
        }
        if ((flags & FLAG_COMMENT) != 0) {
            skipText();
        }
        if ((flags & FLAG_HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        checksum.reset();
        inflater.setInput(input, position, limit - position);
        first = false;
        inMember = true;
        return true;
    }

    private void trailer() throws IOException {
        if (fourBytes() != checksum.getValue()) {
            throw damaged("wrong checksum");
        }
        if (fourBytes() != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw damaged("wrong length");
        }
        inMember = false;
    }

    private long fourBytes() throws IOException {
        return (next() | next() << 8 | next() << 16 | (long) next() << 24) & 0xffffffffL;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            continue;
        }
    }

    private int next() throws IOException {
        int value = nextOrEnd();
        if (value < 0) {
            throw new EOFException();
        }
        return value;
    }

    private int nextOrEnd() throws IOException {
        return position < limit || refill() ? input[position++] & 0xff : -1;
    }

    private boolean refill() throws IOException {
        position = 0;
        limit = Math.max(0, source.read(input, 0, input.length));
        return limit > 0;
    }

    private static ZipException damaged(String what) {
        return new ZipException(what);
    }
}
