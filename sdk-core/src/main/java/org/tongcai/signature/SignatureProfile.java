package org.tongcai.signature;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the service standard makes of RFC 9421: one label, one tag, and what must be covered. */
final class SignatureProfile {
    static final String LABEL = "tongcai";
    static final String TAG = "tongcai-1";
    static final Duration SKEW = Duration.ofSeconds(300);

    /** Fields of a response that its reader acts upon, covered wherever they are. */
    private static final List<String> ACTED_UPON = List.of("etag", "location", "upload-offset");

    /** The request's signature as a component of the response: a response cannot be taken for that of another request. */
    static final Component REQUEST_SIGNATURE = requestSignature();

    private SignatureProfile() {}

    static List<Component> required(HttpMessage message, boolean body) {
        List<Component> all = new ArrayList<>();
        if (message.isRequest()) {
            for (String each : List.of("@method", "@authority", "@path", "@query")) {
                all.add(Component.of(each));
            }
            if (message.has("idempotency-key")) {
                all.add(Component.of("idempotency-key"));
            }
        } else {
            all.add(Component.of("@status"));
            all.add(REQUEST_SIGNATURE);
        }
        if (body) {
            all.add(Component.of("content-type"));
            all.add(Component.of("content-digest"));
        }
        if (!message.isRequest()) {
            for (String each : ACTED_UPON) {
                if (message.has(each)) {
                    all.add(Component.of(each));
                }
            }
        }
        return all;
    }

    private static Component requestSignature() {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("req", Boolean.TRUE);
        params.put("key", LABEL);
        return new Component("signature", params);
    }
}
