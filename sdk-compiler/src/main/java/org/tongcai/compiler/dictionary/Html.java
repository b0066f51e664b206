package org.tongcai.compiler.dictionary;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.tongcai.Bilingual;

/**
 * Writes HTML. Every text and attribute value is escaped; there is no way to write one raw, so a hostile title stays a title. Not
 * thread-safe.
 */
final class Html {
    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element. Attributes are name, value, name, value …; a value of {@code ""} gives the bare attribute. */
    Html open(String tag, String... attributes) {
        start(tag, attributes);
        open.push(tag);
        return this;
    }

    /** Closes the element opened last. */
    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element without content, such as {@code input}. */
    Html empty(String tag, String... attributes) {
        start(tag, attributes);
        return this;
    }

    /** An element with a text. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element with content of its own. */
    Html element(String tag, Consumer<Html> content, String... attributes) {
        open(tag, attributes);
        content.accept(this);
        return close();
    }

    /** An element with a text in both languages. */
    Html element(String tag, Bilingual text, String... attributes) {
        return open(tag, attributes).both(text).close();
    }

    /** A text in both languages; the reader's choice hides one. A text that has only one language is always shown. */
    Html both(Bilingual text) {
        if (text.en().isEmpty() || text.en().equals(text.zh())) {
            return element("span", text.zh(), "lang", "zh-CN");
        }
        if (text.zh().isEmpty()) {
            return element("span", text.en(), "lang", "en");
        }
        element("span", text.zh(), "class", "zh", "lang", "zh-CN");
        out.append(' ');
        return element("span", text.en(), "class", "en", "lang", "en");
    }

    /** The same for interface words given in place. */
    Html both(String zh, String en) {
        return both(new Bilingual(zh, en));
    }

    /** Escaped text. */
    Html text(String text) {
        escape(text, out);
        return this;
    }

    /** A line break in the source, for readable files. */
    Html line() {
        out.append('\n');
        return this;
    }

    private void start(String tag, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("attributes come in pairs");
        }
        out.append('<').append(tag);
        if (tag.equals("code") && !List.of(attributes).contains("lang")) {
            out.append(" lang=\"en\""); // names and codes are no Chinese, whatever the page is
        }
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]);
            if (!attributes[i + 1].isEmpty()) {
                out.append("=\"");
                escape(attributes[i + 1], out);
                out.append('"');
            }
        }
        out.append('>');
    }

    /** Escapes the five characters that mean something in HTML. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        escape(text, out);
        return out.toString();
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    /** The HTML so far; all elements must be closed. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }
}
