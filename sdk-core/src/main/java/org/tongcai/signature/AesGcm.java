package org.tongcai.signature;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM of the JDK. */
final class AesGcm implements AeadCipher {
    private static final int KEY_BYTES = 32;

    @Override
    public String name() {
        return "A256GCM";
    }

    @Override
    public int keyBytes() {
        return KEY_BYTES;
    }

    @Override
    public byte[] seal(byte[] key, byte[] nonce, byte[] aad, byte[] plaintext) {
        try {
            return run(Cipher.ENCRYPT_MODE, key, nonce, aad, plaintext);
        } catch (GeneralSecurityException e) {
            throw new SignatureException("cannot encrypt with " + name(), e);
        }
    }

    @Override
    public byte[] open(byte[] key, byte[] nonce, byte[] aad, byte[] ciphertext) throws GeneralSecurityException {
        return run(Cipher.DECRYPT_MODE, key, nonce, aad, ciphertext);
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] aad, byte[] in)
            throws GeneralSecurityException {
        if (key.length != KEY_BYTES || nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException("A256GCM takes a key of 32 bytes and a nonce of 12");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(aad);
        return cipher.doFinal(in);
    }
}
