package org.tongcai.exchange;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongcai.Bilingual;

/**
 * Names of files in a package: those of {@code ExchangedDocument.path}. Letters, digits, dot, hyphen and underscore only, so that no file
 * system and no normalisation makes two of one name or one of two, and nothing has to be escaped in manifests. Stateless.
 */
final class PackagePath {
    static final String PAYLOAD = "data/";

    private static final Pattern SAFE =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}){0,7}");
    /** Names that are devices on Windows, whatever follows the first dot. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(.*/)?(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.[^/]*)?(/.*)?");

    private PackagePath() {}

    /** Refuses a name that is not of the allowed form. */
    static String require(String path) throws PackageRefusedException {
        if (!SAFE.matcher(path).matches()
                || path.endsWith(".")
                || path.contains("./")
                || DEVICE.matcher(path).matches()) {
            throw new PackageRefusedException(
                    RefusalReason.PATH_NOT_ALLOWED,
                    path,
                    new Bilingual(
                            "只许由字母、数字、点、连字符和下划线组成的相对路径",
                            "only relative paths of letters, digits, dots, hyphens and underscores"));
        }
        return path;
    }

    /** Refuses names that have been seen, also in other case, and files that are folders of others. */
    static final class Seen {
        private final Set<String> files = new HashSet<>();
        private final Set<String> folders = new HashSet<>();

        void add(String path) throws PackageRefusedException {
            String folded = path.toLowerCase(Locale.ROOT);
            boolean fresh = files.add(folded) && !folders.contains(folded);
            for (int slash = folded.indexOf('/'); slash >= 0; slash = folded.indexOf('/', slash + 1)) {
                String folder = folded.substring(0, slash);
                folders.add(folder);
                fresh &= !files.contains(folder);
            }
            if (!fresh) {
                throw new PackageRefusedException(RefusalReason.DUPLICATE_NAME, path);
            }
        }
    }
}
