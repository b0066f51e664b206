package org.tongcai.client;

import java.util.List;
import org.tongcai.client.json.JsonShapeException;
import org.tongcai.client.json.Members;

/**
 * What a platform can do. Immutable.
 *
 * @param standard id and version of the standard that it judges by
 * @param editions editions of the standard that it takes
 * @param profiles profiles that it judges by
 * @param operations operations of the service standard that it offers
 * @param documentTypes document types that it takes
 * @param mediaTypes media types that it takes
 * @param authentication {@code httpSignature}, {@code oauth2}
 * @param signatureAlgorithms algorithms of signatures
 * @param digestAlgorithms algorithms of digests
 * @param limits its bounds
 * @param environment whether it is for tests or the real thing
 */
public record Capabilities(
        String standard,
        List<String> editions,
        List<String> profiles,
        List<String> operations,
        List<String> documentTypes,
        List<String> mediaTypes,
        List<String> authentication,
        List<String> signatureAlgorithms,
        List<String> digestAlgorithms,
        Limits limits,
        String environment) {

    /**
     * Bounds of a platform. Immutable.
     *
     * @param maxDocumentBytes of one document
     * @param maxBatchDocuments in one batch
     * @param maxBatchBytes of one batch
     * @param maxAttachmentBytes of one attachment
     * @param attachmentMediaTypes media types of attachments; empty where nothing was said
     * @param maxChunkBytes of one part of an upload
     * @param feedLimit changes a page
     * @param clockSkewSeconds how far clocks may be apart
     * @param requestsPerMinute the pace; 0 where nothing was said
     * @param cursorDays how long cursors are good for
     * @param idempotencyHours how long idempotency keys are remembered
     */
    public record Limits(
            long maxDocumentBytes,
            long maxBatchDocuments,
            long maxBatchBytes,
            long maxAttachmentBytes,
            List<String> attachmentMediaTypes,
            long maxChunkBytes,
            long feedLimit,
            long clockSkewSeconds,
            long requestsPerMinute,
            long cursorDays,
            long idempotencyHours) {
        static Limits of(Members members) throws JsonShapeException {
            return new Limits(
                    positive(members, "maxDocumentBytes", 16 << 20),
                    positive(members, "maxBatchDocuments", 100),
                    positive(members, "maxBatchBytes", 16 << 20),
                    positive(members, "maxAttachmentBytes", 100 << 20),
                    members.texts("attachmentMediaTypes"),
                    positive(members, "maxChunkBytes", 4 << 20),
                    positive(members, "feedLimit", 100),
                    positive(members, "clockSkewSeconds", 300),
                    members.wholeOr("requestsPerMinute", 0),
                    positive(members, "cursorDays", 90),
                    positive(members, "idempotencyHours", 24));
        }

        private static long positive(Members members, String name, long absent) throws JsonShapeException {
            long value = members.wholeOr(name, absent);
            if (value < 1) {
                throw new JsonShapeException("member " + name + " must be positive");
            }
            return value;
        }
    }

    static Capabilities of(Members members) throws JsonShapeException {
        return new Capabilities(
                members.textOr("standard", ""),
                members.texts("editions"),
                members.texts("profiles"),
                members.texts("operations"),
                members.texts("documentTypes"),
                members.texts("mediaTypes"),
                members.texts("authentication"),
                members.texts("signatureAlgorithms"),
                members.texts("digestAlgorithms"),
                Limits.of(members.requiredObject("limits")),
                members.textOr("environment", ""));
    }
}
