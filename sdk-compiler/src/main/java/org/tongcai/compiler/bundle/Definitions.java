package org.tongcai.compiler.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.Bilingual;
import org.tongcai.Citation;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.Term;
import org.tongcai.bundle.TypeDefinition;
import org.tongcai.compiler.spec.Deprecation;
import org.tongcai.compiler.spec.JsonText;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCondition;
import org.tongcai.compiler.spec.SpecProperty;
import org.tongcai.compiler.spec.SpecType;

/** The records of the bundle, made from a spec. Immutable. The spec must have passed the linter. */
public final class Definitions {
    /** Edition of what does not say which one brought it. */
    private static final String FIRST_EDITION = "0.1";

    private final Spec spec;

    /** For one spec. */
    public Definitions(Spec spec) {
        this.spec = spec;
    }

    /** The table of contents. */
    public Manifest manifest() {
        return new Manifest(
                Manifest.FORMAT,
                spec.standard().id(),
                spec.standard().version(),
                spec.standard().edition(),
                spec.standard().title(),
                spec.standard().profiles(),
                spec.documentTypes().stream()
                        .map(type -> new Manifest.DocumentType(
                                type.documentName(),
                                type.name(),
                                Objects.requireNonNull(type.documentType()).domain(),
                                spec.title(type.termId(), type.title())))
                        .toList(),
                List.copyOf(spec.types().keySet()),
                spec.codeLists().values().stream()
                        .map(list -> new Manifest.CodeListEntry(
                                list.id(),
                                list.list().title(),
                                list.list().entries().size()))
                        .toList());
    }

    /** The definition of a type. */
    public TypeDefinition type(String name) {
        SpecType type = Objects.requireNonNull(spec.types().get(name), name);
        List<TypeDefinition.Condition> conditions = new ArrayList<>();
        type.conditions().forEach(condition -> conditions.add(condition(type, condition)));
        type.dependentRequired().forEach((property, brought) -> conditions.add(dependency(type, property, brought)));
        Map<String, String> branches = new LinkedHashMap<>();
        String discriminator = type.discriminator();
        if (discriminator != null) {
            for (String branch : type.branches()) {
                branches.put(constant(branch, discriminator), branch);
            }
        }
        return new TypeDefinition(
                name,
                type.termId(),
                spec.title(type.termId(), type.title()),
                type.documentType() == null ? null : type.documentName(),
                type.properties().stream()
                        .map(property -> new TypeDefinition.Property(
                                property.name(),
                                property.termId(),
                                spec.title(property.termId(), property.title()),
                                property.required(),
                                property.node(),
                                basis(property.basis(), type.basis())))
                        .toList(),
                conditions,
                discriminator,
                branches);
    }

    /** All types and their properties, types by name, properties in document order. */
    public List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        for (SpecType type : spec.types().values()) {
            terms.add(term(type));
            type.properties().forEach(property -> terms.add(term(type, property)));
        }
        return terms;
    }

    private TypeDefinition.Condition condition(SpecType type, SpecCondition condition) {
        return new TypeDefinition.Condition(
                condition.termId(),
                spec.title(condition.termId(), condition.title()),
                condition.tests(),
                condition.then(),
                condition.otherwise(),
                basis(condition.basis(), type.basis()));
    }

    private TypeDefinition.Condition dependency(SpecType type, String name, List<String> brought) {
        SpecProperty property = Objects.requireNonNull(type.property(name), name);
        List<Bilingual> titles = brought.stream()
                .map(other -> Objects.requireNonNull(type.property(other), other))
                .map(other -> spec.title(other.termId(), other.title()))
                .toList();
        Bilingual title = spec.title(property.termId(), property.title());
        String zh = "填写“" + title.zh() + "”时必须同时填写“"
                + String.join("”“", titles.stream().map(Bilingual::zh).toList()) + "”";
        String en = "where " + title.in(Locale.ENGLISH) + " is given, so must be "
                + String.join(
                        ", ", titles.stream().map(t -> t.in(Locale.ENGLISH)).toList());
        return new TypeDefinition.Condition(
                property.termId(),
                new Bilingual(zh, en),
                List.of(new TypeDefinition.Test(name, List.of())),
                new TypeDefinition.Obligation(brought, List.of()),
                TypeDefinition.Obligation.NONE,
                basis(property.basis(), type.basis()));
    }

    private String constant(String branch, String discriminator) {
        SpecType type = Objects.requireNonNull(spec.types().get(branch), branch);
        SpecProperty property = Objects.requireNonNull(type.property(discriminator), discriminator);
        return Objects.requireNonNull(((Node.Text) property.node()).constant(), branch);
    }

    private List<Citation> basis(List<String> specific, List<String> general) {
        Set<Citation> basis = new LinkedHashSet<>(spec.citations(specific));
        basis.addAll(spec.citations(general));
        return List.copyOf(basis);
    }

    private Term term(SpecType type) {
        return new Term(
                type.termId(),
                type.name(),
                spec.title(type.termId(), type.title()),
                spec.description(type.termId(), type.description()),
                null,
                type.isUnion() ? "union of " + String.join(", ", type.branches()) : "object",
                false,
                null,
                null,
                "public",
                null,
                null,
                List.of(),
                since(type.since()),
                deprecated(type.deprecated()),
                spec.citations(type.basis()),
                type.source().items("examples").stream().map(JsonText::compact).toList());
    }

    private Term term(SpecType type, SpecProperty property) {
        Node.Text text = property.element() instanceof Node.Text element ? element : null;
        return new Term(
                property.termId(),
                type.name() + "." + property.name(),
                spec.title(property.termId(), property.title()),
                spec.description(property.termId(), property.description()),
                property.notation(),
                readable(property.node()),
                property.required(),
                text == null ? null : text.codeList(),
                text == null ? null : text.identifier(),
                property.sensitivity().name().toLowerCase(Locale.ROOT),
                property.section(),
                property.unit(),
                property.refersTo(),
                since(property.since() == null ? type.since() : property.since()),
                deprecated(property.deprecated()),
                spec.citations(property.basis()),
                property.examples().stream().map(JsonText::compact).toList());
    }

    private static String readable(Node node) {
        if (node instanceof Node.Text text) {
            return text.format() == null ? "string" : text.format();
        } else if (node instanceof Node.Whole) {
            return "integer";
        } else if (node instanceof Node.Flag) {
            return "boolean";
        } else if (node instanceof Node.Reference reference) {
            return "object " + reference.type();
        }
        Node items = ((Node.Sequence) node).items();
        return "list of " + (items instanceof Node.Reference reference ? reference.type() : readable(items));
    }

    private static String since(@Nullable String edition) {
        return edition == null ? FIRST_EDITION : edition;
    }

    private static @Nullable Bilingual deprecated(@Nullable Deprecation deprecation) {
        if (deprecation == null) {
            return null;
        }
        String successor = deprecation.replacedBy();
        return successor == null
                ? deprecation.text()
                : deprecation.text().join("", new Bilingual("（改用 " + successor + "）", " (use " + successor + ")"));
    }
}
