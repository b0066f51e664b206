package org.tongcai.layout;

import java.util.List;

/** The content of one notice as HTML. Everything that goes in passes through {@link #escape}. */
final class HtmlSink implements Sink {
    private final StringBuilder out = new StringBuilder();
    private String firstTitle = "";

    @Override
    public void title(List<Run> text) {
        if (firstTitle.isEmpty()) {
            StringBuilder plain = new StringBuilder();
            text.forEach(run -> plain.append(run.text()));
            firstTitle = escape(plain.toString().replace('\n', ' '));
        }
        element("h1", text);
    }

    /** The title, escaped; empty where there is none. */
    String firstTitle() {
        return firstTitle;
    }

    @Override
    public void paragraph(List<Run> text) {
        element("p", text);
    }

    @Override
    public void field(String label, List<Run> value) {
        out.append("<p><b>").append(escape(label)).append("：</b>");
        runs(value, true);
        out.append("</p>\n");
    }

    @Override
    public void heading(int depth, String number, List<Run> text) {
        String name = "h" + Math.min(depth + 2, 6);
        out.append('<').append(name).append('>').append(escape(number));
        runs(text, true);
        out.append("</").append(name).append(">\n");
    }

    @Override
    public void table(String caption, List<String> heads, List<Boolean> left, List<List<List<Run>>> rows) {
        out.append("<table>\n");
        if (!caption.isEmpty()) {
            out.append("<caption>").append(escape(caption)).append("</caption>\n");
        }
        out.append("<thead><tr>");
        heads.forEach(
                head -> out.append("<th scope=\"col\">").append(escape(head)).append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (List<List<Run>> cells : rows) {
            out.append("<tr>");
            for (int i = 0; i < cells.size(); i++) {
                out.append(left.get(i) ? "<td class=\"left\">" : "<td>");
                runs(cells.get(i), false);
                out.append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }

    @Override
    public void signature(List<List<Run>> lines) {
        out.append("<div class=\"signature\">\n");
        lines.forEach(line -> element("p", line));
        out.append("</div>\n");
    }

    private void element(String name, List<Run> text) {
        out.append('<').append(name).append('>');
        runs(text, true);
        out.append("</").append(name).append(">\n");
    }

    private void runs(List<Run> runs, boolean blanks) {
        for (Run run : runs) {
            if (run.kind() == Run.Kind.TEXT) {
                out.append(escape(run.text()));
            } else if (run.kind() == Run.Kind.LINK) {
                link(run.text());
            } else if (blanks) {
                out.append("<span class=\"blank\"></span>");
            }
        }
    }

    /** Only to pages: a document must not bring scripts. */
    private void link(String url) {
        String text = escape(url);
        boolean page = url.startsWith("https://") || url.startsWith("http://");
        out.append(page ? "<a rel=\"noopener noreferrer\" href=\"" + text + "\">" + text + "</a>" : text);
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\n' -> safe.append("<br/>");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
