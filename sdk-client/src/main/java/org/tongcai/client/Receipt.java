package org.tongcai.client;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcai.Finding;
import org.tongcai.Verdict;
import org.tongcai.client.json.Findings;
import org.tongcai.client.json.JsonShapeException;
import org.tongcai.client.json.Members;

/**
 * What a platform says about one document that it was sent ({@code SubmissionResult} of the service standard). Immutable.
 *
 * @param receiptId number of the receipt
 * @param documentType null where it could not be told
 * @param platformCode the platform of the document's origin; null where it could not be told
 * @param documentId null where it could not be told
 * @param revision 0 where it could not be told
 * @param verdict the platform's verdict
 * @param state what the platform did with it, a code of {@code received-document-state}; such as {@code TAKEN}
 * @param duplicate whether the platform had it already and said again what it said the first time
 * @param receivedAt when it came; null where that was not said
 * @param digest SHA-256 of the bytes that came, lower-case hexadecimal
 * @param findings what the platform found
 */
public record Receipt(
        String receiptId,
        @Nullable String documentType,
        @Nullable String platformCode,
        @Nullable String documentId,
        int revision,
        Verdict verdict,
        String state,
        boolean duplicate,
        @Nullable OffsetDateTime receivedAt,
        String digest,
        List<Finding> findings) {

    /** Takes a copy of the findings. */
    public Receipt {
        findings = List.copyOf(findings);
    }

    static Receipt of(Members members) throws JsonShapeException {
        Verdict verdict = members.constant("verdict", Verdict.class);
        if (verdict == null) {
            throw new JsonShapeException("member verdict is missing");
        }
        return new Receipt(
                members.required("receiptId"),
                members.text("documentType"),
                members.text("platformCode"),
                members.text("documentId"),
                members.intOr("revision", 0),
                verdict,
                members.textOr("state", ""),
                members.flag("duplicate"),
                members.moment("receivedAt"),
                members.textOr("digest", ""),
                Findings.of(members, "findings"));
    }
}
