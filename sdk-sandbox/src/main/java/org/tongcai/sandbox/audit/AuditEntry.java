package org.tongcai.sandbox.audit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.sandbox.http.Json;
import org.tongcai.sandbox.store.StoredDocument;

/**
 * Something that happened, before it has its place in the trail. Immutable.
 *
 * @param operation code of the code list {@code audit-operation}
 * @param object the document, as far as it is known
 * @param objectName what it was where it is no document that can be named; null otherwise
 * @param pointers fields that were read; empty for the whole document
 * @param recordCount how many documents; 0 for one
 * @param purpose what they were read for; null for what is not reading
 * @param refusal why it was refused; null where it succeeded
 * @param verdict verdict; null where nothing was judged
 */
public record AuditEntry(
        String operation,
        @Nullable Version object,
        @Nullable String objectName,
        List<String> pointers,
        int recordCount,
        @Nullable String purpose,
        @Nullable String refusal,
        @Nullable String verdict) {
    /** Which process of the platform does all this. */
    private static final String PROCESS = "online-exchange";

    public AuditEntry {
        pointers = List.copyOf(pointers);
    }

    /**
     * A revision of a document.
     *
     * @param platformCode platform; null where it could not be read
     * @param digest SHA-256, hexadecimal; null where it is not known
     */
    public record Version(
            String documentType,
            String documentId,
            @Nullable String platformCode,
            long revision,
            @Nullable String digest) {
        /** The revision that a stored document is. */
        public static Version of(StoredDocument d) {
            return new Version(d.documentType(), d.documentId(), d.platformCode(), d.revision(), d.digest());
        }
    }

    /** A document was received and judged. */
    public static AuditEntry received(
            @Nullable Version object, String digest, String verdict, @Nullable String refusal) {
        String name = object == null ? "不能识别的单据 unreadable document, sha-256 " + digest : null;
        return new AuditEntry("RECEIVE", object, name, List.of(), 0, null, refusal, verdict);
    }

    /** A document was corrected, or withdrawn. */
    public static AuditEntry changed(String operation, Version object) {
        return new AuditEntry(operation, object, null, List.of(), 0, null, null, null);
    }

    /** Personal or internal content of a document was read. */
    public static AuditEntry read(Version object, List<String> pointers, String by) {
        return new AuditEntry("READ_SENSITIVE", object, null, pointers, 0, purpose(by), null, null);
    }

    /** Several documents were given at once. */
    public static AuditEntry exported(int count, String by) {
        return new AuditEntry("EXPORT", null, "单据 documents", List.of(), count, purpose(by), null, null);
    }

    /** Somebody asked for an operation, and may not. */
    static AuditEntry denied(boolean reading, String by, String refusal) {
        return new AuditEntry(
                reading ? "READ" : "RECEIVE", null, "操作 operation " + by, List.of(), 0, purpose(by), refusal, null);
    }

    private static String purpose(String operation) {
        return "在线接口 online interface: " + operation;
    }

    /** The entry as it stands in the trail: one line, members in the order of the schema. */
    String write(long sequence, String occurredAt, String applicationId, @Nullable String previousDigest) {
        StringBuilder out = new StringBuilder(600);
        out.append("{\"sequence\":").append(sequence);
        text(out, "occurredAt", occurredAt);
        text(out, "systemProcess", PROCESS);
        text(out, "operation", operation);
        Version version = object;
        if (version != null) {
            out.append(",\"object\":{\"document\":{\"documentType\":\"")
                    .append(version.documentType())
                    .append("\",\"documentId\":\"")
                    .append(version.documentId())
                    .append('"');
            text(out, "platformCode", version.platformCode());
            out.append("},\"revision\":").append(version.revision());
            digest(out, "digest", version.digest());
            out.append('}');
        }
        text(out, "objectName", objectName);
        if (!pointers.isEmpty()) {
            out.append(",\"pointers\":").append(Json.text(pointers));
        }
        if (recordCount > 0) {
            out.append(",\"recordCount\":").append(recordCount);
        }
        text(out, "purpose", purpose);
        text(out, "result", refusal == null ? "SUCCEEDED" : "REFUSED");
        text(out, "reason", refusal);
        text(out, "verdict", verdict);
        text(out, "applicationId", applicationId);
        digest(out, "previousDigest", previousDigest);
        return out.append('}').toString();
    }

    /** None of the texts here comes from outside but in characters that need no escape: identifiers that were checked, codes, our own words. */
    private static void text(StringBuilder out, String name, @Nullable String value) {
        if (value != null) {
            out.append(",\"").append(name).append("\":\"").append(value).append('"');
        }
    }

    private static void digest(StringBuilder out, String name, @Nullable String value) {
        if (value != null) {
            out.append(",\"")
                    .append(name)
                    .append("\":{\"algorithm\":\"sha-256\",\"value\":\"")
                    .append(value)
                    .append("\"}");
        }
    }

    /** What a header says, where it names a revision of a document. */
    public static @Nullable Version version(Map<String, Object> header, String digest) {
        Object type = header.get("documentType");
        Object id = header.get("documentId");
        Object revision = header.get("revision");
        if (!(type instanceof String t) || !(id instanceof String i) || !(revision instanceof Number r)) {
            return null;
        }
        return new Version(t, i, (String) header.get("platformCode"), r.longValue(), digest);
    }
}
