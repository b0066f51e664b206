package org.tongcai.client;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.client.json.JsonShapeException;
import org.tongcai.client.json.Members;

/**
 * An event that a platform delivered (CloudEvents 1.0). It carries no content; what it is about is fetched. Immutable.
 *
 * @param deliveryId the id by which a second delivery is recognised
 * @param id id of the event
 * @param type such as {@code org.tongcai.document.created.v1}
 * @param source address of the platform
 * @param subject what it is about, such as {@code order/P01/D-1/1}; null where that was not said
 * @param time when it happened; null where that was not said
 * @param document the document; null where it is about none, as in a test
 * @param status status of an order; null where it is not about one
 * @param data everything that was said, as maps, lists, texts, whole numbers and truth values
 */
public record WebhookEvent(
        String deliveryId,
        String id,
        String type,
        String source,
        @Nullable String subject,
        @Nullable OffsetDateTime time,
        @Nullable DocumentEntry document,
        @Nullable String status,
        Map<String, Object> data) {

    static WebhookEvent of(String deliveryId, byte[] body) throws JsonShapeException {
        Members members = Members.parse(body);
        if (!"1.0".equals(members.text("specversion"))) {
            throw new JsonShapeException("not an event of CloudEvents 1.0");
        }
        Members data = members.object("data");
        return new WebhookEvent(
                deliveryId,
                members.required("id"),
                members.required("type"),
                members.required("source"),
                members.text("subject"),
                members.moment("time"),
                data == null || !data.has("documentType") ? null : DocumentEntry.of(data),
                data == null ? null : data.text("status"),
                data == null ? Map.of() : data.asMap());
    }
}
