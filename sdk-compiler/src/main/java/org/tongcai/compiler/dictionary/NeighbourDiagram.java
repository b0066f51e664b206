package org.tongcai.compiler.dictionary;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Manifest.DocumentType;

/** A document type between the documents to which it refers and those that refer to it. */
final class NeighbourDiagram {
    private static final int WIDTH = 210;
    private static final int GAP = 90;
    private static final int STEP = Drawing.HEAD + 10;

    private static final int MOST = 12;

    private final Dictionary dictionary;
    private final ReferenceGraph graph;
    private final Map<String, Set<String>> chain;

    NeighbourDiagram(Dictionary dictionary, ReferenceGraph graph) {
        this.dictionary = dictionary;
        this.graph = graph;
        this.chain = graph.chain();
    }

    boolean isWorthwhile(DocumentType document) {
        return !graph.earlier(document.name()).isEmpty()
                || !graph.later(document.name()).isEmpty();
    }

    void write(Html html, DocumentType document, String root) {
        Set<String> before = graph.earlier(document.name());
        Set<String> after = graph.later(document.name());
        List<String> earlier = nearest(before, name -> chain.get(name).contains(document.name()));
        Set<String> onlyAfter = new LinkedHashSet<>(after);
        onlyAfter.removeAll(earlier);
        List<String> later = nearest(onlyAfter, chain.get(document.name())::contains);
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
        int left = before.size() - earlier.size() + onlyAfter.size() - later.size();
        if (left > 0) {
            html.open("p", "class", "more")
                    .both("另有 " + left + " 种单据与它相互引用，见", left + " more documents refer to it or are referred to, see")
                    .text(" ")
                    .open("a", "href", root + Links.CHAIN)
                    .both("链条", "the chain")
                    .close()
                    .close();
        }
    }

    /** Those next in the chain first, and no more than a page shows. */
    private static List<String> nearest(Set<String> names, Predicate<String> next) {
        return Stream.concat(names.stream().filter(next), names.stream().filter(next.negate()))
                .limit(MOST)
                .toList();
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
