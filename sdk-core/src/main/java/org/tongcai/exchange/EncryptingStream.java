package org.tongcai.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import org.tongcai.signature.AeadCipher;

/** Encrypts a package chunk by chunk, in constant memory. The last chunk is written on close. Not thread-safe. */
final class EncryptingStream extends OutputStream {
    private final OutputStream out;
    private final AeadCipher cipher;
    private final byte[] key;
    private final byte[] header;
    private final byte[] chunk = new byte[CryptHeader.CHUNK];
    private int filled;
    private long number;
    private boolean closed;

    EncryptingStream(OutputStream out, AeadCipher cipher, PackageKey key) throws IOException {
        byte[] salt = new byte[CryptHeader.SALT];
        new SecureRandom().nextBytes(salt);
        int iterations = key.derivation().equals(PackageKey.PBKDF2) ? PackageKey.ITERATIONS : 0;
        this.out = out;
        this.cipher = cipher;
        this.key = key.derive(salt, iterations, cipher.keyBytes());
        this.header = new CryptHeader(cipher.name(), key.derivation(), iterations, salt).write();
        out.write(header);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            // A full chunk waits for the next byte: whether it is the last is not known before.
            if (filled == chunk.length) {
                seal(false);
            }
            int step = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, from, chunk, filled, step);
            filled += step;
            from += step;
            left -= step;
        }
    }

    private void seal(boolean last) throws IOException {
        out.write(cipher.seal(key, CryptHeader.nonce(number, last), header, Arrays.copyOf(chunk, filled)));
        number++;
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            seal(true);
            Arrays.fill(key, (byte) 0);
            Arrays.fill(chunk, (byte) 0);
            out.close();
        }
    }
}
