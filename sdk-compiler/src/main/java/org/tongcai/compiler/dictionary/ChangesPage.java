package org.tongcai.compiler.dictionary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Term;

/** What each edition of the standard brought and what it means to give up, out of {@code x-since} and {@code x-deprecated}. */
final class ChangesPage {
    private static final Bilingual TITLE = new Bilingual("变更记录", "Changes");

    private final Dictionary dictionary;

    ChangesPage(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    Page page() {
        Page page = new Page(Links.CHANGES, TITLE);
        Html html = page.body();
        html.open("header", "class", "page-head").element("h1", TITLE);
        html.element(
                "p",
                new Bilingual(
                        "由每个类型和字段所写的起始版次和停用说明生成，新版次在前。新类型的字段随类型列出，不再逐一重复。",
                        "Generated from the edition that each type and field names, newest first. Fields of a new type come with it and are not repeated."),
                "class",
                "lead");
        html.close().line();
        deprecated(html);
        Map<String, List<Term>> editions =
                new TreeMap<>(Comparator.comparing(ChangesPage::number).reversed());
        for (Term term : dictionary.terms()) {
            editions.computeIfAbsent(term.since(), key -> new ArrayList<>()).add(term);
        }
        editions.forEach((edition, terms) -> edition(html, edition, terms));
        return page;
    }

    /** {@code 0.10} comes after {@code 0.9}. */
    private static long number(String edition) {
        int dot = edition.indexOf('.');
        return Long.parseLong(edition.substring(0, dot)) * 1_000 + Long.parseLong(edition.substring(dot + 1));
    }

    private void deprecated(Html html) {
        List<Term> terms = dictionary.terms().stream()
                .filter(term -> term.deprecated() != null)
                .toList();
        if (terms.isEmpty()) {
            return;
        }
        html.open("section", "id", "deprecated").element("h2", new Bilingual("拟停用", "Deprecated"));
        html.open("ul");
        for (Term term : terms) {
            html.open("li");
            link(html, term);
            if (term.deprecated() != null) {
                html.text(" — ").both(term.deprecated());
            }
            html.close();
        }
        html.close().close().line();
    }

    private void edition(Html html, String edition, List<Term> terms) {
        html.open("section", "id", "edition-" + edition)
                .element("h2", new Bilingual("版次 " + edition, "Edition " + edition));
        Map<Bilingual, List<Term>> groups = new LinkedHashMap<>();
        Words.DOMAINS.forEach((domain, title) -> groups.put(title, new ArrayList<>()));
        Bilingual shared = new Bilingual("类型", "Types");
        Bilingual fields = new Bilingual("原有类型的新字段", "New fields of earlier types");
        groups.put(shared, new ArrayList<>());
        groups.put(fields, new ArrayList<>());
        for (Term term : terms) {
            int dot = term.path().indexOf('.');
            if (dot < 0) {
                var document = dictionary.document(term.path());
                groups.get(document == null ? shared : Words.domain(document.domain()))
                        .add(term);
            } else {
                Term type = dictionary.term(term.path().substring(0, dot));
                if (type == null || !type.since().equals(term.since())) {
                    groups.get(fields).add(term);
                }
            }
        }
        html.open("dl", "class", "users");
        groups.forEach((title, group) -> {
            if (!group.isEmpty()) {
                html.open("dt").both(title).text(" " + group.size()).close().open("dd");
                group.forEach(term -> link(html, term));
                html.close().line();
            }
        });
        html.close().close().line();
    }

    private void link(Html html, Term term) {
        html.open("a", "href", dictionary.href(term.path()))
                .both(term.title())
                .close()
                .text(" ")
                .element("code", term.path())
                .text(" ");
    }
}
