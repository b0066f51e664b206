package org.tongcai.compiler.xsd;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes indented elements of the namespace of XML Schema. Not thread-safe. */
final class SchemaText {
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder(64 * 1024);
    private final Deque<String> open = new ArrayDeque<>();

    SchemaText() {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Opens an element; {@code attributes} are names and values in turn. */
    SchemaText open(String name, String... attributes) {
        start(name, attributes);
        out.append(">\n");
        open.push(name);
        return this;
    }

    /** Closes the element opened last. */
    SchemaText close() {
        String name = open.pop();
        indent();
        out.append("</xs:").append(name).append(">\n");
        return this;
    }

    /** An element without content. */
    SchemaText empty(String name, String... attributes) {
        start(name, attributes);
        out.append("/>\n");
        return this;
    }

    /** An element with text. */
    SchemaText text(String name, String text, String... attributes) {
        start(name, attributes);
        out.append('>');
        escape(text, false);
        out.append("</xs:").append(name).append(">\n");
        return this;
    }

    /** What has been written; every element must be closed. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }

    private void start(String name, String... attributes) {
        indent();
        out.append("<xs:").append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1], true);
            out.append('"');
        }
    }

    private void indent() {
        out.append(INDENT.repeat(open.size()));
    }

    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                default -> {
                    // Control characters show, and blanks in attributes would be normalised.
                    if (c == '\r' || c >= 0x7F && c < 0xA0 || attribute && c < ' ') {
                        out.append("&#x")
                                .append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT))
                                .append(';');
                    } else {
                        out.append(c);
                    }
                }
            }
        }
    }
}
