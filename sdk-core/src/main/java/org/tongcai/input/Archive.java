package org.tongcai.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The documents in a zip archive, entry by entry. What one entry suffers from is told of it alone. Not thread-safe. */
final class Archive {
    private static final String INSIDE = "!/";

    private final String source;
    private final Entries entries;
    private final BiConsumer<String, InputException> failures;
    private final Set<String> taken = new HashSet<>();

    /** What is done with an entry that holds documents. */
    interface Entries {
        void read(String source, Unzip entry) throws InputException;
    }

    Archive(String source, Entries entries, BiConsumer<String, InputException> failures) {
        this.source = source;
        this.entries = entries;
        this.failures = failures;
    }

    void read(InputStream in, long inputBytes) {
        boolean any = false;
        try (Unzip zip = new Unzip(in, inputBytes)) {
            for (ZipRecord entry = zip.next(); entry != null; entry = zip.next()) {
                ZipName name = new ZipName(entry);
                if (!name.isDocument() && !name.isArchive()) {
                    continue;
                }
                any = true;
                String inside = source + INSIDE + name.shown();
                ZipDamage refused = refuse(name);
                if (refused != null) {
                    failures.accept(inside, InputException.ofArchive(refused));
                    continue;
                }
                try {
                    entries.read(inside, zip);
                } catch (InputException e) {
                    failures.accept(inside, e);
                }
            }
            if (!any) {
                failures.accept(source, InputException.ofArchive(noDocuments()));
            }
        } catch (IOException e) {
            failures.accept(source, InputException.ofArchive(e));
        }
    }

    private @Nullable ZipDamage refuse(ZipName name) {
        if (name.isSuspicious()) {
            return ZipDamage.ofEntry("可疑的条目名称：指向压缩包之外", "suspicious name: it leads out of the archive");
        }
        if (!taken.add(name.path())) {
            return ZipDamage.ofEntry("可疑：压缩包中有同名条目", "suspicious: there is another entry of this name");
        }
        return name.isArchive() ? nested() : null;
    }

    static ZipDamage nested() {
        return ZipDamage.ofEntry("压缩包中的压缩包不打开，请先解压", "an archive in an archive is not opened; unpack it first");
    }

    private static ZipDamage noDocuments() {
        return ZipDamage.ofArchive(
                "zip 压缩包中没有 .json、.ndjson、.jsonl、.xml 文件（可带 .gz）",
                "no .json, .ndjson, .jsonl or .xml file (or .gz of them) in the zip archive");
    }
}
