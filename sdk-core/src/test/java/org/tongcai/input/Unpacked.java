package org.tongcai.input;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tongcai.Limits;

/**
 * What a reader made of the archive {@code a.zip}.
 *
 * @param documents {@code name[index] text}, the name without that of the archive
 * @param failures {@code name reason}
 */
record Unpacked(List<String> documents, List<String> failures) {
    static Unpacked of(byte[] archive) {
        return of(new ByteArrayInputStream(archive), Limits.DEFAULT);
    }

    static Unpacked of(InputStream in, Limits limits) {
        Unpacked result = new Unpacked(new ArrayList<>(), new ArrayList<>());
        new DocumentReader(limits)
                .read(
                        "a.zip",
                        in,
                        s -> result.documents.add(s.source().substring("a.zip".length()) + "[" + s.index() + "] "
                                + new String(s.bytes(), s.offset(), s.length(), StandardCharsets.UTF_8)),
                        (source, e) -> result.failures.add(source.substring("a.zip".length()) + " "
                                + e.reason().en()));
        return result;
    }
}
