package org.tongcai.examples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The demonstration data on the class path. */
public final class DemoFiles {
    /** Names of all files. */
    public static final List<String> ALL = List.of(
            "category-catalogue.csv",
            "mall-categories.csv",
            "mall-goods.gb18030.csv",
            "mall-goods.properties",
            "mall-office.csv",
            "mall-office.properties",
            "mall-services.utf16.csv",
            "mall-services.properties",
            "intentions-table.csv",
            "intentions-cut.gb18030.csv",
            "tender-notice.json",
            "tender-notices.ndjson",
            "award-notices.ndjson",
            "contracts.ndjson",
            "organizations.ndjson");

    private DemoFiles() {}

    /** Whether it is made of documents of the standard already, rather than a table to import. */
    static boolean isDocument(String name) {
        return name.endsWith(".json") || name.endsWith(".ndjson");
    }

    /** Opens one of {@link #ALL}. */
    public static InputStream open(String name) throws IOException {
        InputStream in = DemoFiles.class.getResourceAsStream("demo/" + name);
        if (in == null) {
            throw new IOException("not on the class path: demo/" + name);
        }
        return in;
    }

    static void copy(String name, Path target) throws IOException {
        try (InputStream in = open(name)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
