package org.tongcai.examples.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What an import brought. Not to be changed, although models are mutable.
 *
 * @param <D> the model, such as {@code org.tongcai.model.Product}
 * @param documents documents of the standard, not yet validated
 * @param journal what became of every row
 */
public record Imported<D>(List<D> documents, Journal journal) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public Imported {
        documents = List.copyOf(documents);
    }

    /** Writes the documents as NDJSON: UTF-8, one document a line, no byte order mark. */
    public void writeNdjson(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (D document : documents) {
                out.write(MAPPER.writeValueAsString(document));
                out.write('\n');
            }
        }
    }
}
