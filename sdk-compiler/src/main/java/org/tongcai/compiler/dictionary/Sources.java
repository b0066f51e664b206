package org.tongcai.compiler.dictionary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.bundle.LifecycleDefinition;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.RuleIndex;
import org.tongcai.bundle.RuleLimit;
import org.tongcai.bundle.Term;
import org.tongcai.bundle.TypeDefinition.Condition;
import org.tongcai.bundle.WordingGroup;
import org.tongcai.compiler.spec.SpecSource;

/**
 * The official documents that the standard cites, and what cites them. A document is known by its name: its number is written in
 * several ways. Immutable.
 */
final class Sources {
    /** Anchors must not move when a source is added, so they are made from the name and not from a position. */
    private static final int ANCHOR_BYTES = 5;

    private final Map<String, Source> byDocument = new LinkedHashMap<>();

    Sources(Dictionary dictionary, Collection<SpecSource> declared) {
        // as the editors of sources.json ordered them: laws first
        List<SpecSource> inOrder = new ArrayList<>(declared);
        inOrder.sort(Comparator.comparing(source -> source.source().place()));
        for (SpecSource source : inOrder) {
            byDocument
                    .computeIfAbsent(source.document(), name -> new Source(name, source))
                    .number(source.number());
        }
        for (Term term : dictionary.terms()) {
            term.sources().forEach(citation -> cite(citation, term.path(), term.title(), dictionary.href(term.path())));
        }
        for (String type : dictionary.manifest().types()) {
            Term term = dictionary.term(type);
            List<Condition> conditions = dictionary.type(type).conditions();
            for (int i = 0; i < conditions.size(); i++) {
                Condition condition = conditions.get(i);
                String href = dictionary.page(type) + Links.fragment(ConditionView.anchor(type, i));
                condition.basis().stream()
                        // a condition inherits what its type cites, which the type itself is listed for
                        .filter(citation -> term == null || !term.sources().contains(citation))
                        .forEach(citation -> cite(citation, type, condition.title(), href));
            }
        }
        for (Manifest.CodeListEntry list : dictionary.manifest().codeLists()) {
            dictionary
                    .codeList(list.id())
                    .sources()
                    .forEach(citation -> cite(citation, list.id(), list.title(), Links.codeList(list.id())));
        }
        citeRules(dictionary);
    }

    private void citeRules(Dictionary dictionary) {
        for (RuleIndex.Entry rule : dictionary.rules()) {
            rule.citations()
                    .forEach(citation ->
                            cite(citation, new Citing(rule.id(), rule.title(), dictionary.ruleHref(rule.id()), true)));
        }
        for (RuleLimit limit : dictionary.limits()) {
            String href = Links.LIMITS + Links.fragment(limit.id());
            limit.values()
                    .forEach(value ->
                            value.citations().forEach(citation -> cite(citation, limit.id(), limit.title(), href)));
        }
        for (WordingGroup group : dictionary.wordings()) {
            String href = Links.WORDINGS + Links.fragment(group.id());
            group.citations().forEach(citation -> cite(citation, group.id(), group.title(), href));
        }
        for (LifecycleDefinition lifecycle : dictionary.lifecycles()) {
            String href = Links.lifecycle(lifecycle.id());
            Stream.of(
                            lifecycle.citations().stream(),
                            lifecycle.transitions().stream().flatMap(transition -> transition.citations().stream()),
                            lifecycle.clocks().stream().flatMap(clock -> clock.citations().stream()))
                    .flatMap(citations -> citations)
                    .forEach(citation -> cite(citation, "lifecycle:" + lifecycle.id(), lifecycle.title(), href));
        }
    }

    private void cite(Citation citation, String path, Bilingual title, String href) {
        cite(citation, new Citing(path, title, href, false));
    }

    private void cite(Citation citation, Citing citing) {
        Source source = byDocument.computeIfAbsent(citation.document(), name -> new Source(name, null));
        source.number(citation.number());
        String article = citation.article() == null ? "" : citation.article();
        source.citing.computeIfAbsent(article, key -> new LinkedHashSet<>()).add(citing);
    }

    /** All of them: the declared ones in the order of their file, then those that only code lists name. */
    List<Source> all() {
        return List.copyOf(byDocument.values());
    }

    /** Page and anchor of the cited document. */
    String href(Citation citation) {
        return Links.SOURCES + "#" + anchor(citation.document());
    }

    private static String anchor(String document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8));
            return "source-" + HexFormat.of().formatHex(digest, 0, ANCHOR_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What cites: its path, title and place; {@code brief} where there are so many that the path has to do. */
    record Citing(String path, Bilingual title, String href, boolean brief) {}

    /** An official document. */
    static final class Source {
        private final String document;
        private final @Nullable SpecSource declared;
        private final Set<String> numbers = new LinkedHashSet<>();
        private final Map<String, Set<Citing>> citing = new LinkedHashMap<>();

        private Source(String document, @Nullable SpecSource declared) {
            this.document = document;
            this.declared = declared;
        }

        private void number(@Nullable String number) {
            // the number of sources.json counts; code lists write it in their own way
            if (number != null && (declared == null || numbers.isEmpty())) {
                numbers.add(number);
            }
        }

        String anchor() {
            return Sources.anchor(document);
        }

        /** Id in {@code sources.json}; empty where only a code list names it. */
        String id() {
            return declared == null ? "" : declared.id();
        }

        Bilingual title() {
            return new Bilingual(
                    document, declared == null ? "" : declared.source().text("en", ""));
        }

        String number() {
            return String.join("；", numbers);
        }

        /** First day in force, as written; empty where not stated. */
        String effectiveFrom() {
            return declared == null ? "" : declared.source().text("effectiveFrom", "");
        }

        /** Article → what cites it, in order of the articles; the article {@code ""} is the whole document. */
        Map<String, List<Citing>> citing() {
            Map<String, List<Citing>> copy = new TreeMap<>(ArticleOrder.INSTANCE);
            citing.forEach((article, items) -> copy.put(article, new ArrayList<>(items)));
            return copy;
        }

        int count() {
            return citing.values().stream().mapToInt(Set::size).sum();
        }
    }
}
