package org.tongcai.compiler.dictionary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A text with places {@code {{name}}}, and the files that pages share, all resources of this package. Immutable. */
final class Template {
    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /** The resource as a template. */
    static Template of(String resource) {
        return new Template(new String(resource(resource), StandardCharsets.UTF_8));
    }

    /** The bytes of a resource. */
    static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Template.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text with its places filled, names and values in turn. One pass: a value that looks like a place stays as it is. A place
     * without a value is an {@link IllegalArgumentException}.
     */
    String fill(String... values) {
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            byName.put(values[i], values[i + 1]);
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int start = text.indexOf("{{"); start >= 0; start = text.indexOf("{{", from)) {
            int end = text.indexOf("}}", start);
            String name = text.substring(start + 2, end);
            String value = byName.get(name);
            if (value == null) {
                throw new IllegalArgumentException("nothing to fill in for " + name);
            }
            out.append(text, from, start).append(value);
            from = end + 2;
        }
        return out.append(text, from, text.length()).toString();
    }
}
