package org.tongcai.client;

import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.tongcai.client.json.JsonShapeException;
import org.tongcai.client.json.Members;

/** An answer that was read to its end and held against its digest and signature. */
@SuppressWarnings("ArrayRecordComponent")
record Answer(
        int status,
        Headers headers,
        byte[] body,
        String requestId,
        @Nullable Problem problem) {
    boolean successful() {
        return status >= 200 && status < 300 || status == 304;
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    Members json() throws JsonShapeException {
        return Members.parse(body);
    }
}
