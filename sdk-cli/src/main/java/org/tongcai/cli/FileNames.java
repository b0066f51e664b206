package org.tongcai.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongcai.Deceptive;

/**
 * Names for files made of the names of their sources: relative, without a way out of their folder, fit for the file systems of all
 * platforms, and none given twice.
 */
final class FileNames {
    /** In place of a number: the only document of its source. */
    static final long ONLY = -1;

    private static final Pattern DOCUMENT =
            Pattern.compile("(\\.(json|ndjson|jsonl|xml))?(\\.gz)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARCHIVE = Pattern.compile("\\.zip$", Pattern.CASE_INSENSITIVE);
    /** What Windows bars, beside what no reader should be shown. */
    private static final String BARRED = "\\/:*?\"<>|";
    /** Bytes of a name that all file systems take, with a number behind it. */
    private static final int LONGEST = 200;

    private final String extension;
    /** Fingerprints of the names given, as file systems compare them that do not tell upper from lower case. */
    private final Set<Long> given = new HashSet<>();

    FileNames(String extension) {
        this.extension = extension;
    }

    /**
     * A name that was not given before.
     *
     * @param source relative path of the source
     * @param entry path of an entry where the source is an archive; else ""
     * @param number of the document in its source; {@link #ONLY} for none
     */
    Path of(Path source, String entry, long number) {
        Path name = Path.of("");
        String[] segments = (source.toString().replace('\\', '/') + (entry.isEmpty() ? "" : "/" + entry)).split("/");
        int archive = entry.isEmpty() ? -1 : source.getNameCount() - 1;
        for (int i = 0; i < segments.length - 1; i++) {
            name = name.resolve(safe(i == archive ? stripped(ARCHIVE, segments[i]) : segments[i]));
        }
        String last = safe(stripped(DOCUMENT, segments[segments.length - 1]))
                + (number == ONLY ? "" : String.format("-%06d", number));
        Path wanted = name.resolve(last + extension);
        for (int again = 2; !given.add(fingerprint(wanted)); again++) {
            wanted = name.resolve(last + "~" + again + extension);
        }
        return wanted;
    }

    private static String stripped(Pattern suffix, String name) {
        return suffix.matcher(name).replaceFirst("");
    }

    /** The name with a low line for each character that a file name should not have. */
    private static String safe(String name) {
        StringBuilder out = new StringBuilder(name.length());
        name.codePoints()
                .forEach(c -> out.appendCodePoint(
                        BARRED.indexOf(c) >= 0
                                        || c < 0x10000 && Deceptive.is((char) c)
                                        || Character.getType(c) == Character.SURROGATE
                                ? '_'
                                : c));
        while (out.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            out.setLength(out.offsetByCodePoints(out.length(), -1));
        }
        String safe = out.toString();
        return safe.isBlank() || safe.startsWith(".") || safe.endsWith(".") || safe.endsWith(" ")
                ? "_" + safe.replaceAll("[. ]+$", "")
                : safe;
    }

    private static long fingerprint(Path name) {
        String folded = name.toString().toLowerCase(Locale.ROOT);
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
