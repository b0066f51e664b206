package org.tongcai.client;

import org.jspecify.annotations.Nullable;

/** Operations that read documents and lists of them. */
final class StoredDocuments {
    private StoredDocuments() {}

    static Operation<StoredDocument> get(String name, int revision, @Nullable String mediaType, String... path) {
        Operation<StoredDocument> operation = Operation.get(
                        name,
                        answer -> {
                            String type = answer.header("Content-Type");
                            String plain = type == null ? "" : type.split(";", 2)[0].strip();
                            return new StoredDocument(answer.body(), plain, answer.header("ETag"));
                        },
                        path)
                .with("revision", revision == 0 ? null : revision);
        return operation.header("Accept", mediaType == null ? "*/*" : mediaType);
    }

    static Operation<Page<DocumentEntry>> list(
            String name, DocumentQuery query, @Nullable String cursor, String... path) {
        return query.addTo(Operation.get(name, answer -> Page.of(answer.json(), DocumentEntry::of), path))
                .with("cursor", cursor);
    }
}
