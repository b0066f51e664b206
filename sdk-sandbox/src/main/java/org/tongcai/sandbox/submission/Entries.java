package org.tongcai.sandbox.submission;

import java.util.Map;
import org.tongcai.sandbox.http.Json;
import org.tongcai.sandbox.store.StoredDocument;

/** Stored documents as entries of the service standard. */
public final class Entries {
    private Entries() {}

    /** An entry in the state in which the document is. */
    public static Map<String, Object> entry(StoredDocument document) {
        return entry(document, document.state());
    }

    /** An entry in the state that a change brought about. */
    public static Map<String, Object> entry(StoredDocument d, String state) {
        return Json.object(
                "documentType", d.documentType(),
                "platformCode", d.platformCode(),
                "documentId", d.documentId(),
                "revision", d.revision(),
                "regionCode", d.regionCode(),
                "issuedAt", d.issuedAt(),
                "receivedAt", Outcome.moment(d.receivedAt()),
                "digest", d.digest(),
                "size", d.size(),
                "mediaType", d.mediaType(),
                "state", state);
    }
}
