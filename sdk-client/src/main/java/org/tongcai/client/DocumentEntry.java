package org.tongcai.client;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tongcai.client.json.JsonShapeException;
import org.tongcai.client.json.Members;

/**
 * A document that a platform keeps, without its content. Immutable.
 *
 * @param documentType such as {@code awardNotice}
 * @param platformCode the platform of its origin
 * @param documentId unique there
 * @param revision from 1
 * @param regionCode administrative division; null where the document states none
 * @param issuedAt when it was issued; null where that was not said
 * @param receivedAt when the platform received it; null where that was not said
 * @param digest SHA-256 of its bytes, lower-case hexadecimal
 * @param size its bytes
 * @param mediaType {@code application/json} or {@code application/xml}
 * @param state {@code CURRENT}, {@code SUPERSEDED} or {@code WITHDRAWN}; later versions of the service standard may know more
 */
public record DocumentEntry(
        String documentType,
        String platformCode,
        String documentId,
        int revision,
        @Nullable String regionCode,
        @Nullable OffsetDateTime issuedAt,
        @Nullable OffsetDateTime receivedAt,
        String digest,
        long size,
        String mediaType,
        String state) {

    static DocumentEntry of(Members members) throws JsonShapeException {
        return new DocumentEntry(
                members.required("documentType"),
                members.required("platformCode"),
                members.required("documentId"),
                members.intOr("revision", 1),
                members.text("regionCode"),
                members.moment("issuedAt"),
                members.moment("receivedAt"),
                members.textOr("digest", ""),
                members.wholeOr("size", 0),
                members.textOr("mediaType", "application/json"),
                members.textOr("state", "CURRENT"));
    }

    static @Nullable DocumentEntry ofOptional(@Nullable Members members) throws JsonShapeException {
        return members == null ? null : of(members);
    }
}
