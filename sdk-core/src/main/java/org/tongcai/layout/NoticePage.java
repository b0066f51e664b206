package org.tongcai.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** One HTML page of notices, each beginning on a new sheet when printed. Closing ends the page and flushes, but does not close the writer. Not thread-safe. */
public final class NoticePage implements AutoCloseable {
    private static final String STYLE = style();

    private final Writer out;
    private boolean begun;

    /** Writes to {@code out}, which should encode as UTF-8. */
    public NoticePage(Writer out) {
        this.out = out;
    }

    /**
     * Adds a document (UTF-8 JSON). Nothing of it is written when it cannot be printed.
     *
     * @throws LayoutException if it is not a JSON object or beyond the limits
     */
    public void add(Layout layout, byte[] document) throws IOException {
        HtmlSink sink = new HtmlSink();
        layout.render(document, sink);
        begin(sink.firstTitle());
        out.write("<article>\n" + sink + "</article>\n");
    }

    private void begin(String title) throws IOException {
        if (!begun) {
            begun = true;
            out.write("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                    + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
                    + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>" + title
                    + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
        }
    }

    @Override
    public void close() throws IOException {
        begin("");
        out.write("</body>\n</html>\n");
        out.flush();
    }

    private static String style() {
        try (InputStream in = NoticePage.class.getResourceAsStream("notice.css")) {
            return new String(
                    Objects.requireNonNull(in, "notice.css is missing").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
