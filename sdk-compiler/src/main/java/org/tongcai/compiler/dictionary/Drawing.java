package org.tongcai.compiler.dictionary;

import java.util.Locale;
import org.tongcai.Bilingual;

/** Boxes and lines of a diagram, written as SVG into a page. Colours and type are those of {@code diagrams.css}. Not thread-safe. */
final class Drawing {
    /** Height of a box with its two lines of text and nothing else. */
    static final int HEAD = 46;

    private static final int INSET = 10;
    private static final int FRAME = 3;
    private static final double WIDE = 14;
    private static final double NARROW = 7.6;

    private final Html html;
    private final String root;

    /** Begins a drawing of this size; {@code root} leads from the page back to the dictionary's root. */
    Drawing(Html html, String root, Bilingual name, int width, int height) {
        this.html = html;
        this.root = root;
        html.open("div", "class", "diagram");
        html.open(
                "svg",
                "viewBox",
                "0 0 " + width + " " + height,
                "width",
                "" + width,
                "height",
                "" + height,
                "role",
                "group",
                "aria-label",
                name.zh() + " " + name.en());
    }

    /** Ends the drawing. */
    void end() {
        html.close().close().line();
    }

    /** A box with a title and a name, leading to a page. */
    void box(int x, int y, int width, int height, String style, Bilingual title, String name, String href) {
        html.open("a", "href", root + href, "class", "node " + style);
        html.element("title", title.zh() + " " + title.in(Locale.ENGLISH));
        frame(x, y, width, height, 6);
        label(x + INSET, y + 19, "box-title", cut(title.zh(), width - 2 * INSET, WIDE));
        label(x + INSET, y + 36, "box-name", cut(name, width - 2 * INSET, NARROW * .95));
        html.close().line();
    }

    /** A box with a title in both languages, one below the other; the reader's choice hides one. A final state has a second frame. */
    void state(int x, int y, int width, String style, boolean last, Bilingual title, String href) {
        html.open("a", "href", root + href, "class", "node " + style);
        html.element("title", title.zh() + " " + title.in(Locale.ENGLISH));
        if (last) {
            frame(x - FRAME, y - FRAME, width + 2 * FRAME, HEAD + 2 * FRAME, 6 + FRAME);
        }
        frame(x, y, width, HEAD, 6);
        int middle = x + width / 2;
        label(middle, y + 20, "box-title zh", cut(title.zh(), width - INSET, WIDE));
        label(middle, y + 37, "box-name en", cut(title.en(), width - INSET, NARROW * .84));
        html.close().line();
    }

    private void frame(int x, int y, int width, int height, int round) {
        html.element(
                "rect", "", "x", "" + x, "y", "" + y, "width", "" + width, "height", "" + height, "rx", "" + round);
    }

    /** The name of an event in both languages, one below the other, around the middle of its edge. */
    void event(int x, int y, Bilingual title) {
        label(x, y, "event zh", title.zh());
        label(x, y + 13, "event en", title.en());
    }

    /** A line of its own shape. */
    void path(String style, String shape) {
        html.element("path", "", "class", style, "d", shape);
    }

    /** A line of text; {@code style} says how. */
    void label(int x, int y, String style, String text) {
        html.element("text", text, "x", "" + x, "y", "" + y, "class", style);
    }

    /** A straight line. */
    void rule(int x1, int y1, int x2, int y2) {
        html.element("path", "", "class", "rule", "d", "M" + x1 + " " + y1 + "L" + x2 + " " + y2);
    }

    /** A curve from left to right that ends in an arrowhead. */
    void arrow(int x1, int y1, int x2, int y2, String style) {
        int bend = Math.max(24, (x2 - x1) / 2);
        String curve = "M" + x1 + " " + y1 + "C" + (x1 + bend) + " " + y1 + " " + (x2 - bend) + " " + y2 + " "
                + (x2 - 6) + " " + y2;
        html.element("path", "", "class", "edge " + style, "d", curve);
        html.element("path", "", "class", "head " + style, "d", "M" + x2 + " " + y2 + "l-8 -4v8z");
    }

    /** The text, cut where it would leave the width. */
    static String cut(String text, int width, double wide) {
        double used = 0;
        for (int i = 0; i < text.length(); i++) {
            used += text.charAt(i) < 0x2000 ? Math.min(NARROW, wide) : wide;
            if (used > width) {
                return text.substring(0, Math.max(1, i - 1)) + "…";
            }
        }
        return text;
    }
}
