package org.tongcai.compiler.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The documents of cases: files below a directory, with patches applied. A file is read once. Not thread-safe. */
final class CaseDocuments {
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<Path, JsonNode> bases = new HashMap<>();
    private final Path directory;

    CaseDocuments(Path directory) {
        this.directory = directory;
    }

    /** The document of a base, or of a base with a patch; without a patch byte for byte. */
    byte[] bytes(String base, @Nullable ArrayNode patch) throws IOException {
        Path file = directory.resolve(base).normalize();
        if (!file.startsWith(directory.normalize())) {
            throw new IOException(base + " leaves the directory of the cases");
        }
        if (patch == null) {
            return Files.readAllBytes(file);
        }
        JsonNode tree = bases.get(file);
        if (tree == null) {
            tree = mapper.readTree(Files.readAllBytes(file));
            bases.put(file, tree);
        }
        return mapper.writeValueAsBytes(JsonPatch.apply(tree, patch));
    }
}
