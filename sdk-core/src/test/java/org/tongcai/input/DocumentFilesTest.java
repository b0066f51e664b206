package org.tongcai.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.Limits;

class DocumentFilesTest {
    private final DocumentReader reader = new DocumentReader(Limits.DEFAULT);

    @TempDir
    Path folder;

    @Test
    void foldersAreSearchedForDocuments() throws IOException {
        touch(
                "b.json",
                "a/z.ndjson",
                "a/y.jsonl.gz",
                "a/readme.md",
                ".hidden.json",
                ".git/x.json",
                "c.json.bak",
                "d.xml",
                "d/e.xml.gz",
                "d/F.ZIP",
                "d/f.zip.gz",
                ".json");
        assertEquals(List.of("a/y.jsonl.gz", "a/z.ndjson", "b.json", "d.xml", "d/F.ZIP", "d/e.xml.gz"), names());
    }

    @Test
    void fileIsTakenWhateverItsName() throws IOException {
        touch("notice.txt");
        Path file = folder.resolve("notice.txt");
        assertEquals(List.of(file), reader.files(file));
    }

    @Test
    void missingPathIsTold() {
        InputException e = assertThrows(InputException.class, () -> reader.files(folder.resolve("nothing.json")));
        assertEquals("文件不存在", e.reason().zh());
    }

    @Test
    void linksAreFollowedButNotInCircles() throws IOException {
        touch("real/a.json");
        try {
            Files.createSymbolicLink(folder.resolve("real/again"), folder.resolve("real"));
            Files.createSymbolicLink(folder.resolve("linked"), folder.resolve("real"));
            Files.createSymbolicLink(folder.resolve("dangling.json"), folder.resolve("gone"));
        } catch (UnsupportedOperationException e) {
            assumeTrue(false, "no symbolic links here");
        }
        assertEquals(List.of("dangling.json", "linked/a.json", "real/a.json"), names());
    }

    private List<String> names() throws IOException {
        return reader.files(folder).stream()
                .map(f -> folder.relativize(f).toString().replace('\\', '/'))
                .toList();
    }

    private void touch(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "{}");
        }
    }
}
