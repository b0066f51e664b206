package org.tongcai.compiler.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tongcai.Citation;

/** Citations, linked to the page of sources. */
final class CitationView {
    private final Sources sources;
    private final String root;

    CitationView(Sources sources, String root) {
        this.sources = sources;
        this.root = root;
    }

    /** One line a document, its articles joined; nothing for no citations. */
    void write(Html html, List<Citation> citations) {
        if (citations.isEmpty()) {
            return;
        }
        html.open("p", "class", "citations").element("span", label -> label.both("依据", "Basis"), "class", "label");
        links(html, citations);
        html.close();
    }

    /** The links alone, for a cell of a table. */
    void links(Html html, List<Citation> citations) {
        Map<String, List<Citation>> byDocument = new LinkedHashMap<>();
        citations.forEach(citation -> byDocument
                .computeIfAbsent(citation.document(), key -> new ArrayList<>())
                .add(citation));
        for (List<Citation> same : byDocument.values()) {
            Citation first = same.get(0);
            html.open("a", "href", root + sources.href(first), "lang", "zh-CN");
            html.text("《" + first.document() + "》");
            String articles = String.join(
                    "、",
                    same.stream()
                            .map(Citation::article)
                            .filter(Objects::nonNull)
                            .toList());
            html.text(articles).close().text(" ");
        }
    }
}
