package org.tongcai.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.tongcai.signature.DigestAlgorithm;

/** Counts what is read and takes its digest. What is read again after a reset counts once. Not thread-safe. */
final class DigestStream extends FilterInputStream {
    private final DigestAlgorithm algorithm;
    private final MessageDigest digest;
    private long count;
    private long marked;
    private long position;

    DigestStream(InputStream in) {
        this(in, DigestAlgorithm.SHA_256);
    }

    DigestStream(InputStream in, DigestAlgorithm algorithm) {
        super(in);
        this.algorithm = algorithm;
        this.digest = algorithm.newDigest();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            position += read;
            int fresh = (int) Math.min(read, Math.max(0, position - count));
            digest.update(target, offset + read - fresh, fresh);
            count = Math.max(count, position);
        }
        return read;
    }

    @Override
    public synchronized void mark(int limit) {
        super.mark(limit);
        marked = position;
    }

    @Override
    public synchronized void reset() throws IOException {
        super.reset();
        position = marked;
    }

    long count() {
        return count;
    }

    PackageDigest digest() {
        return new PackageDigest(algorithm.name(), HexFormat.of().formatHex(digest.digest()));
    }
}
