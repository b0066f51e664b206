package org.tongcai.client;

import org.jspecify.annotations.Nullable;
import org.tongcai.client.json.JsonShapeException;
import org.tongcai.client.json.Members;

/**
 * A change at a platform. Immutable; the array is not copied.
 *
 * @param entry the document
 * @param change {@code CREATED}, {@code REVISED} or {@code WITHDRAWN}; later versions of the service standard may know more
 * @param document its content as JSON; null where it was not asked for
 */
@SuppressWarnings("ArrayRecordComponent")
public record FeedItem(DocumentEntry entry, String change, byte @Nullable [] document) {
    static FeedItem of(Members members) throws JsonShapeException {
        return new FeedItem(DocumentEntry.of(members), members.required("change"), members.raw("document"));
    }
}
