package org.tongcai.gm;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.tongcai.signature.AeadCipher;

/** SM4 (GB/T 32907—2016) in GCM (RFC 8998 section 2): keys of 16 bytes. */
public final class Sm4Gcm {
    /** The cipher, named {@code SM4GCM}. */
    public static final AeadCipher CIPHER = new Cipher();

    private static final int KEY_BYTES = 16;

    private Sm4Gcm() {}

    private static final class Cipher implements AeadCipher {
        @Override
        public String name() {
            return "SM4GCM";
        }

        @Override
        public int keyBytes() {
            return KEY_BYTES;
        }

        @Override
        public byte[] seal(byte[] key, byte[] nonce, byte[] aad, byte[] plaintext) {
            try {
                return run(true, key, nonce, aad, plaintext);
            } catch (InvalidCipherTextException e) {
                throw new IllegalStateException("SM4GCM cannot encrypt", e);
            }
        }

        @Override
        public byte[] open(byte[] key, byte[] nonce, byte[] aad, byte[] ciphertext) throws GeneralSecurityException {
            try {
                return run(false, key, nonce, aad, ciphertext);
            } catch (InvalidCipherTextException e) {
                throw new AEADBadTagException("Tag mismatch");
            }
        }

        private static byte[] run(boolean encrypt, byte[] key, byte[] nonce, byte[] aad, byte[] in)
                throws InvalidCipherTextException {
            if (key.length != KEY_BYTES || nonce.length != NONCE_BYTES) {
                throw new IllegalArgumentException("SM4GCM takes a key of 16 bytes and a nonce of 12");
            }
            GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
            cipher.init(encrypt, new AEADParameters(new KeyParameter(key), TAG_BYTES * 8, nonce, aad));
            byte[] out = new byte[cipher.getOutputSize(in.length)];
            int length = cipher.processBytes(in, 0, in.length, out, 0);
            length += cipher.doFinal(out, length);
            return length == out.length ? out : Arrays.copyOf(out, length);
        }

        @Override
        public String toString() {
            return name();
        }
    }
}
