package org.tongcai.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** A directory that belongs to the compiler alone: what a former run left there and this one does not write is deleted. */
record OutputDirectory(Path root) {
    static OutputDirectory of(Path root) {
        return new OutputDirectory(root);
    }

    void replaceBy(SortedMap<String, byte[]> files) throws IOException {
        for (Path old : files()) {
            if (!files.containsKey(root.relativize(old).toString().replace('\\', '/'))) {
                Files.delete(old);
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            if (!Files.isRegularFile(path) || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
