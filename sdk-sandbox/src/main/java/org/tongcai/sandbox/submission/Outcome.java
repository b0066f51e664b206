package org.tongcai.sandbox.submission;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.Verdict;
import org.tongcai.sandbox.http.Json;
import org.tongcai.sandbox.http.ProblemException;
import org.tongcai.sandbox.store.StoredDocument;

/**
 * What became of one document. Immutable by convention.
 *
 * @param receiptId id of the receipt
 * @param document what its header says, as far as it could be read
 * @param verdict the verdict
 * @param state code of the code list {@code received-document-state}
 * @param duplicate whether it was there already
 * @param receivedAt milliseconds since the epoch
 * @param digest SHA-256, hexadecimal
 * @param findings findings as a JSON array
 * @param problem why it was not taken; null where it was, or is a duplicate
 */
public record Outcome(
        String receiptId,
        Map<String, Object> document,
        Verdict verdict,
        String state,
        boolean duplicate,
        long receivedAt,
        String digest,
        String findings,
        @Nullable ProblemException problem) {
    /** China standard time, in which moments are given. */
    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    /** Always with seconds, which {@code toString} leaves out where they are zero. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    /** A moment as RFC 3339. */
    public static String moment(long millis) {
        return MOMENT.format(OffsetDateTime.ofInstant(Instant.ofEpochMilli(millis), ZONE));
    }

    /** The identity that a header says. */
    static Map<String, Object> document(Scan scan) {
        Map<String, Object> document = new LinkedHashMap<>();
        put(document, "documentType", scan.documentType());
        put(document, "platformCode", scan.platformCode());
        put(document, "documentId", scan.documentId());
        if (scan.revision() >= 1 && scan.revision() <= 9_999) {
            document.put("revision", scan.revision());
        }
        return document;
    }

    private static void put(Map<String, Object> document, String name, String value) {
        // What is not well-formed is shown by the findings; repeating it here would break the schema of the result.
        boolean type = name.equals("documentType");
        if (value.matches(type ? "[a-z][a-zA-Z0-9]{0,63}" : "[A-Za-z0-9._:\\-]{1,64}")) {
            document.put(name, value);
        }
    }

    /** The result of a document that is stored. */
    static Outcome of(StoredDocument stored, boolean duplicate, boolean pending) {
        Map<String, Object> document = Json.object(
                "documentType", stored.documentType(),
                "platformCode", stored.platformCode(),
                "documentId", stored.documentId(),
                "revision", stored.revision());
        return new Outcome(
                stored.receiptId(),
                document,
                Verdict.ACCEPTED,
                duplicate ? "DUPLICATE" : pending ? "TAKEN_PENDING" : "TAKEN",
                duplicate,
                stored.receivedAt(),
                stored.digest(),
                stored.findings() == null ? "[]" : stored.findings(),
                null);
    }

    /** The result as JSON. */
    public Map<String, Object> result() {
        Map<String, Object> result = Json.object("receiptId", receiptId);
        result.putAll(document);
        result.put("verdict", verdict.name());
        result.put("state", state);
        if (duplicate) {
            result.put("duplicate", true);
        }
        result.put("receivedAt", moment(receivedAt));
        result.put("digest", digest);
        result.put("findings", new Json.Raw(findings));
        return result;
    }

    /** Whether it was stored just now. */
    public boolean taken() {
        return problem == null && !duplicate;
    }

    /** Path of the document below the base path; only of one that was taken or is a duplicate. */
    public String location() {
        return "/v1/documents/" + document.get("documentType") + "/" + document.get("platformCode") + "/"
                + document.get("documentId") + "?revision=" + document.get("revision");
    }
}
