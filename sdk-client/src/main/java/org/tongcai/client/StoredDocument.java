package org.tongcai.client;

import org.jspecify.annotations.Nullable;

/**
 * A document as a platform keeps it. Immutable; the array is not copied.
 *
 * @param bytes the very bytes that the platform received, or their conversion where another media type was asked for
 * @param mediaType {@code application/json} or {@code application/xml}
 * @param etag for asking again whether it changed; null where the platform gave none
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredDocument(
        byte[] bytes, String mediaType, @Nullable String etag) {}
