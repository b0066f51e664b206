package org.tongcai.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongcai.Bilingual;

/** A manifest of BagIt: one file a line, digest, two blanks, path, sorted by path. Files have one way to be written. Not thread-safe. */
final class FileList {
    /** The longest line there can be. */
    static final int LINE = 64 + 2 + 807 + 1;

    private static final Pattern ENTRY = Pattern.compile("([0-9a-f]{64})  (.{1,807})");

    private final NavigableMap<String, String> digests = new TreeMap<>();

    void add(String path, String digest) {
        digests.put(path, digest);
    }

    Map<String, String> digests() {
        return digests;
    }

    Iterator<Map.Entry<String, String>> iterator() {
        return digests.entrySet().iterator();
    }

    int size() {
        return digests.size();
    }

    byte[] write() {
        StringBuilder out = new StringBuilder();
        digests.forEach(
                (path, digest) -> out.append(digest).append("  ").append(path).append('\n'));
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static FileList read(String file, byte[] bytes) throws PackageRefusedException {
        FileList list = new FileList();
        PackagePath.Seen seen = new PackagePath.Seen();
        String before = "";
        for (String line : Lines.read(file, bytes)) {
            Matcher entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                throw Lines.wrong(file, "应为“摘要、两个空格、路径”", "lines must be digest, two blanks, path");
            }
            String path = PackagePath.require(entry.group(2));
            seen.add(path);
            if (path.compareTo(before) <= 0) {
                throw new PackageRefusedException(
                        RefusalReason.TAG_FILE_WRONG, file, new Bilingual("没有按路径排序：" + path, "not sorted: " + path));
            }
            before = path;
            list.add(path, entry.group(1));
        }
        return list;
    }
}
