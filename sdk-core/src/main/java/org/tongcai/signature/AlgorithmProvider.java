package org.tongcai.signature;

import java.util.List;

/** Brings algorithms that the JDK has not; found through {@link java.util.ServiceLoader} or passed to {@link Algorithms#with}. */
public interface AlgorithmProvider {
    /** Digests; may be empty. */
    List<DigestAlgorithm> digests();

    /** Signature algorithms; may be empty. */
    List<KeyAlgorithm> keys();

    /** Ciphers; may be empty. */
    List<AeadCipher> ciphers();
}
