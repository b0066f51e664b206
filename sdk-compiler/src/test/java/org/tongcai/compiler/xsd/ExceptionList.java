package org.tongcai.compiler.xsd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The exceptions that section 7 of {@code spec/technical/encoding.md} lists. */
final class ExceptionList {
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);

    private ExceptionList() {}

    static Set<String> read(Path spec) throws IOException {
        String page = Files.readString(spec.resolve("technical/encoding.md"));
        int start = page.indexOf("\n## 7 ");
        int end = page.indexOf("\n## ", start + 1);
        Matcher rows = ROW.matcher(page.substring(start, end < 0 ? page.length() : end));
        Set<String> ids = new TreeSet<>();
        while (rows.find()) {
            if (!ids.add(rows.group(1))) {
                throw new IllegalStateException("twice: " + rows.group(1));
            }
        }
        return ids;
    }
}
