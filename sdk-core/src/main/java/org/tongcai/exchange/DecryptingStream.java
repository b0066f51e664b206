package org.tongcai.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.signature.AeadCipher;
import org.tongcai.signature.Algorithms;

/**
 * Decrypts a package chunk by chunk; hands out no byte that has not been authenticated. Chunks that are missing, swapped, doubled or cut off
 * do not fit their number, or the mark of the last one. Not thread-safe.
 */
final class DecryptingStream extends InputStream {
    private final InputStream in;
    private final AeadCipher cipher;
    private final byte[] key;
    private final byte[] header;
    private byte[] sealed;
    private byte[] plain = new byte[0];
    private int position;
    private long number;
    private boolean last;

    DecryptingStream(InputStream in, @Nullable PackageKey secret, Algorithms algorithms) throws IOException {
        CryptHeader read = CryptHeader.read(in);
        if (secret == null) {
            throw new PackageRefusedException(RefusalReason.KEY_MISSING, "");
        }
        if (!read.derivation().equals(secret.derivation())) {
            throw new PackageRefusedException(
                    RefusalReason.DECRYPTION_FAILED,
                    "",
                    new Bilingual("密钥应以 " + read.derivation() + " 导出", "the key is derived by " + read.derivation()));
        }
        this.in = in;
        this.cipher = algorithms
                .cipher(read.cipher())
                .orElseThrow(() -> new PackageRefusedException(
                        RefusalReason.ALGORITHM_UNKNOWN, "", new Bilingual(read.cipher(), read.cipher())));
        this.key = secret.derive(read.salt(), read.iterations(), cipher.keyBytes());
        this.header = read.write();
        this.sealed = in.readNBytes(CryptHeader.CHUNK + AeadCipher.TAG_BYTES);
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
        while (position == plain.length) {
            if (last) {
                return -1;
            }
            open();
        }
        int read = Math.min(length, plain.length - position);
        System.arraycopy(plain, position, target, offset, read);
        position += read;
        return read;
    }

    private void open() throws IOException {
        byte[] next = in.readNBytes(CryptHeader.CHUNK + AeadCipher.TAG_BYTES);
        boolean end = next.length == 0;
        if (sealed.length < AeadCipher.TAG_BYTES) {
            throw new PackageRefusedException(RefusalReason.TRUNCATED, "");
        }
        try {
            plain = cipher.open(key, CryptHeader.nonce(number, end), header, sealed);
        } catch (GeneralSecurityException e) {
            throw new PackageRefusedException(
                    RefusalReason.DECRYPTION_FAILED,
                    "",
                    new Bilingual("第 " + (number + 1) + " 段", "chunk " + (number + 1)));
        }
        last = end;
        number++;
        position = 0;
        sealed = next;
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(key, (byte) 0);
        in.close();
    }
}
