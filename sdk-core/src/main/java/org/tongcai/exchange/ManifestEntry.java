package org.tongcai.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document or an attachment as the batch manifest lists it ({@code ExchangedDocument} of the standard). Immutable.
 *
 * @param documentType type of the document
 * @param documentId its number
 * @param platformCode platform that it comes from, null where that is the sender
 * @param revision its revision
 * @param attachmentId number of the attachment; null where this is the document itself
 * @param mediaType media type
 * @param path file in the package
 * @param line line in the file, from 1; 0 where the file holds nothing else
 * @param size bytes, decompressed
 * @param digest digest of these bytes
 * @param compressed whether the file is compressed by gzip
 */
public record ManifestEntry(
        String documentType,
        String documentId,
        @Nullable String platformCode,
        int revision,
        @Nullable String attachmentId,
        String mediaType,
        String path,
        long line,
        long size,
        PackageDigest digest,
        boolean compressed) {

    /** Whether it is an attachment of a document. */
    public boolean isAttachment() {
        return attachmentId != null;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeReference(json, "document");
        json.writeNumberField("revision", revision);
        Json.text(json, "attachmentId", attachmentId);
        if (attachmentId == null) {
            json.writeStringField("change", revision == 1 ? "NEW" : "REVISED");
        }
        json.writeStringField("mediaType", mediaType);
        json.writeStringField("path", path);
        if (line > 0) {
            json.writeNumberField("line", line);
        }
        json.writeNumberField("size", size);
        Json.digest(json, "digest", digest);
        if (compressed) {
            json.writeBooleanField("compressed", true);
        }
        json.writeEndObject();
    }

    void writeReference(JsonGenerator json, String name) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("documentType", documentType);
        json.writeStringField("documentId", documentId);
        Json.text(json, "platformCode", platformCode);
        json.writeEndObject();
    }

    static ManifestEntry read(Map<String, Object> json) throws IOException {
        try {
            return new ManifestEntry(
                    Json.require(json, "document", "documentType"),
                    Json.require(json, "document", "documentId"),
                    Json.text(json, "document", "platformCode"),
                    Math.toIntExact(Json.number(json, "revision")),
                    Json.text(json, "attachmentId"),
                    Json.require(json, "mediaType"),
                    Json.require(json, "path"),
                    Json.number(json, "line"),
                    Json.number(json, "size"),
                    new PackageDigest(Json.require(json, "digest", "algorithm"), Json.require(json, "digest", "value")),
                    Boolean.TRUE.equals(Json.at(json, "compressed")));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException(e);
        }
    }
}
