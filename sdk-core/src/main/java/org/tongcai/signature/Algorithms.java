package org.tongcai.signature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;

/** The algorithms that are understood. Immutable. What is not in here is refused, so old and broken ones never get in by accident. */
public final class Algorithms {
    private static final Algorithms JDK = new Algorithms(
            List.of(DigestAlgorithm.SHA_256, DigestAlgorithm.SHA_512), JdkKeys.ALL, List.of(AeadCipher.AES_256_GCM));

    private final Map<String, DigestAlgorithm> digests;
    private final Map<String, KeyAlgorithm> keys;
    private final Map<String, AeadCipher> ciphers;

    private Algorithms(
            Collection<DigestAlgorithm> digests, Collection<KeyAlgorithm> keys, Collection<AeadCipher> ciphers) {
        this.digests = index(digests, DigestAlgorithm::name);
        this.keys = index(keys, KeyAlgorithm::name);
        this.ciphers = index(ciphers, AeadCipher::name);
    }

    /** What the JDK has: sha-256, sha-512; hmac-sha256, ed25519, ecdsa-p256-sha256; AES-256-GCM. */
    public static Algorithms jdk() {
        return JDK;
    }

    /** Those of the JDK and of every {@link AlgorithmProvider} on the class path. */
    public static Algorithms installed() {
        Algorithms all = JDK;
        for (AlgorithmProvider each : ServiceLoader.load(AlgorithmProvider.class, Algorithms.class.getClassLoader())) {
            all = all.with(each);
        }
        return all;
    }

    /** These and those of the provider; the provider's prevail where names are equal. */
    public Algorithms with(AlgorithmProvider provider) {
        return new Algorithms(
                joined(digests, provider.digests()),
                joined(keys, provider.keys()),
                joined(ciphers, provider.ciphers()));
    }

    /** The digest of that name. */
    public Optional<DigestAlgorithm> digest(String name) {
        return Optional.ofNullable(digests.get(name));
    }

    /** The signature algorithm of that name. */
    public Optional<KeyAlgorithm> key(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    /** The cipher of that name. */
    public Optional<AeadCipher> cipher(String name) {
        return Optional.ofNullable(ciphers.get(name));
    }

    /** Names of the digests. */
    public Set<String> digestNames() {
        return digests.keySet();
    }

    /** Names of the signature algorithms. */
    public Set<String> keyNames() {
        return keys.keySet();
    }

    Collection<KeyAlgorithm> keyAlgorithms() {
        return keys.values();
    }

    private static <T> Map<String, T> index(Collection<T> all, Function<T, String> name) {
        Map<String, T> index = new LinkedHashMap<>();
        all.forEach(each -> index.put(name.apply(each), each));
        return java.util.Collections.unmodifiableMap(index);
    }

    private static <T> Collection<T> joined(Map<String, T> some, Collection<T> more) {
        List<T> all = new ArrayList<>(some.values());
        all.addAll(more);
        return all;
    }
}
