package org.tongcai.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form as browsers send it. */
final class Form {
    private final Map<String, String> values = new HashMap<>();

    private Form() {}

    /** Reads a form; null where it is none, or names something twice (RFC 6749 section 3.2). */
    static @Nullable Form parse(byte[] body) {
        Form form = new Form();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (name == null || value == null || form.values.putIfAbsent(name, value) != null) {
                return null;
            }
        }
        return form;
    }

    /** A value; null where it is absent. */
    @Nullable
    String value(String name) {
        return values.get(name);
    }

    /** Text out of its form encoding; null where it is broken. */
    static @Nullable String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
