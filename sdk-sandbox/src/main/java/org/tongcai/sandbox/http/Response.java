package org.tongcai.sandbox.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is answered. Immutable by convention once it is handed on.
 *
 * @param status status code
 * @param headers headers, in order
 * @param body body; null for none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Response(int status, Map<String, String> headers, byte @Nullable [] body) {
    /** Media type of JSON. */
    public static final String JSON = "application/json";

    /** A response with JSON. */
    public static Response json(int status, Object value) {
        return of(status, JSON, Json.bytes(value));
    }

    /** A response with a body. */
    public static Response of(int status, String mediaType, byte[] body) {
        Response response = new Response(status, new LinkedHashMap<>(), body);
        response.headers().put("Content-Type", mediaType);
        return response;
    }

    /** A response without body. */
    public static Response empty(int status) {
        return new Response(status, new LinkedHashMap<>(), null);
    }

    /** The same with a header. */
    public Response header(String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
        return this;
    }
}
