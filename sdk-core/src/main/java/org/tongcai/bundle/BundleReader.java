package org.tongcai.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Opens bundles. Stateless and thread-safe. */
public final class BundleReader {
    private static final String CLASS_PATH = "org/tongcai/standard/";

    private BundleReader() {}

    /**
     * The bundle on the class path (artifact tongcai-schemas).
     *
     * @throws BundleException if there is none, or it is damaged or of another format
     */
    public static Bundle fromClassPath(ClassLoader loader) {
        return new LazyBundle(
                path -> loader.getResourceAsStream(CLASS_PATH + path),
                "on the class path (is tongcai-schemas a dependency?)");
    }

    /**
     * A bundle in memory: path with {@code /} → bytes, as the compiler makes them. The map must not change any more.
     *
     * @throws BundleException if it is damaged or of another format
     */
    public static Bundle fromMemory(Map<String, byte[]> files) {
        return new LazyBundle(
                path -> {
                    byte[] bytes = files.get(path);
                    return bytes == null ? null : new ByteArrayInputStream(bytes);
                },
                "in memory");
    }

    /**
     * A bundle in a directory, or in the folder {@code bundle} of that directory, as the compiler writes it.
     *
     * @throws BundleException if there is none, or it is damaged or of another format
     */
    public static Bundle fromDirectory(Path directory) {
        Path inner = directory.resolve("bundle");
        Path root =
                Files.exists(directory.resolve(LazyBundle.MANIFEST)) || !Files.isDirectory(inner) ? directory : inner;
        return new LazyBundle(
                path -> {
                    Path file = root.resolve(path).normalize();
                    // A manifest is data like any other and must not name files elsewhere.
                    if (!file.startsWith(root.normalize())) {
                        throw new IOException("the path leaves the bundle");
                    }
                    return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
                },
                "in " + root);
    }
}
