package org.tongcai.gm;

import java.util.List;
import org.tongcai.signature.AeadCipher;
import org.tongcai.signature.AlgorithmProvider;
import org.tongcai.signature.DigestAlgorithm;
import org.tongcai.signature.KeyAlgorithm;

/** The national algorithms: sm3, sm2-sm3, SM4GCM. Safe for threads. */
public final class GmAlgorithms implements AlgorithmProvider {
    /** For {@link java.util.ServiceLoader} and for passing it on. */
    public GmAlgorithms() {}

    @Override
    public List<DigestAlgorithm> digests() {
        return List.of(Sm3.ALGORITHM);
    }

    @Override
    public List<KeyAlgorithm> keys() {
        return List.of(Sm2.ALGORITHM);
    }

    @Override
    public List<AeadCipher> ciphers() {
        return List.of(Sm4Gcm.CIPHER);
    }
}
