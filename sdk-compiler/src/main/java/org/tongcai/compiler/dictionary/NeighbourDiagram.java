package org.tongcai.compiler.dictionary;

import java.util.List;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Manifest.DocumentType;

/** A document type between the documents to which it refers and those that refer to it. */
final class NeighbourDiagram {
    private static final int WIDTH = 210;
    private static final int GAP = 90;
    private static final int STEP = Drawing.HEAD + 10;

    private final Dictionary dictionary;
    private final ReferenceGraph graph;

    NeighbourDiagram(Dictionary dictionary, ReferenceGraph graph) {
        this.dictionary = dictionary;
        this.graph = graph;
    }

    boolean isWorthwhile(DocumentType document) {
        return !graph.earlier(document.name()).isEmpty()
                || !graph.later(document.name()).isEmpty();
    }

    void write(Html html, DocumentType document, String root) {
        List<String> earlier = List.copyOf(graph.earlier(document.name()));
        List<String> later = List.copyOf(graph.later(document.name()));
        int rows = Math.max(1, Math.max(earlier.size(), later.size()));
        int height = rows * STEP - 10 + 2;
        int x = earlier.isEmpty() ? 1 : WIDTH + GAP + 1;
        int width = x + WIDTH + (later.isEmpty() ? 0 : GAP + WIDTH) + 1;
        Drawing drawing = new Drawing(html, root, new Bilingual("前后单据", "Documents before and after"), width, height);
        int middle = (height - Drawing.HEAD) / 2;
        int top = (height - earlier.size() * STEP + 10) / 2;
        for (String name : earlier) {
            box(drawing, name, 1, top, "document");
            drawing.arrow(1 + WIDTH, top + Drawing.HEAD / 2, x, middle + Drawing.HEAD / 2, "step");
            top += STEP;
        }
        box(drawing, document.name(), x, middle, "document here");
        top = (height - later.size() * STEP + 10) / 2;
        for (String name : later) {
            int right = x + WIDTH + GAP;
            box(drawing, name, right, top, "document");
            drawing.arrow(x + WIDTH, middle + Drawing.HEAD / 2, right, top + Drawing.HEAD / 2, "step");
            top += STEP;
        }
        drawing.end();
    }

    private void box(Drawing drawing, String name, int x, int y, String style) {
        DocumentType document = dictionary.documentNamed(name);
        drawing.box(
                x,
                Math.max(1, y),
                WIDTH,
                Drawing.HEAD,
                style + " " + document.domain(),
                document.title(),
                name,
                Links.document(name));
    }
}
