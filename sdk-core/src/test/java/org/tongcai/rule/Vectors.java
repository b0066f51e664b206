package org.tongcai.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongcai.bundle.EnterpriseSizeBounds;
import org.tongcai.identifier.JsonTree;

/** Files of the standard that the rule language is tested with. */
final class Vectors {
    private Vectors() {}

    static Path spec(String path) {
        return JsonTree.spec().resolve(path);
    }

    static Map<String, Object> read(Path file) {
        try {
            return Json.file(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Map<String, Object> json, String name) {
        return (List<Map<String, Object>>) json.get(name);
    }

    /** The bounds of enterprise sizes as the standard has them. */
    static List<EnterpriseSizeBounds> sizes() {
        List<EnterpriseSizeBounds> sizes = new ArrayList<>();
        for (Map<String, Object> json : objects(read(spec("business/sme-thresholds.json")), "sizes")) {
            sizes.add(new EnterpriseSizeBounds(
                    (String) json.get("industry"),
                    (String) json.get("size"),
                    (Long) json.get("staff"),
                    (Long) json.get("revenue"),
                    (Long) json.get("assets"),
                    LocalDate.parse((String) json.get("from")),
                    null));
        }
        return sizes;
    }
}
