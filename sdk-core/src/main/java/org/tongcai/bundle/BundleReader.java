package org.tongcai.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Opens bundles. Stateless and thread-safe. */
public final class BundleReader {
    private static final String CLASS_PATH = "org/tongcai/standard/";
    private static final String PROFILES = "org/tongcai/profiles/";
    /** Ids of the profiles, one a line. */
    private static final String INDEX = "index.txt";

    private static final Pattern PROFILE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private BundleReader() {}

    /** Whether there is a bundle on the class path (artifact tongcai-schemas). */
    public static boolean isOnClassPath(ClassLoader loader) {
        return loader.getResource(CLASS_PATH + LazyBundle.MANIFEST) != null;
    }

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
     * The bundle on the class path with a profile laid over it that is on the class path, too ({@code org/tongcai/profiles/<id>/}).
     *
     * @throws BundleException if there is no such profile, or it was compiled for another version of the standard
     */
    public static Bundle fromClassPath(ClassLoader loader, String profile) {
        if (!PROFILE.matcher(profile).matches()) {
            throw new BundleException("no id of a profile: " + profile, null);
        }
        if (loader.getResource(PROFILES + profile + "/" + LazyBundle.MANIFEST) == null) {
            throw new BundleException(
                    "there is no profile " + profile + " on the class path, only " + profiles(loader), null);
        }
        return layered(
                fromClassPath(loader).manifest(),
                path -> loader.getResourceAsStream(PROFILES + profile + "/" + path),
                path -> loader.getResourceAsStream(CLASS_PATH + path),
                "of profile " + profile + " on the class path");
    }

    /**
     * Ids of the profiles on the class path that come with tongcai-schemas, sorted; those of other artifacts can be opened all the same.
     *
     * @throws BundleException if the list cannot be read
     */
    public static List<String> profiles(ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(PROFILES + INDEX)) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        } catch (IOException e) {
            throw new BundleException("the list of profiles cannot be read", e);
        }
    }

    /**
     * The bundle on the class path with a profile laid over it that was compiled into a directory.
     *
     * @throws BundleException if the directory holds none, or it was compiled for another version of the standard
     */
    public static Bundle fromClassPath(ClassLoader loader, Path profile) {
        return layered(
                fromClassPath(loader).manifest(),
                files(profile),
                path -> loader.getResourceAsStream(CLASS_PATH + path),
                "of the profile in " + profile);
    }

    /** A profile holds only the files in which it differs from the standard. */
    private static Bundle layered(Manifest core, LazyBundle.Files profile, LazyBundle.Files standard, String where) {
        Bundle bundle = new LazyBundle(
                path -> {
                    InputStream own = profile.open(path);
                    return own != null || path.equals(LazyBundle.MANIFEST) ? own : standard.open(path);
                },
                where);
        Manifest manifest = bundle.manifest();
        if (manifest.profiles().isEmpty()
                || !manifest.id().equals(core.id())
                || !manifest.version().equals(core.version())) {
            throw new BundleException(
                    "the bundle " + where + " is no profile of " + core.name() + " but " + manifest.name()
                            + "; compile it again",
                    null);
        }
        return bundle;
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
        return new LazyBundle(files(root), "in " + root);
    }

    /**
     * A bundle whose files are in memory.
     *
     * @param files path with {@code /} → bytes, which must not change
     * @throws BundleException if they are no bundle, or one that is damaged or of another format
     */
    public static Bundle fromFiles(Map<String, byte[]> files) {
        Map<String, byte[]> kept = Map.copyOf(files);
        return new LazyBundle(
                path -> {
                    byte[] bytes = kept.get(path);
                    return bytes == null ? null : new ByteArrayInputStream(bytes);
                },
                "in memory");
    }

    private static LazyBundle.Files files(Path root) {
        return path -> {
            Path file = root.resolve(path).normalize();
            // A manifest is data like any other and must not name files elsewhere.
            if (!file.startsWith(root.normalize())) {
                throw new IOException("the path leaves the bundle");
            }
            return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
        };
    }
}
