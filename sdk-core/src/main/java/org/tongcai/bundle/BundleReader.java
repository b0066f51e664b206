package org.tongcai.bundle;

import java.nio.file.Path;

/** Opens bundles. */
public final class BundleReader {
    private BundleReader() {}

    /** The bundle on the class path (artifact tongcai-schemas). */
    public static Bundle fromClassPath(ClassLoader loader) {
        throw new UnsupportedOperationException(String.valueOf(loader));
    }

    /** A bundle in a directory. */
    public static Bundle fromDirectory(Path directory) {
        throw new UnsupportedOperationException(directory.toString());
    }
}
