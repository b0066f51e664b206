package org.tongcai.compiler.dictionary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.LifecycleDefinition;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.Manifest.DocumentType;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.RuleDefinition;
import org.tongcai.bundle.RuleIndex;
import org.tongcai.bundle.RuleLimit;
import org.tongcai.bundle.Term;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.bundle.TypeDefinition.Property;
import org.tongcai.bundle.WordingGroup;

/** A bundle with the questions answered that its pages ask: where a thing stands, and what uses it. Immutable. */
final class Dictionary {
    private final Bundle bundle;
    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final Map<String, DocumentType> documents = new LinkedHashMap<>();
    private final Map<String, List<String>> typeUsers = new TreeMap<>();
    private final Map<String, List<String>> codeListUsers = new TreeMap<>();
    private final Map<String, RuleIndex.Entry> rules = new LinkedHashMap<>();

    Dictionary(Bundle bundle) {
        this.bundle = bundle;
        bundle.terms().forEach(term -> terms.put(term.path(), term));
        bundle.ruleIndex().rules().forEach(rule -> rules.put(rule.id(), rule));
        manifest().documentTypes().forEach(document -> documents.put(document.type(), document));
        for (String name : manifest().types()) {
            TypeDefinition type = bundle.type(name);
            type.branches().values().forEach(branch -> use(typeUsers, branch, name));
            for (Property property : type.properties()) {
                Node element = element(property.node());
                String path = name + "." + property.name();
                if (element instanceof Node.Reference reference) {
                    use(typeUsers, reference.type(), path);
                } else if (element instanceof Node.Text text && text.codeList() != null) {
                    use(codeListUsers, text.codeList(), path);
                }
            }
        }
    }

    private static void use(Map<String, List<String>> users, String used, String user) {
        users.computeIfAbsent(used, key -> new ArrayList<>()).add(user);
    }

    /** Subjects that have rules, in the order of the rules. */
    List<RuleIndex.Subject> ruleSubjects() {
        Map<String, RuleIndex.Subject> subjects = new LinkedHashMap<>();
        rules.values()
                .forEach(rule -> subjects.computeIfAbsent(
                        rule.subject(), id -> new RuleIndex.Subject(id, new Bilingual(id, ""))));
        bundle.ruleIndex().subjects().forEach(subject -> subjects.replace(subject.id(), subject));
        return List.copyOf(subjects.values());
    }

    /** All rules, by id. */
    Collection<RuleIndex.Entry> rules() {
        return rules.values();
    }

    /** The rules of a subject. */
    List<RuleIndex.Entry> rulesOf(RuleIndex.Subject subject) {
        return rules.values().stream()
                .filter(rule -> rule.subject().equals(subject.id()))
                .toList();
    }

    /** The rules that apply to a document type, by its name. */
    List<RuleIndex.Entry> rulesFor(String document) {
        return rules.values().stream()
                .filter(rule -> rule.appliesTo().contains(document))
                .toList();
    }

    /** The rule of that id, which exists. */
    RuleIndex.Entry rule(String id) {
        return Objects.requireNonNull(rules.get(id), id);
    }

    /** The rule as compiled for the first document type that it applies to. */
    RuleDefinition compiled(RuleIndex.Entry rule) {
        return bundle.rules(rule.appliesTo().get(0)).stream()
                .filter(compiled -> compiled.id().equals(rule.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Page and anchor of a rule, relative to the root. */
    String ruleHref(String id) {
        return Links.rules(rule(id).subject()) + Links.fragment(id);
    }

    List<RuleLimit> limits() {
        return bundle.limits();
    }

    List<WordingGroup> wordings() {
        return bundle.wordings();
    }

    List<LifecycleDefinition> lifecycles() {
        return bundle.lifecycles();
    }

    /** The lifecycle of that id, which exists. */
    LifecycleDefinition lifecycle(String id) {
        return lifecycles().stream()
                .filter(lifecycle -> lifecycle.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Whether an official layout of the document type is part of the standard. */
    boolean hasLayout(String document) {
        return bundle.layout(document).isPresent();
    }

    Manifest manifest() {
        return bundle.manifest();
    }

    TypeDefinition type(String name) {
        return bundle.type(name);
    }

    CodeList codeList(String id) {
        return bundle.codeList(id);
    }

    /** All terms, in the bundle's order. */
    List<Term> terms() {
        return bundle.terms();
    }

    /** The document type with this root type; null for a shared type. */
    @Nullable
    DocumentType document(String type) {
        return documents.get(type);
    }

    /** The document type of this name, which exists. */
    DocumentType documentNamed(String name) {
        return manifest().documentTypes().stream()
                .filter(document -> document.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Names of the types that are no document types. */
    List<String> sharedTypes() {
        return manifest().types().stream()
                .filter(type -> !documents.containsKey(type))
                .toList();
    }

    /** The term of {@code Type} or {@code Type.property}; null where the bundle has none. */
    @Nullable
    Term term(String path) {
        return terms.get(path);
    }

    /** Title of {@code Type} or {@code Type.property}; the path where the bundle has no term. */
    Bilingual title(String path) {
        Term term = terms.get(path);
        return term == null ? new Bilingual(path, "") : term.title();
    }

    /** Description of a term; empty where the bundle has none. */
    Bilingual description(String path) {
        Term term = terms.get(path);
        return term == null ? Bilingual.EMPTY : term.description();
    }

    /** Paths of properties and unions that use a type. */
    List<String> usersOfType(String type) {
        return typeUsers.getOrDefault(type, List.of());
    }

    /** Paths of properties bound to a code list. */
    List<String> usersOfCodeList(String id) {
        return codeListUsers.getOrDefault(id, List.of());
    }

    /** Whether the bundle holds that code list: a profile may bind one that only its core has. */
    boolean hasCodeList(String id) {
        return manifest().codeLists().stream().anyMatch(entry -> entry.id().equals(id));
    }

    /** The page of a type. */
    String page(String type) {
        DocumentType document = documents.get(type);
        return document == null ? Links.type(type) : Links.document(document.name());
    }

    /** Page and anchor of {@code Type} or {@code Type.property}, relative to the root. */
    String href(String path) {
        int dot = path.indexOf('.');
        return page(dot < 0 ? path : path.substring(0, dot)) + (dot < 0 ? "" : Links.fragment(path));
    }

    /** The node, or that of the items where it is a list. */
    static Node element(Node node) {
        return node instanceof Node.Sequence sequence ? sequence.items() : node;
    }
}
