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
import org.tongcai.bundle.Bundle;

/** The documents of cases: files below a directory, with patches applied; and their twins in XML. A file is read once. Not thread-safe. */
final class CaseDocuments {
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<Path, JsonNode> bases = new HashMap<>();
    private final Path directory;
    private final XmlTwin twins;

    CaseDocuments(Path directory, Bundle bundle) {
        this.directory = directory;
        this.twins = new XmlTwin(bundle);
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
        try {
            return mapper.writeValueAsBytes(JsonPatch.apply(tree, patch));
        } catch (IllegalArgumentException e) {
            throw new IOException(base + ": " + e.getMessage(), e);
        }
    }

    /** The same document in XML, or why that cannot be. */
    XmlTwin.Twin twin(byte[] document, @Nullable String documentType) {
        return twins.of(document, documentType);
    }

    /** The document of a rule's or profile's case in one encoding; null where it cannot be written in that. */
    byte @Nullable [] bytes(RuleCase.Document document, Wire wire) throws IOException {
        byte[] json = bytes(document.base(), document.patch());
        return wire == Wire.JSON ? json : twin(json, null).xml();
    }
}
