package org.tongcai.examples.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What an import brought. Immutable but for the journal.
 *
 * @param documents documents of the standard, not yet validated
 * @param journal what became of every row
 */
public record Imported(List<ObjectNode> documents, Journal journal) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public Imported {
        documents = List.copyOf(documents);
    }

    /** Writes the documents as NDJSON: UTF-8, one document a line, no byte order mark. */
    public void writeNdjson(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (ObjectNode document : documents) {
                out.write(MAPPER.writeValueAsString(document));
                out.write('\n');
            }
        }
    }
}
