package org.tongcai.compiler.dictionary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Manifest.DocumentType;

/** The chain of all documents on one page: each stands to the right of those on which it rests. */
final class ChainPage {
    private static final Bilingual TITLE = new Bilingual("链条", "The chain");
    private static final int WIDTH = 152;
    private static final int GAP = 44;
    private static final int STEP = Drawing.HEAD + 12;
    private static final int SWEEPS = 6;

    private final Dictionary dictionary;
    private final Map<String, Set<String>> edges;
    private final Map<String, Integer> layer = new HashMap<>();

    ChainPage(Dictionary dictionary, ReferenceGraph graph) {
        this.dictionary = dictionary;
        this.edges = graph.chain();
        edges.keySet().forEach(this::layer);
    }

    Page page() {
        Page page = new Page(Links.CHAIN, TITLE);
        Html html = page.body();
        page.head(new Bilingual(
                        "箭头由先到后：后一份单据引用前一份。经由其他单据已经相连的、以及指向后一环节的引用，不再另画。颜色是所属领域。",
                        "Arrows lead from earlier to later: the later document refers to the earlier. What other documents connect"
                                + " already, and references ahead, are not drawn. Colours are domains."))
                .close()
                .line();
        legend(html);
        List<List<String>> columns = columns();
        int height = columns.stream().mapToInt(List::size).max().orElse(0) * STEP + 2;
        int width = columns.size() * (WIDTH + GAP) - GAP + 2;
        if (!columns.isEmpty()) {
            draw(new Drawing(html, page.root(), TITLE, width, height), columns, height);
        }
        alone(html, page.root());
        return page;
    }

    /** How many steps lie before a document at most. */
    private int layer(String document) {
        Integer known = layer.get(document);
        if (known != null) {
            return known;
        }
        int most = 0;
        for (Map.Entry<String, Set<String>> edge : edges.entrySet()) {
            if (edge.getValue().contains(document)) {
                most = Math.max(most, layer(edge.getKey()) + 1);
            }
        }
        layer.put(document, most);
        return most;
    }

    private boolean isConnected(String document) {
        return !edges.get(document).isEmpty() || edges.values().stream().anyMatch(next -> next.contains(document));
    }

    /** Documents by layer, ordered so that connected ones stand at about the same height. */
    private List<List<String>> columns() {
        List<List<String>> columns = new ArrayList<>();
        for (String document : edges.keySet()) {
            if (isConnected(document)) {
                while (columns.size() <= layer(document)) {
                    columns.add(new ArrayList<>());
                }
                columns.get(layer(document)).add(document);
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            Map<String, Double> height = heights(columns);
            for (List<String> column : columns) {
                column.sort(Comparator.comparingDouble(document -> mean(document, height)));
            }
        }
        return columns;
    }

    private static Map<String, Double> heights(List<List<String>> columns) {
        Map<String, Double> height = new HashMap<>();
        for (List<String> column : columns) {
            for (int i = 0; i < column.size(); i++) {
                height.put(column.get(i), i - column.size() / 2.0);
            }
        }
        return height;
    }

    private double mean(String document, Map<String, Double> height) {
        List<Double> neighbours = new ArrayList<>();
        edges.get(document).forEach(next -> neighbours.add(height.get(next)));
        edges.forEach((before, next) -> {
            if (next.contains(document)) {
                neighbours.add(height.get(before));
            }
        });
        return neighbours.stream().mapToDouble(Double::doubleValue).average().orElse(height.get(document));
    }

    private void draw(Drawing drawing, List<List<String>> columns, int height) {
        Map<String, int[]> place = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            List<String> names = columns.get(column);
            int top = (height - names.size() * STEP) / 2 + 1;
            for (int i = 0; i < names.size(); i++) {
                place.put(names.get(i), new int[] {column * (WIDTH + GAP) + 1, top + i * STEP});
            }
        }
        edges.forEach((from, next) -> next.forEach(to -> drawing.arrow(
                place.get(from)[0] + WIDTH,
                place.get(from)[1] + Drawing.HEAD / 2,
                place.get(to)[0],
                place.get(to)[1] + Drawing.HEAD / 2,
                "step")));
        place.forEach((name, at) -> {
            DocumentType document = dictionary.documentNamed(name);
            drawing.box(
                    at[0],
                    at[1],
                    WIDTH,
                    Drawing.HEAD,
                    "document " + document.domain(),
                    document.title(),
                    name,
                    Links.document(name));
        });
        drawing.end();
    }

    private void legend(Html html) {
        html.open("ul", "class", "legend", "role", "list");
        Words.DOMAINS.forEach((domain, title) -> {
            if (dictionary.manifest().documentTypes().stream()
                    .anyMatch(document -> document.domain().equals(domain))) {
                html.open("li", "class", "domain-" + domain).both(title).close();
            }
        });
        html.close().line();
    }

    private void alone(Html html, String root) {
        List<String> alone =
                edges.keySet().stream().filter(name -> !isConnected(name)).toList();
        if (alone.isEmpty()) {
            return;
        }
        html.open("section", "id", "alone")
                .element("h2", new Bilingual("不限于某一环节的单据", "Documents of no particular step"));
        html.open("ul", "class", "chips", "role", "list");
        for (String name : alone) {
            html.open("li")
                    .open("a", "href", root + Links.document(name))
                    .both(dictionary.documentNamed(name).title())
                    .close()
                    .close();
        }
        html.close().close().line();
    }
}
