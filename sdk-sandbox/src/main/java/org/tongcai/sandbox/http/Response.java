package org.tongcai.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is answered. Immutable by convention once it is handed on.
 *
 * @param status status code
 * @param headers headers, in order
 * @param body body; null for none, or one that is not in memory
 * @param content body that is not in memory; its {@code Content-Digest} must be among the headers. Null for none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Response(
        int status,
        Map<String, String> headers,
        byte @Nullable [] body,
        @Nullable Content content) {
    /** Media type of JSON. */
    public static final String JSON = "application/json";

    /** A body that is handed on while it is read. */
    public interface Content {
        /** Bytes; at least one. */
        long length();

        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** With a body in memory, or none. */
    public Response(int status, Map<String, String> headers, byte @Nullable [] body) {
        this(status, headers, body, null);
    }

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

    /** A response with a body that is not in memory. */
    public static Response of(int status, String mediaType, Content content) {
        Response response = new Response(status, new LinkedHashMap<>(), null, content);
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
