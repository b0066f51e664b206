package org.tongcai.client.json;

import java.io.IOException;

/** An answer that is no JSON, or has another shape than the service standard says. */
public final class JsonShapeException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong; never the content itself, which may hold personal data. */
    public JsonShapeException(String message) {
        super(message);
    }
}
